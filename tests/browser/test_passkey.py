"""Passkeys, with Chromium's virtual authenticator in the place of a finger."""

from contextlib import contextmanager

import pytest

from portal.demo import PASSWORD
from tests.browser.portal import serve
from tests.browser.test_representative import press, sign_in_by_code
from tests.browser.visitor import ROLES, visit
from tests.browser.words import thai

FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PASSKEY = "#passkey_login"


@contextmanager
def with_finger(chromium, portal):
    """A phone with a fingerprint reader. Passkeys belong to a name, so the portal is visited by its name."""
    with visit(chromium, portal, base_url=portal.url.replace("127.0.0.1", "localhost")) as page:
        devices = page.context.new_cdp_session(page)
        devices.send("WebAuthn.enable")
        devices.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
        yield page


@pytest.fixture
def phone(chromium, own_portal):
    with with_finger(chromium, own_portal) as page:
        yield page


def add_passkey(page) -> None:
    page.goto("/account/2fa/webauthn/add/")
    page.locator("main [name=password]").fill(PASSWORD)
    page.locator("main [name=password]").press("Enter")
    page.locator("#mfa_webauthn_add").click()


def sign_out(page) -> None:
    page.goto("/account/logout/")
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url(lambda url: "logout" not in url)


def test_a_passkey_is_added_and_signs_in(phone, own_portal):
    sign_in_by_code(phone, own_portal, ROLES["rep"])
    add_passkey(phone)
    phone.wait_for_url("**/account/ways/")
    sign_out(phone)
    phone.goto("/account/login/?next=/account/details/")
    phone.locator(PASSKEY).click()
    phone.wait_for_url("**/account/details/")


def test_a_member_with_a_passkey_may_still_sign_in_with_a_code(phone, own_portal):
    sign_in_by_code(phone, own_portal, ROLES["rep"])
    add_passkey(phone)
    phone.wait_for_url("**/account/ways/")
    sign_out(phone)
    sign_in_by_code(phone, own_portal, ROLES["rep"])


def test_passkeys_are_seen_renamed_and_taken_off(phone, own_portal):
    sign_in_by_code(phone, own_portal, ROLES["rep"])
    add_passkey(phone)
    phone.wait_for_url("**/account/ways/")
    phone.goto("/account/2fa/webauthn/")
    phone.get_by_role("link", name=thai("Rename")).click()
    if phone.locator("main [name=password]").count():
        phone.locator("main [name=password]").fill(PASSWORD)
        phone.locator("main [name=password]").press("Enter")
    phone.locator("main [name=name]").fill("โทรศัพท์ของแม่")
    press(phone, "Save")
    phone.wait_for_url("**/2fa/webauthn/")
    assert "โทรศัพท์ของแม่" in phone.locator("main").inner_text()
    phone.get_by_role("link", name=thai("Take off")).click()
    press(phone, "Take off")
    phone.wait_for_url("**/2fa/webauthn/")
    assert "โทรศัพท์ของแม่" not in phone.locator("main").inner_text()


def test_a_device_without_a_passkey_is_told_so_in_words(phone):
    phone.goto("/account/login/")
    phone.locator(PASSKEY).click()
    notice = phone.locator("[data-passkey-problem]")
    notice.wait_for(state="visible")
    assert thai("The passkey did not work") in notice.inner_text()


@pytest.fixture
def strict(chromium, tmp_path):
    """A portal that asks for a second factor, as real ones do, and somebody at a phone."""
    with serve(tmp_path, CMS_SECOND_FACTOR="1") as portal, with_finger(chromium, portal) as page:
        yield page, portal


def test_an_editor_sets_a_passkey_up_and_the_cms_opens(strict):
    page, portal = strict
    sign_in_by_code(page, portal, ROLES["editor"])
    page.goto("/admin/")
    assert page.locator("h1").inner_text() == thai("Two-step sign-in")
    add_passkey(page)
    page.wait_for_url("**/2fa/recovery-codes/")
    assert page.locator("main .codes li").count() == 10
    page.goto("/admin/")
    assert page.url.endswith("/admin/")
    page.goto("/account/")
    sign_out(page)
    page.goto("/account/login/?next=/admin/")
    page.locator(PASSKEY).click()
    page.wait_for_url("**/admin/")


def test_an_editor_with_a_code_by_mail_is_asked_for_the_passkey(strict):
    page, portal = strict
    sign_in_by_code(page, portal, ROLES["editor"])
    add_passkey(page)
    page.wait_for_url("**/2fa/recovery-codes/")
    sign_out(page)
    page.goto("/account/login/code/")
    page.locator("main [name=login]").fill(ROLES["editor"])
    page.locator("main [name=login]").press("Enter")
    page.locator("[name=code]").fill(portal.code(ROLES["editor"]))
    page.locator("[name=code]").press("Enter")
    page.locator("#mfa_webauthn_authenticate").click()
    page.wait_for_url("**/account/")
    page.goto("/admin/")
    assert page.url.endswith("/admin/")
