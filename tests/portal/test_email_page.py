"""The page of one's e-mail addresses: it offers only what makes sense for each of them."""

import pytest
from allauth.account.models import EmailAddress

from tests.factories.portal import UserFactory
from tests.portal.signing_in import code_in

pytestmark = pytest.mark.django_db
PAGE = "/account/email/"
MAKE_MAIN, SEND_AGAIN, REMOVE = "action_primary", "action_send", "action_remove"


@pytest.fixture
def member(client):
    user = UserFactory(email="old@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.force_login(user)
    return user


def offered(client, page=PAGE):
    text = client.get(page).text
    return {name for name in (MAKE_MAIN, SEND_AGAIN, REMOVE) if f'name="{name}"' in text}


def add(client, email="new@example.org"):
    return client.post(PAGE, {"email": email, "action_add": ""}, follow=True)


def test_the_only_address_is_not_offered_to_become_what_it_is(client, member):
    assert offered(client) == {REMOVE}


@pytest.mark.parametrize(("page", "words"), [(PAGE, "อีเมลหลัก"), ("/en" + PAGE, "Main address")])
def test_it_says_which_address_is_the_main_one(client, member, page, words):
    assert words in client.get(page).text


def test_a_new_address_is_confirmed_and_becomes_the_main_one(client, member, mailoutbox):
    add(client)
    client.post("/account/confirm-email/", {"code": code_in(mailoutbox[-1])})
    assert offered(client) == {MAKE_MAIN, REMOVE}
    client.post(PAGE, {"email": "new@example.org", MAKE_MAIN: ""})
    member.refresh_from_db()
    assert member.email == "new@example.org"
    client.post(PAGE, {"email": "old@example.org", REMOVE: ""})
    assert [row.email for row in EmailAddress.objects.filter(user=member)] == ["new@example.org"]


def test_an_address_that_waits_offers_another_code(client, member):
    EmailAddress.objects.create(user=member, email="new@example.org", verified=False, primary=False)
    assert offered(client) == {SEND_AGAIN, REMOVE}


def test_the_main_address_among_several_cannot_be_taken_off(client, member):
    EmailAddress.objects.create(user=member, email="new@example.org", verified=True, primary=False)
    client.post(PAGE, {"email": "old@example.org", REMOVE: ""})
    assert EmailAddress.objects.filter(user=member, email="old@example.org").exists()


def test_nonsense_is_refused_beside_the_field_and_kept(client, member):
    page = add(client, "no address")
    assert 'value="no address"' in page.text
    assert "field-invalid" in page.text


def test_another_persons_address_is_left_alone(client, member):
    other = UserFactory(email="other@example.org")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    client.post(PAGE, {"email": other.email, REMOVE: ""})
    client.post(PAGE, {"email": other.email, MAKE_MAIN: ""})
    assert EmailAddress.objects.filter(user=other).exists()
    member.refresh_from_db()
    assert member.email == "old@example.org"


def test_a_stranger_signs_in_first(client):
    assert client.get(PAGE).status_code == 302
