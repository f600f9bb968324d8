"""The CMS opens to a second factor that was shown in this session, and to nothing less."""

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY, record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command
from django.test import Client

from portal.models import User
from tests.factories.portal import UserFactory
from tests.portal.signing_in import app_code, code_in, settings_with

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def editor(admin):
    """Somebody of the CMS with a verified address and no factor yet."""
    admin.set_unusable_password()
    admin.save()
    EmailAddress.objects.create(user=admin, email=admin.email, verified=True, primary=True)
    return admin


@pytest.fixture
def bare(client, editor):
    """The editor, signed in without a second factor."""
    client.force_login(editor)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = []
    session.save()
    return client


def sign_in_by_mail(client, person, mailoutbox):
    client.post("/account/login/code/", {"login": person.email})
    return client.post("/account/login/code/confirm/", {"code": code_in(mailoutbox[-1])})


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/users/", "/admin/jsi18n/", "/admin/account/"])
def test_without_a_factor_only_its_set_up_is_left(bare, address):
    response = bare.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"/account/2fa/?next={address}"
    assert bare.get(response["Location"]).status_code == 200


def test_nothing_is_written_without_a_factor(bare):
    response = bare.post("/admin/users/new/", {"email": "new@example.org", "name": "x"})
    assert response["Location"] == "/account/2fa/?next=/admin/"
    assert not User.objects.filter(email="new@example.org").exists()


def test_signing_out_is_free(bare):
    bare.post("/admin/logout/")
    assert "_auth_user_id" not in bare.session


def test_a_code_by_mail_is_no_second_factor(client, editor, mailoutbox):
    sign_in_by_mail(client, editor, mailoutbox)
    assert "_auth_user_id" in client.session
    assert client.get("/admin/").status_code == 302


def test_having_a_factor_is_not_enough(bare, editor):
    TOTP.activate(editor, SECRET)
    response = bare.get("/admin/pages/")
    assert response["Location"] == "/account/2fa/reauthenticate/?next=/admin/pages/"


def test_a_passkey_is_asked_for_where_there_is_no_app(bare, editor):
    Authenticator.objects.create(user=editor, type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}})
    assert bare.get("/admin/")["Location"] == "/account/2fa/webauthn/reauthenticate/?next=/admin/"


def test_the_code_of_the_app_opens_the_cms_and_leads_back(bare, editor):
    TOTP.activate(editor, SECRET)
    door = bare.get("/admin/pages/")["Location"]
    response = bare.post(door, {"code": app_code(SECRET)})
    assert response["Location"] == "/admin/pages/"
    assert bare.get("/admin/pages/").status_code == 200


def test_a_wrong_code_of_the_app_opens_nothing(bare, editor):
    TOTP.activate(editor, SECRET)
    wrong = "000000" if app_code(SECRET) != "000000" else "111111"
    page = bare.post("/account/2fa/reauthenticate/?next=/admin/", {"code": wrong})
    assert page.status_code == 200
    assert page.context["form"].errors["code"]
    assert bare.get("/admin/").status_code == 302


def test_signing_in_asks_for_the_app_and_then_opens_the_cms(client, editor, mailoutbox):
    TOTP.activate(editor, SECRET)
    response = sign_in_by_mail(client, editor, mailoutbox)
    assert response["Location"] == "/account/2fa/authenticate/"
    thai = app_code(SECRET).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    client.post("/account/2fa/authenticate/", {"code": thai})
    assert client.get("/admin/").status_code == 200


def test_a_recovery_code_stands_for_a_lost_factor(client, editor, mailoutbox):
    TOTP.activate(editor, SECRET)
    code = RecoveryCodes.activate(editor).generate_codes()[0]
    sign_in_by_mail(client, editor, mailoutbox)
    client.post("/account/2fa/authenticate/", {"code": code})
    assert client.get("/admin/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_setting_a_factor_up_opens_the_cms_at_once(bare):
    page = bare.get("/account/2fa/totp/activate/")
    response = bare.post("/account/2fa/totp/activate/", {"code": app_code(page.context["form"].secret)})
    assert response.status_code == 302
    assert bare.get("/admin/").status_code == 200


def test_a_factor_that_was_taken_off_opens_nothing_more(bare):
    page = bare.get("/account/2fa/totp/activate/")
    bare.post("/account/2fa/totp/activate/", {"code": app_code(page.context["form"].secret)})
    own = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().generate_codes()[0]
    bare.post("/account/2fa/reauthenticate/", {"code": own})
    assert bare.post("/account/2fa/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.exists()
    assert bare.get("/admin/").status_code == 302


def test_what_another_person_has_shown_in_this_browser_does_not_count(bare, editor, rf):
    other = UserFactory(is_superuser=True)
    request = rf.get("/")
    request.session = bare.session
    record_authentication(request, other, "mfa", type="totp")
    request.session.save()
    assert bare.get("/admin/").status_code == 302


def test_a_stranger_and_a_member_meet_the_door_as_before(person):
    stranger, member = Client(), Client()
    assert stranger.get("/admin/pages/")["Location"] == "/account/login/?next=/admin/pages/"
    member.force_login(person)
    assert member.get("/admin/").status_code == 404


class TestTheDemo:
    def test_may_go_without_and_says_so_loudly(self, bare, settings, capsys):
        settings.CMS_SECOND_FACTOR = False
        page = bare.get("/admin/")
        assert page.status_code == 200
        assert "ยืนยันตัวตนขั้นที่สอง" in page.text
        call_command("demo_signins")
        assert "CMS_SECOND_FACTOR" in capsys.readouterr().out

    def test_says_nothing_where_the_factor_is_asked_for(self, client, editor, capsys):
        client.force_login(editor)
        assert "help-critical" not in client.get("/admin/").text
        call_command("demo_signins")
        assert "CMS_SECOND_FACTOR" not in capsys.readouterr().out

    @pytest.mark.parametrize(
        "way", [{"PORTAL_DEMO": "1"}, {"DEBUG": "1"}, {}], ids=["demo", "development", "production"]
    )
    def test_alone_may_switch_it_off(self, way):
        done = settings_with(CMS_SECOND_FACTOR="0", **way)
        assert bool(done.returncode) is ("PORTAL_DEMO" not in way)
        assert ("CMS_SECOND_FACTOR" in done.stderr) is ("PORTAL_DEMO" not in way)
