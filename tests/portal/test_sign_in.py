"""Signing in by a mailed code or a password, without telling who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse
from django.utils import translation

from portal.models import User
from tests.factories.portal import UserFactory
from tests.portal.signing_in import code_in, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def member(db):
    user = UserFactory(email="member@example.org")
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def ask_for_code(client, email, prefix=""):
    return client.post(f"{prefix}/account/login/code/", {"login": email}, follow=True)


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "รหัส"), ("/en", "Your code for signing in")], ids=["thai", "english"]
)
def test_a_mailed_code_signs_in(client, member, mailoutbox, prefix, words):
    ask_for_code(client, "Member@Example.org", prefix)
    mail = mailoutbox[0]
    assert mail.to == ["member@example.org"]
    assert words in mail.body
    response = client.post(f"{prefix}/account/login/code/confirm/", {"code": code_in(mail)})
    assert response["Location"] == f"{prefix}/account/"
    assert signed_in(client)


def test_a_code_may_be_typed_with_thai_digits_and_a_space(client, member, mailoutbox):
    ask_for_code(client, member.email)
    code = code_in(mailoutbox[0]).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    client.post("/account/login/code/confirm/", {"code": f"{code[:3]} {code[3:]}"})
    assert signed_in(client)


def test_a_wrong_code_is_refused_with_a_sentence_and_three_end_the_try(client, member, mailoutbox):
    ask_for_code(client, member.email)
    wrong = "000000" if code_in(mailoutbox[0]) != "000000" else "111111"
    first = client.post("/account/login/code/confirm/", {"code": wrong})
    assert first.status_code == 200
    assert first.context["verify_form"].errors["code"]
    for _ in range(2):
        client.post("/account/login/code/confirm/", {"code": wrong})
    client.post("/account/login/code/confirm/", {"code": code_in(mailoutbox[0])})
    assert not signed_in(client)


def test_an_expired_code_leads_back_to_the_beginning(client, member, mailoutbox, settings):
    ask_for_code(client, member.email)
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    response = client.post("/account/login/code/confirm/", {"code": code_in(mailoutbox[0])}, follow=True)
    assert response.status_code == 200
    assert not signed_in(client)


def test_a_new_code_can_be_asked_for(client, member, mailoutbox):
    ask_for_code(client, member.email)
    client.post("/account/login/code/confirm/", {"action": "resend"})
    client.post("/account/login/code/confirm/", {"code": code_in(mailoutbox[-1])})
    assert signed_in(client)


def test_an_unknown_address_sees_the_same_pages(client, member, mailoutbox):
    def seen(email):
        page = ask_for_code(client, email).text.replace(email, "ADDRESS")
        client.post("/account/logout/")
        client.cookies.clear()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)

    assert seen(member.email) == seen("unknown@example.org")
    assert mailoutbox[1].to == ["unknown@example.org"]
    assert "/account/signup/" in mailoutbox[1].body
    assert not re.search(r"\b\d{6}\b", mailoutbox[1].body)


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(client, member):
    def answer(email):
        page = client.post("/account/login/", {"login": email, "password": "not the password"})
        return page.status_code, str(page.context["form"].errors)

    assert answer(member.email) == answer("unknown@example.org")


def test_a_password_signs_in_and_the_way_back_is_kept(client, member):
    response = client.post("/account/login/", {"login": member.email, "password": PASSWORD, "next": "/en/account/"})
    assert response["Location"] == "/en/account/"
    assert signed_in(client)


def test_nobody_is_sent_to_a_foreign_site(client, member):
    response = client.post(
        "/account/login/", {"login": member.email, "password": PASSWORD, "next": "https://evil.example/"}
    )
    assert response["Location"] == "/account/"


def test_an_account_opens_after_its_address_is_confirmed(client, mailoutbox):
    response = client.post("/en/account/signup/", {"login": "new@example.org"}, follow=True)
    assert response.status_code == 200
    assert not signed_in(client)
    client.post("/en/account/confirm-email/", {"code": code_in(mailoutbox[0])})
    assert signed_in(client)
    user = User.objects.get(email="new@example.org")
    assert user.language == "en"
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified


def test_opening_an_account_twice_tells_the_owner_by_mail_only(client, member, mailoutbox):
    page = client.post("/account/signup/", {"login": member.email}, follow=True)
    assert page.status_code == 200
    assert page.request["PATH_INFO"] == "/account/confirm-email/"
    assert User.objects.filter(email=member.email).count() == 1
    assert "/account/login/" in mailoutbox[0].body


def test_a_fourth_code_within_a_minute_is_refused_in_words(client, member):
    answers = []
    for _ in range(4):
        client.cookies.clear()
        answers.append(client.post("/account/login/code/", {"login": member.email}).status_code)
    assert answers == [302, 302, 302, 200]


def test_a_flood_of_sign_ins_is_answered_429_in_words(client, db):
    for _ in range(31):
        page = client.post("/account/login/", {})
    assert page.status_code == 429
    assert "<h1" in page.text


def test_too_many_passwords_are_answered_in_words(client, member):
    for _ in range(6):
        page = client.post("/account/login/", {"login": member.email, "password": "wrong"})
    assert page.status_code == 200
    page = client.post("/account/login/", {"login": member.email, "password": PASSWORD})
    assert page.context["form"].errors
    assert not signed_in(client)


def test_signing_out_asks_first_and_is_a_post(client, member):
    client.force_login(member)
    assert client.get("/account/logout/").status_code == 200
    assert signed_in(client)
    client.post("/account/logout/")
    assert not signed_in(client)


def test_a_form_without_its_token_is_refused_in_words(member):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    page = strict.post("/account/login/code/", {"login": member.email})
    assert page.status_code == 403
    assert "<h1" in page.text


def test_a_mail_server_that_is_down_is_said_on_the_screen(client, member, settings):
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 9},
        }
    }
    page = ask_for_code(client, member.email)
    assert page.status_code == 200
    with translation.override("th"):
        sentence = translation.gettext(
            "We cannot send mail at the moment. Please try again in a few minutes or call us."
        )
    assert sentence in page.text


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    "name",
    ["account_login", "account_request_login_code", "account_signup", "account_reset_password"],
)
def test_every_door_opens_in_both_languages(client, db, prefix, name):
    with translation.override("en" if prefix else "th"):
        address = reverse(name)
    assert address.startswith(f"{prefix}/account/")
    page = client.get(address)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
