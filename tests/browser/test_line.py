"""Someone with a phone signs in with LINE, in one tap and a consent."""

import pytest

from tests.browser.visitor import sign_in_with_line, visit
from tests.browser.words import thai

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Line/14.1.0/IAB"


@pytest.fixture
def phone(chromium, own_portal):
    with visit(chromium, own_portal, user_agent=PHONE, has_touch=True, is_mobile=True, allow=(401,)) as page:
        yield page


def test_one_tap_and_a_consent_open_the_account(phone, line):
    line.person = {"sub": "U77", "name": "ยายสมศรี ตัวอย่าง"}
    sign_in_with_line(phone)
    assert "ยายสมศรี ตัวอย่าง" in phone.locator("main").inner_text()


def test_the_button_is_the_first_and_large(phone, line):
    phone.goto("/account/login/")
    button = phone.locator("main form button").first
    assert "LINE" in button.inner_text()
    box = button.bounding_box()
    assert box["height"] >= 48
    assert box["width"] > 250
    assert phone.locator("a[href='?openExternalBrowser=1']").is_visible()


def test_whoever_declines_finds_the_way_back(phone, line):
    phone.goto("/account/login/")
    phone.locator(".button-line").click()
    phone.locator("#deny").click()
    phone.get_by_role("link", name=thai("Back to signing in")).click()
    phone.wait_for_url("**/account/login/")


def test_a_line_that_fails_is_said_in_words(phone, line):
    line.broken = {"token"}
    phone.goto("/account/login/")
    phone.locator(".button-line").click()
    phone.locator("#allow").click()
    assert phone.locator("h1").inner_text() == thai("Signing in with LINE did not work")
