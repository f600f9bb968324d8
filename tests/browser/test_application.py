"""An organization registers with the network of its province, from a phone, by whoever holds it."""

import pytest
from django.utils.translation import override, pgettext

from portal.demo import PASSWORD
from tests.browser.visitor import sign_in_with_line, visit
from tests.browser.words import thai

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Line/14.1.0/IAB"
HANDY = {"user_agent": PHONE, "has_touch": True, "is_mobile": True}
BEGIN = "/join/new/provincial/"
MOST_SCREENS = 7
NEXT = "main form.form button[type=submit]:not([name])"


@pytest.fixture
def phone(chromium, own_portal):
    with visit(chromium, own_portal, allow=(422,), **HANDY) as page:
        yield page


@pytest.fixture
def plain_phone(chromium, own_portal):
    """The same without script."""
    with visit(chromium, own_portal, allow=(422,), java_script_enabled=False, **HANDY) as page:
        sign_in_without_script(page, "applicant@example.org")
        yield page


def sign_in_without_script(page, email):
    page.goto(f"/account/login/?next={BEGIN}")
    page.locator("details:has([name=password]) summary").click()
    page.locator("form:has([name=password]) [name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(f"**{BEGIN}")


class Hand:
    """Whoever taps and types; counts both and the screens that came."""

    def __init__(self, page):
        self.page, self.taps, self.screens = page, 0, []

    def tap(self, selector):
        self.taps += 1
        self.page.locator(selector).first.click()

    def on(self, where, selector=NEXT):
        self.tap(selector)
        self.page.wait_for_url(where)
        self.screens.append(self.page.url)

    def type(self, name, text):
        self.taps += 1
        self.page.locator(f"main [name={name}]").fill(text)

    def choose(self, name, label):
        self.taps += 2
        field = self.page.locator(f"main [name={name}]")
        # The list arrives a moment after the one before was chosen.
        field.locator("option", has_text=label).first.wait_for(state="attached")
        field.select_option(label=label)


def test_five_items_from_line_to_the_tracking_page(phone, line):
    line.person = {"sub": "U88", "name": "สมชาย ตัวอย่าง"}
    phone.goto("/join/")
    hand = Hand(phone)
    hand.tap(f"main a[href='{BEGIN}']")
    phone.wait_for_url("**/account/login/**")
    phone.locator(".button-line").click()
    phone.locator("#allow").click()
    phone.wait_for_url(f"**{BEGIN}")
    hand.screens.append(phone.url)

    hand.type("name", "ตัวอย่าง กลุ่มทดสอบริมคลองบางจาน")
    hand.on("**/location/")
    hand.choose("province", "เพชรบุรี")
    hand.choose("district", "เมืองเพชรบุรี")
    assert not phone.locator("[data-choose]").count()
    hand.choose("subdistrict", "โพไร่หวาน")
    assert phone.locator("[name=postal_code]").input_value() == "76000"
    hand.on("**/leader/")
    hand.type("leader_name", "สมชาย ตัวอย่าง")
    hand.on("**/work/")
    hand.type("current_work", "ดูแลคลองกับเด็กในหมู่บ้าน")
    hand.on("**/phone/")
    hand.type("phone", "๐๒ ๐๐๐ ๐๐๐๑")
    hand.on("**/join/*-*/")
    assert "โพไร่หวาน" in phone.locator("main").inner_text()
    assert phone.locator("[name=accepted_by]").input_value() == "สมชาย ตัวอย่าง"
    hand.tap("[name=accepts]")
    hand.on("**/join/track/*/")

    assert len(hand.screens) <= MOST_SCREENS
    # The start button, five buttons "next" and the one that sends, five fields, three lists of two taps, one tick.
    assert hand.taps <= 19
    shown = phone.locator("main").inner_text()
    assert "ตัวอย่าง กลุ่มทดสอบริมคลองบางจาน" in shown
    assert thai("The application is sent. This page shows you how it goes on.") in shown


def test_another_province_brings_other_lists(phone, line):
    sign_in_with_line(phone, to=BEGIN)
    hand = Hand(phone)
    hand.type("name", "ตัวอย่าง กลุ่มทดสอบย้ายที่")
    hand.on("**/location/")
    hand.choose("province", "เพชรบุรี")
    hand.choose("district", "เมืองเพชรบุรี")
    hand.choose("subdistrict", "โพไร่หวาน")
    hand.choose("province", "น่าน")
    hand.choose("district", "ปัว")
    assert phone.locator("[name=postal_code]").input_value() == ""
    hand.choose("subdistrict", "ปัว")
    assert phone.locator("[name=postal_code]").input_value() == "55120"
    hand.on("**/leader/")


def test_without_script_the_lists_come_one_by_one(plain_phone):
    page, hand = plain_phone, Hand(plain_phone)
    hand.type("name", "ตัวอย่าง กลุ่มทดสอบไม่มีสคริปต์")
    hand.on("**/location/")
    assert not page.locator("[name=district]").is_visible()
    hand.choose("province", "เพชรบุรี")
    hand.tap("button[name=choose][value=province]")
    hand.choose("district", "เมืองเพชรบุรี")
    hand.tap("button[name=choose][value=district]")
    page.locator("[name=subdistrict]").wait_for()
    page.locator("[name=address_line]").fill("เลขที่ 89")
    hand.choose("subdistrict", "โพไร่หวาน")
    hand.on("**/leader/")
    hand.tap(f"button:text-is('{back()}')")
    page.wait_for_url("**/location/")
    assert page.locator("[name=postal_code]").input_value() == "76000"
    assert page.locator("[name=address_line]").input_value() == "เลขที่ 89"


def test_the_browsers_own_way_back_loses_nothing(phone, line):
    sign_in_with_line(phone, to=BEGIN)
    hand = Hand(phone)
    hand.type("name", "ตัวอย่าง กลุ่มทดสอบถอยหลัง")
    hand.on("**/location/")
    phone.go_back()
    phone.wait_for_url(f"**{BEGIN}")
    assert phone.locator("main [name=name]").input_value() == "ตัวอย่าง กลุ่มทดสอบถอยหลัง"
    hand.on("**/location/")
    phone.goto("/account/")
    assert phone.locator("main a", has_text=thai("Continue writing")).count() == 1


def back() -> str:
    with override("th"):
        return pgettext("question", "Back")
