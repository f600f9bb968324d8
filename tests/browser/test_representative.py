"""A representative signs in from a phone, keeps the profile and sends one delegate."""

import io

import pytest
from PIL import Image

from tests.browser.visitor import ROLES, visit
from tests.browser.words import thai

DELEGATE = {
    "title": "นาย",
    "name": "ตัวอย่าง ไปประชุม",
    "position": "กรรมการ",
    "phone": "๐๘๑ ๒๓๔ ๕๖๗๘",
    "email": "delegate@example.org",
}


@pytest.fixture
def rep(chromium, own_portal):
    """A representative at a phone, signed in with a mailed code."""
    with visit(chromium, own_portal, allow=(422,)) as page:
        sign_in_by_code(page, own_portal, ROLES["rep"])
        yield page


def sign_in_by_code(page, portal, email):
    page.goto("/account/login/code/")
    page.locator("main [name=login]").fill(email)
    page.locator("main [name=login]").press("Enter")
    page.locator("[name=code]").fill(portal.code(email))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url("**/account/")


def press(page, words: str) -> None:
    page.get_by_role("button", name=thai(words), exact=True).click()
    page.wait_for_load_state()


def logo() -> dict:
    file = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(file, "PNG")
    return {"name": "logo.png", "mimeType": "image/png", "buffer": file.getvalue()}


def send_profile(page, **changed) -> str:
    """Sends the first organization's profile for approval; gives the address of its page in the account."""
    page.goto("/account/")
    page.locator('main a[href$="/profile/"]').first.click()
    page.wait_for_url("**/profile/")
    for name, value in changed.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=logo]").set_input_files(logo())
    press(page, "Send for approval")
    page.wait_for_url("**/account/organizations/*/")
    return page.url


def test_a_profile_is_sent_and_waits(rep):
    send_profile(rep, phone="๐๓๒ ๔๐๐ ๑๒๓", current_work="ปลูกป่าชายเลนกับโรงเรียน")
    shown = rep.locator("main").inner_text()
    assert thai("Waiting for approval") in shown
    assert "ปลูกป่าชายเลนกับโรงเรียน" in shown
    assert rep.locator(".changes ins").count()
    assert rep.locator("main img.logo").evaluate("image => image.naturalWidth") > 0


def test_the_public_page_stays_as_approved(rep):
    send_profile(rep, current_work="ข้อความที่ยังไม่มีใครตรวจ")
    rep.get_by_role("link", name=thai("Open the public page")).click()
    rep.wait_for_url("**/organizations/*/")
    assert "ข้อความที่ยังไม่มีใครตรวจ" not in rep.content()


def test_what_was_typed_stays_after_a_mistake(rep):
    rep.goto("/account/")
    rep.locator('main a[href$="/profile/"]').first.click()
    rep.locator("[name=phone]").fill("๑๒")
    rep.locator("[name=current_work]").fill("งานที่พิมพ์ไว้")
    press(rep, "Send for approval")
    assert rep.locator("[name=phone][aria-invalid=true]").input_value() == "๑๒"
    assert rep.locator("[name=current_work]").input_value() == "งานที่พิมพ์ไว้"


def test_a_delegate_is_sent_and_told(rep, own_portal):
    rep.goto("/account/")
    rep.locator('main a[href$="/delegate/"]').first.click()
    for name, value in DELEGATE.items():
        rep.locator(f"main [name={name}]").fill(value)
    press(rep, "Send the name")
    assert DELEGATE["name"] in rep.locator("main").inner_text()
    # The demo's own delegates may share the address of the sample.
    [mail] = [mail for mail in own_portal.mails(DELEGATE["email"]) if DELEGATE["name"] in mail]
    objection = next(word for word in mail.split() if "/object/" in word)
    assert rep.goto(objection).status == 200
