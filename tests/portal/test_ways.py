"""The page of all ways to sign in, and the rules about passkeys that need no browser."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount

from portal.accounts import factors
from portal.accounts.ways import is_last_way, ways_in
from tests.factories.portal import UserFactory
from tests.portal.signing_in import code_in, signed_in

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


def passkey_of(user, name="เครื่องแรก") -> Authenticator:
    data = {"name": name, "credential": {}}
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)


@pytest.fixture
def member(client):
    user = UserFactory()
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.force_login(user)
    return user


class TestThePage:
    @pytest.mark.parametrize("prefix", ["", "/en"])
    def test_it_shows_what_is_switched_on(self, client, line, member, prefix):
        member.sign_in_phone, member.sign_in_phone_verified = "+66812345678", True
        member.save()
        SocialAccount.objects.create(user=member, provider="line", uid="U1", extra_data={"name": "สมศรี"})
        passkey_of(member)
        page = client.get(f"{prefix}/account/ways/")
        assert page.status_code == 200
        for shown in (member.email, "081 234 5678", "สมศรี"):
            assert shown in page.text
        assert page.text.count("badge-good") == 4

    def test_it_offers_what_is_not(self, client, member):
        page = client.get("/account/ways/").text
        assert page.count("badge-good") == 1
        assert "/account/2fa/webauthn/" in page
        assert "/account/phone/change/" in page
        assert "/account/line/" not in page

    def test_a_stranger_is_asked_to_sign_in_and_nothing_is_changed_here(self, client, db):
        assert client.get("/account/ways/").status_code == 302
        assert client.post("/account/ways/").status_code == 405


class TestTheLastWay:
    def test_ways_are_counted_only_where_they_open(self, line, phones, member, settings):
        passkey = passkey_of(member)
        member.sign_in_phone, member.sign_in_phone_verified = "+66812345678", True
        account = SocialAccount.objects.create(user=member, provider="line", uid="U1")
        assert len(ways_in(member)) == 4
        settings.SMS = None
        settings.SOCIALACCOUNT_PROVIDERS = {"line": {"APPS": []}}
        assert len(ways_in(member)) == 2
        assert not is_last_way(passkey, member)
        EmailAddress.objects.all().delete()
        assert is_last_way(passkey, member)
        assert not is_last_way(account, member)

    def reauthenticated(self, client) -> None:
        session = client.session
        for record in session["account_authentication_methods"]:
            record["reauthenticated"] = True
        session.save()

    def test_a_passkey_that_is_the_last_way_stays(self, client, member):
        passkey = passkey_of(member)
        EmailAddress.objects.all().delete()
        self.reauthenticated(client)
        page = client.post(f"/account/2fa/webauthn/keys/{passkey.pk}/remove/")
        assert page.status_code == 422
        assert 'role="alert"' in page.text
        assert Authenticator.objects.filter(pk=passkey.pk).exists()

    def test_another_passkey_goes_by_post(self, client, member):
        passkey = passkey_of(member)
        self.reauthenticated(client)
        address = f"/account/2fa/webauthn/keys/{passkey.pk}/remove/"
        assert client.get(address).status_code == 200
        assert client.post(address).status_code == 302
        assert not Authenticator.objects.exists()

    def test_a_passkey_of_somebody_else_is_not_there(self, client, member):
        passkey = passkey_of(UserFactory())
        self.reauthenticated(client)
        for send in (client.get, client.post):
            assert send(f"/account/2fa/webauthn/keys/{passkey.pk}/remove/").status_code in {302, 404}
        assert Authenticator.objects.exists()


class TestTheSecondStep:
    def test_is_asked_of_people_of_the_cms_and_of_whoever_chose_the_app(self):
        member, editor, careful = UserFactory(), UserFactory(is_superuser=True), UserFactory()
        assert not factors.needed(editor)
        passkey_of(member)
        passkey_of(editor)
        TOTP.activate(careful, SECRET)
        assert [factors.needed(user) for user in (member, editor, careful)] == [False, True, True]

    def test_a_members_passkey_does_not_shut_the_door_of_the_code(self, client, member, mailoutbox):
        passkey_of(member)
        client.logout()
        client.post("/account/login/code/", {"login": member.email})
        client.post("/account/login/code/confirm/", {"code": code_in(mailoutbox[0])})
        assert signed_in(client)


@pytest.mark.parametrize(
    "sent", [{}, [], 1, None, "x", {"id": "x", "response": None}, {"response": {"userHandle": "MQ"}}]
)
def test_what_is_no_passkey_is_answered_in_words(client, db, sent):
    client.get("/account/2fa/webauthn/login/", headers={"Accept": "application/json"})
    page = client.post("/account/2fa/webauthn/login/", {"credential": json.dumps(sent)}, follow=True)
    assert page.status_code == 200
    assert page.request["PATH_INFO"] == "/account/login/"
    assert "notice" in page.text
    assert not signed_in(client)


PAGES = ["/account/2fa/", "/account/2fa/webauthn/", "/account/2fa/webauthn/add/", "/account/2fa/totp/activate/"]


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_the_second_step_opens_in_both_languages(client, member, prefix, address):
    page = client.get(prefix + address)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_recovery_codes_are_shown_and_made_anew(client, member, prefix):
    TOTP.activate(member, SECRET)
    session = client.session
    session["account_authentication_methods"][0]["reauthenticated"] = True
    session.save()
    assert client.get(f"{prefix}/account/2fa/recovery-codes/generate/").status_code == 200
    client.post(f"{prefix}/account/2fa/recovery-codes/generate/")
    page = client.get(f"{prefix}/account/2fa/recovery-codes/")
    assert page.text.count("<code>") == 10
    assert client.get(f"{prefix}/account/2fa/recovery-codes/download/")["Content-Type"].startswith("text/plain")
    assert client.get(f"{prefix}/account/2fa/totp/deactivate/").status_code == 200


def test_a_name_that_is_too_long_is_said_beside_the_field(client, member):
    page = client.post("/account/2fa/webauthn/add/", {"name": "ก" * 61, "credential": "{}"})
    assert page.status_code == 200
    assert page.context["form"].errors["name"]


def test_codes_are_asked_for_on_a_keypad_in_one_word(client, member):
    field = client.get("/account/2fa/totp/activate/").context["form"]["code"]
    assert field.label == "รหัส"
    assert 'inputmode="numeric"' in str(field)
