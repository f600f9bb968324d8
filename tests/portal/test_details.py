import pytest
from django.urls import reverse

from portal.models import User

pytestmark = pytest.mark.django_db
NEW = {"title": "นาย", "name": "ตัวอย่าง ชื่อใหม่", "phone": "032 000 011", "language": "en"}


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get("/account/details/").status_code == 302


@pytest.mark.parametrize("address", ["/account/details/", "/en/account/details/"])
def test_the_form_shows_what_is_known(client, person, address):
    client.force_login(person)
    assert person.name in client.get(address).text


def test_saving_keeps_the_details_and_the_language_of_the_cms(client, person):
    client.force_login(person)
    response = client.post(reverse("account_details"), NEW)
    assert response.status_code == 302
    person = User.objects.get(pk=person.pk)
    assert {field: getattr(person, field) for field in NEW} == NEW
    assert person.wagtail_userprofile.preferred_language == "en"


def test_a_name_of_10000_characters_is_refused_and_kept_on_the_screen(client, person):
    client.force_login(person)
    response = client.post(reverse("account_details"), {**NEW, "name": "ก" * 10_000})
    assert response.status_code == 200
    assert "ก" * 10_000 in response.text
    assert User.objects.get(pk=person.pk).name == person.name


def test_only_get_and_post_are_known(client, person):
    client.force_login(person)
    assert client.delete("/account/details/").status_code == 405
