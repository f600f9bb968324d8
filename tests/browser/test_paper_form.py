"""A coordinator enters a form from paper; the organization takes it over with the code on the sheet."""

import re

import pytest

from tests.browser.visitor import ROLES, sign_in, sign_in_with_line, visit
from tests.browser.words import thai

NAME = "ตัวอย่าง กลุ่มจากใบสมัครกระดาษ"


@pytest.fixture
def desk(chromium, own_portal):
    """A coordinator at a phone; an incomplete form answers 422, one that is taken over 404."""
    with visit(chromium, own_portal, allow=(404, 422)) as page:
        sign_in(page, ROLES["coord"], to="/desk/")
        yield page


@pytest.fixture
def organization(chromium, own_portal):
    """Somebody else's phone, nobody signed in."""
    with visit(chromium, own_portal) as page:
        yield page


def press(page, words: str, context: str = "") -> None:
    page.get_by_role("button", name=thai(words, context), exact=True).click()
    page.wait_for_load_state()


def begin(page) -> None:
    page.get_by_role("link", name=thai("Enter a paper form")).click()
    page.wait_for_url("**/account/paper/")
    press(page, "Registration with the provincial network")
    page.wait_for_url("**/account/paper/*/")


def copy_from_paper(page) -> None:
    page.locator("[name=name]").fill(NAME)
    page.locator("[name=province]").select_option("TH-76")
    page.locator("[name=district] option[value='7607']").wait_for(state="attached")
    page.locator("[name=district]").select_option("7607")
    page.locator("[name=leader_name]").fill("ตัวอย่าง หัวหน้าทีม")
    page.locator("[name=phone]").fill("๐๘๑ ๒๓๔ ๕๖๗๘")


def test_a_paper_form_is_entered_sent_and_taken_over(desk, organization, line):
    begin(desk)
    copy_from_paper(desk)
    press(desk, "Save and send")
    shown = desk.locator(".error-summary").inner_text()
    assert thai("What do you do at present?") in shown
    assert thai("Where is the organization?") not in shown

    desk.locator("[name=current_work]").fill("ปลูกป่าชายเลนกับโรงเรียน")
    desk.locator("[name=accepted_by]").fill("ตัวอย่าง ผู้ลงชื่อ")
    press(desk, "Save and send")
    desk.wait_for_url("**/sheet/")
    code = desk.locator("p.code").inner_text()
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", code)
    pdf = desk.request.get(desk.get_by_role("link", name=thai("Print the sheet (PDF)")).get_attribute("href"))
    assert pdf.ok
    assert pdf.body().startswith(b"%PDF-")

    # What the camera opens, through the sign-in.
    line.person = {"sub": "U78", "name": "ป้าสมใจ ตัวอย่าง"}
    address = f"/join/code/{code}/"
    sign_in_with_line(organization, to=address)
    assert organization.locator("[name=code]").input_value() == code
    press(organization, "Take it over")
    organization.wait_for_url("**/join/track/*/")
    page = organization.locator("main").inner_text()
    assert NAME in page
    assert thai("Withdraw the application") in page
    organization.goto("/account/")
    assert NAME in organization.locator("main").inner_text()

    # Now it is the organization's: the coordinator finds it among the cases, no more among the papers.
    assert desk.reload().status in (200, 404)
    desk.goto("/desk/")
    assert NAME in desk.locator("main").inner_text()


def test_a_draft_is_found_again_on_the_desk(desk):
    begin(desk)
    desk.locator("[name=name]").fill(NAME)
    press(desk, "Save, not yet finished")
    assert desk.locator("[name=name]").input_value() == NAME
    desk.goto("/desk/?show=paper")
    desk.get_by_role("link", name=NAME).click()
    desk.wait_for_url("**/account/paper/*/")
    assert desk.locator("[name=name]").input_value() == NAME


def test_likely_organizations_appear_while_the_name_is_typed(desk):
    begin(desk)
    desk.locator("[name=name]").press_sequentially("กลุ่มลูกตาลโตนดเมืองเพชร", delay=10)
    found = desk.locator("[data-likely] h3", has_text=re.compile("ลูกตาลโตนดเมืองเพชร"))
    found.wait_for()
    desk.locator("[name=name]").fill("กลุ่มที่ไม่มีใครเหมือน")
    found.wait_for(state="detached")
