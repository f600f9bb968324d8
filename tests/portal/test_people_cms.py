"""People in the CMS: named once, found by name, let in by code and never by a password that somebody else chose."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.models import User
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
LIST = "wagtailusers_users:index"


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def listed(desk, **query):
    return list(desk.get(reverse(LIST), query).context["object_list"])


def typed(**more):
    return {"email": "New@Example.org", "title": "นาง", "name": "มาลี ใหม่", "phone": "", "language": "th"} | more


def test_people_are_found_by_name_and_by_address(desk):
    found = UserFactory(name="มาลี ดอกไม้", email="flower@example.org")
    UserFactory(name="อีกคน")
    assert listed(desk, q="ดอกไม้") == listed(desk, q="flower") == [found]


def test_they_are_sorted_by_their_one_name(desk, admin):
    admin.name = "ฮ"
    admin.save()
    late, early = UserFactory(name="ข"), UserFactory(name="ก")
    assert listed(desk, ordering="name") == [early, late, admin]
    assert listed(desk, ordering="-name") == [admin, late, early]


def test_no_form_asks_for_a_password_or_a_second_name(desk, person):
    for address in (reverse("wagtailusers_users:add"), reverse("wagtailusers_users:edit", args=[person.pk])):
        fields = desk.get(address).context["form"].fields
        assert not {"password1", "password2", "first_name", "last_name", "username"} & set(fields)


def test_whoever_is_added_signs_in_by_code_and_reads_their_language(desk):
    desk.post(reverse("wagtailusers_users:add"), typed(language="en"))
    user = User.objects.get(email="new@example.org")
    assert not user.has_usable_password()
    assert (str(user), user.wagtail_userprofile.preferred_language) == ("นางมาลี ใหม่", "en")


def test_an_address_that_is_known_is_refused_with_a_sentence_and_all_typed_is_kept(desk):
    UserFactory(email="new@example.org")
    page = desk.post(reverse("wagtailusers_users:add"), typed()).text
    assert "มีผู้ใช้อีเมลนี้แล้ว" in page or "Somebody already uses" in page
    assert 'value="มาลี ใหม่"' in page
    assert User.objects.filter(name="มาลี ใหม่").count() == 0


def test_groups_and_rights_are_given_and_taken(desk, person):
    group = Group.objects.create(name="กลุ่มหนึ่ง")
    edit = reverse("wagtailusers_users:edit", args=[person.pk])
    desk.post(edit, typed(email=person.email, is_active="on", groups=[group.pk]))
    assert list(person.groups.all()) == [group]
    desk.post(edit, typed(email=person.email, is_active="on"))
    assert list(person.groups.all()) == []


def test_a_closed_account_no_longer_signs_in(desk, client, person):
    desk.post(reverse("wagtailusers_users:edit", args=[person.pk]), typed(email=person.email))
    person.refresh_from_db()
    assert not person.is_active


@pytest.mark.parametrize("name", ["index", "add"])
def test_a_member_finds_no_such_page(client, person, name):
    client.force_login(person)
    assert client.get(reverse(f"wagtailusers_users:{name}")).status_code == 404
    assert client.post(reverse(f"wagtailusers_users:{name}"), typed()).status_code == 404
    assert not User.objects.filter(email="new@example.org").exists()
