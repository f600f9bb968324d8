"""The CMS has one door: allauth's sign-in."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/confirm/x/y/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_wagtails_own_sign_in_views_are_closed(client, admin, address, method):
    admin.set_password("a long password")
    admin.save()
    response = getattr(client, method)(address, {"username": admin.email, "password": "a long password"})
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")
    assert "_auth_user_id" not in client.session


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client):
    response = client.get("/admin/pages/")
    assert response.status_code == 302
    assert response["Location"] == "/account/login/?next=/admin/pages/"


@pytest.mark.parametrize("address", ["/admin/", "/admin/users/", "/admin/nothing-here/"])
def test_a_person_without_access_finds_nothing(client, person, address):
    client.force_login(person)
    assert client.get(address).status_code == 404


def test_an_administrator_reaches_the_cms(client, admin):
    client.force_login(admin)
    assert client.get("/admin/").status_code == 200


def test_the_cms_speaks_the_language_of_its_user(client):
    from tests.factories.portal import UserFactory

    thai, english = UserFactory(is_superuser=True), UserFactory(is_superuser=True, language="en")
    client.force_login(thai)
    assert 'lang="th"' in client.get("/admin/").text
    client.force_login(english)
    assert 'lang="en"' in client.get("/admin/").text


def test_the_cms_account_page_has_no_second_name_form(client, admin):
    client.force_login(admin)
    page = client.get("/admin/account/")
    assert page.status_code == 200
    assert "name_email-first_name" not in page.text
    assert "locale-preferred_language" in page.text


def test_an_administrator_adds_a_person_without_a_password(client, admin):
    from portal.models import User

    client.force_login(admin)
    response = client.post(
        "/admin/users/new/",
        {"email": "New@Example.org", "title": "นางสาว", "name": "ตัวอย่าง ใหม่", "phone": "", "language": "th"},
    )
    assert response.status_code == 302, response.text
    added = User.objects.get(email="new@example.org")
    assert (added.title, added.name) == ("นางสาว", "ตัวอย่าง ใหม่")
    assert not added.has_usable_password()


def test_the_list_of_people_shows_names_and_sorts_by_them(client, admin):
    client.force_login(admin)
    page = client.get("/admin/users/?ordering=name")
    assert page.status_code == 200
    assert str(admin) in page.text
    assert client.get(f"/admin/users/edit/{admin.pk}/").status_code == 200
