"""Signing in and opening an account with a code to the phone."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from portal import actions
from portal.accounts.adapters import AccountAdapter
from portal.exceptions import LastWayInError
from portal.models import User
from portal.sms.addresses import sender
from portal.sms.backends import FileBackend
from tests.factories.portal import UserFactory
from tests.portal.signing_in import settings_with, signed_in

pytestmark = pytest.mark.django_db
NUMBER, TYPED = "+66812345678", "081-234-5678"


@pytest.fixture
def member(db):
    return UserFactory(email=None, sign_in_phone=NUMBER, sign_in_phone_verified=True)


def ask(client, typed=TYPED, prefix=""):
    return client.post(f"{prefix}/account/login/code/", {"login": typed}, follow=True)


@pytest.mark.parametrize(
    "typed", ["081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678", "0812345678", "โทร. 081 234 5678"]
)
def test_a_code_to_the_phone_signs_in_however_the_number_is_typed(client, member, phones, typed):
    page = ask(client, typed)
    assert "081 234 5678" in page.text
    assert [message["to"] for message in phones.all()] == [NUMBER]
    response = client.post("/account/login/code/confirm/", {"code": phones.code()})
    assert response["Location"] == "/account/"
    assert signed_in(client)
    assert client.get("/account/").status_code == 200


def test_the_message_speaks_the_language_of_the_page(client, member, phones):
    ask(client)
    ask(Client(), prefix="/en")
    thai, english = phones.all()
    assert "รหัสของท่าน" in thai["text"]
    assert "your code" in english["text"]


def test_a_code_may_be_typed_with_thai_digits(client, member, phones):
    ask(client)
    client.post(
        "/account/login/code/confirm/", {"code": phones.code().translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))}
    )
    assert signed_in(client)


def test_a_wrong_code_is_refused(client, member, phones):
    ask(client)
    page = client.post("/account/login/code/confirm/", {"code": "000000" if phones.code() != "000000" else "111111"})
    assert page.context["verify_form"].errors["code"]
    assert not signed_in(client)


@pytest.mark.parametrize(
    "typed",
    ["", "somsri", "081 234", "02 123 4567", "032 400 000 ต่อ 12", "somsri@", "081 234 5678, 081 234 5679", "9" * 300],
)
def test_what_cannot_be_read_is_said_beside_the_field_and_kept(client, db, phones, typed):
    page = client.post("/account/login/code/", {"login": typed})
    assert page.status_code == 200
    assert page.context["form"].errors["login"]
    assert "error-summary" in page.text
    assert typed[:200] in page.text
    assert not phones.all()


def test_where_no_messages_are_sent_a_number_is_answered_in_words(client, member, settings):
    settings.SMS = None
    assert "หมายเลขโทรศัพท์" not in client.get("/account/login/code/").context["form"].fields["login"].label
    assert "อีเมลเท่านั้น" in ask(client).text


def test_a_provider_that_fails_is_said_on_the_screen(client, member, settings):
    settings.SMS = sender("http+json://127.0.0.1:9/")
    page = ask(client)
    assert page.status_code == 200
    assert "ส่งข้อความไปยังโทรศัพท์ไม่ได้" in page.text


def test_a_fourth_message_within_ten_minutes_is_not_sent(client, member, phones, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "request_login_code": None}
    for _ in range(3):
        ask(Client())
    assert "สิบนาที" in ask(Client()).text
    assert len(phones) == 3


def test_one_address_cannot_send_to_everybody(client, phones, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "request_login_code": None}
    for number in range(21):
        page = ask(Client(), f"08123400{number:02}")
    assert "สิบนาที" in page.text
    assert len(phones) == 20


def test_behind_a_web_server_everybody_has_limits_of_their_own(phones, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "send_sms": "1/h/ip"}
    for number, address in enumerate(["203.0.113.7", "203.0.113.8", "10.0.0.1, 203.0.113.8"]):
        headers = {"X-Forwarded-For": address}
        Client().post("/account/login/code/", {"login": f"08123400{number:02}"}, headers=headers)
    assert len(phones) == 2
    assert settings_with("import portal.settings as s; print(s.ALLAUTH_TRUSTED_PROXY_COUNT)").stdout == "1\n"


def test_a_new_code_can_be_asked_for(client, member, phones):
    ask(client)
    client.post("/account/login/code/confirm/", {"action": "resend"})
    client.post("/account/login/code/confirm/", {"code": phones.code()})
    assert signed_in(client)


def test_a_disabled_person_gets_no_code(client, member, phones):
    User.objects.update(is_active=False)
    ask(client)
    assert "/account/signup/" in phones.all()[0]["text"]


def test_a_password_signs_in_with_the_number_too(client, member, phones):
    member.set_password("a long enough password")
    member.save()
    client.post("/account/login/", {"login": TYPED, "password": "a long enough password"})
    assert signed_in(client)


class TestOpeningAnAccount:
    def test_it_opens_after_the_number_is_confirmed(self, client, phones):
        response = client.post("/en/account/signup/", {"login": TYPED})
        assert response["Location"] == "/en/account/phone/verify/"
        assert not signed_in(client)
        response = client.post("/en/account/phone/verify/", {"code": phones.code()})
        assert response["Location"] == "/en/account/"
        user = User.objects.get()
        assert (user.email, user.sign_in_phone, user.sign_in_phone_verified) == (None, NUMBER, True)
        assert (user.phone, user.language) == ("081 234 5678", "en")

    def test_an_unconfirmed_number_signs_nobody_in_and_blocks_nobody(self, client, phones):
        client.post("/account/signup/", {"login": TYPED})
        client.cookies.clear()
        ask(client)
        assert "/account/signup/" in phones.all()[-1]["text"]
        client.cookies.clear()
        client.post("/account/signup/", {"login": TYPED})
        client.post("/account/phone/verify/", {"code": phones.code()})
        assert signed_in(client)

    def test_a_known_number_is_told_by_message_only(self, client, member, phones):
        response = client.post("/account/signup/", {"login": TYPED})
        assert response["Location"] == "/account/phone/verify/"
        assert "/account/login/" in phones.all()[0]["text"]
        assert User.objects.count() == 1

    def test_of_two_who_confirm_one_number_the_first_has_it(self, client, phones):
        client.post("/account/signup/", {"login": TYPED})
        UserFactory(sign_in_phone=NUMBER, sign_in_phone_verified=True)
        page = client.post("/account/phone/verify/", {"code": phones.code()})
        assert page.status_code == 200
        assert not signed_in(client)

    def test_a_race_for_one_number_is_settled_by_the_database(self, rf, member, client):
        with pytest.raises(IntegrityError), transaction.atomic():
            AccountAdapter().set_phone(UserFactory(), NUMBER, True)
        with pytest.raises(ValidationError, match="หมายเลขโทรศัพท์นี้"):
            UserFactory.build(sign_in_phone=NUMBER, sign_in_phone_verified=True, password="x").full_clean()


class TestInTheAccount:
    @pytest.fixture
    def somebody(self, client):
        user = UserFactory(phone="")
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        client.force_login(user)
        return user

    def test_a_number_is_added_and_confirmed(self, client, somebody, phones):
        assert client.get("/account/phone/change/").status_code == 200
        client.post("/account/phone/change/", {"phone": TYPED})
        assert client.get("/account/phone/verify/").status_code == 200
        client.post("/account/phone/verify/", {"code": phones.code()})
        somebody.refresh_from_db()
        assert (somebody.sign_in_phone, somebody.sign_in_phone_verified) == (NUMBER, True)
        assert "081 234 5678" in client.get("/account/phone/change/").text

    def test_a_number_of_somebody_else_is_not_taken(self, client, somebody, member, phones):
        client.post("/account/phone/change/", {"phone": TYPED})
        page = client.post("/account/phone/verify/", {"code": phones.code()})
        assert page.context["verify_form"].errors["code"]
        somebody.refresh_from_db()
        assert not somebody.sign_in_phone

    def test_a_wrong_number_is_said_beside_the_field(self, client, somebody, phones):
        page = client.post("/account/phone/change/", {"phone": "02 123 4567"})
        assert page.context["form"].errors["phone"]
        assert "02 123 4567" in page.text

    def test_a_number_is_taken_off_by_post(self, client, somebody):
        AccountAdapter().set_phone(somebody, NUMBER, True)
        assert client.get("/account/phone/remove/").status_code == 405
        assert client.post("/account/phone/remove/")["Location"] == "/account/ways/"
        somebody.refresh_from_db()
        assert somebody.sign_in_phone == ""
        assert client.post("/account/phone/remove/").status_code == 302

    def test_the_last_way_in_stays(self, client, member, phones):
        client.force_login(member)
        page = client.post("/account/phone/remove/", follow=True)
        assert "ทางโทรศัพท์ทางเดียว" in page.text
        with pytest.raises(LastWayInError):
            actions.take_off_phone(member, by=member)

    def test_a_stranger_is_asked_to_sign_in(self, client):
        assert client.get("/account/phone/change/").status_code == 302
        assert client.post("/account/phone/remove/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_messages_leave_when_nothing_is_left_to_commit(client, phones, monkeypatch):
    open_at = []
    send = FileBackend.send
    monkeypatch.setattr(FileBackend, "send", lambda *args: (open_at.append(connection.in_atomic_block), send(*args)))
    client.post("/account/signup/", {"login": TYPED})
    client.cookies.clear()
    client.post("/account/login/code/", {"login": "0812340000"})
    assert open_at == [False, False]


def test_the_demos_mailbox_shows_messages(member, phones, client, rf, person):
    from portal import demo_views

    ask(client)
    request = rf.get("/demo/mail/")
    request.user, request.session, request._messages = person, {}, []
    assert phones.code() in demo_views.mailbox(request).text
