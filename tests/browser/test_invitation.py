"""Somebody is invited and accepts, takes the main role over, or comes with a code on paper: each on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.visitor import ROLES, sign_in, sign_in_with_line, visit
from tests.browser.words import thai

NEW = "new.person@example.org"
NAME = "ตัวอย่าง สมศรี"
LINK = re.compile(r"https?://\S+/invitation/[0-9a-f-]{36}/")


@pytest.fixture
def rep(chromium, own_portal):
    """The primary contact, at a phone."""
    with visit(chromium, own_portal, allow=(422,)) as page:
        sign_in(page, ROLES["rep"])
        yield page


@pytest.fixture
def invited(chromium, own_portal):
    """Somebody else's phone, nobody signed in; an invitation that is used up answers 410, an unanswered tick 409."""
    with visit(chromium, own_portal, allow=(409, 410)) as page:
        yield page


def press(page, words: str, context: str = "") -> None:
    page.get_by_role("button", name=thai(words, context), exact=True).click()
    page.wait_for_load_state()


def follow(page, words: str) -> None:
    page.get_by_role("link", name=thai(words), exact=True).first.click()
    page.wait_for_load_state()


def people_page(page) -> str:
    """Through the account to the people of the river network."""
    page.goto("/account/")
    page.get_by_role("link", name=re.compile("ลุ่มน้ำเพชร")).first.click()
    page.wait_for_url("**/account/organizations/*/")
    follow(page, "Invite, hand over, see who sees what")
    page.wait_for_url("**/people/")
    return page.url


def main(page) -> str:
    return page.locator("main").inner_text()


def mailed_link(portal, address: str) -> str:
    return LINK.findall(portal.mails(address)[-1])[-1]


def open_account(page, portal, address: str) -> None:
    """As the invitation says: an address, the code that comes to it, and back to the invitation."""
    follow(page, "I have no account yet")
    page.locator("main [name=login]").fill(address)
    page.locator("main [name=login]").press("Enter")
    page.locator("[name=code]").fill(portal.code(address))
    page.locator("[name=code]").press("Enter")
    page.wait_for_url("**/invitation/*/")


def is_for_everyone(page) -> None:
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 391


def test_an_invitation_by_mail_and_the_hand_over_that_follows(rep, invited, own_portal):
    people = people_page(rep)
    is_for_everyone(rep)
    follow(rep, "Invite somebody")
    is_for_everyone(rep)
    press(rep, "Invite")
    assert rep.locator(".error-summary").is_visible()
    rep.locator("[name=name]").fill(NAME)
    rep.locator("[name=address]").fill(NEW)
    rep.locator("[name=role][value=editor]").check()
    press(rep, "Invite")
    rep.wait_for_url("**/account/invitations/*/")
    assert NEW in main(rep)
    is_for_everyone(rep)

    invited.goto(mailed_link(own_portal, NEW))
    assert NAME in main(invited)
    is_for_everyone(invited)
    open_account(invited, own_portal, NEW)
    press(invited, "Accept", "an invitation")
    invited.wait_for_url("**/account/organizations/*/")
    assert any(NEW in mail for mail in own_portal.mails(ROLES["rep"]))

    rep.goto(people)
    follow(rep, "Hand my role over")
    is_for_everyone(rep)
    rep.get_by_role("radio", name=re.compile(NAME)).check()
    rep.locator("[name=afterwards][value=editor]").check()
    press(rep, "Ask the person")
    rep.wait_for_url("**/account/invitations/*/")
    rep.goto(people)
    assert thai("You are handing your role over") in main(rep)

    invited.goto("/account/")
    follow(invited, "Read and answer")
    press(invited, "Accept", "an invitation")
    invited.wait_for_url("**/account/organizations/*/")
    follow(invited, "Invite, hand over, see who sees what")
    assert invited.get_by_role("link", name=thai("Invite somebody"), exact=True).is_visible()

    # The old one keeps the profile, and chooses nobody any more.
    rep.goto(people)
    assert not rep.get_by_role("link", name=thai("Invite somebody"), exact=True).is_visible()
    assert not rep.get_by_role("link", name=thai("Hand my role over"), exact=True).is_visible()
    follow(rep, "Who changed what, and when")
    assert NAME in main(rep)
    is_for_everyone(rep)


def test_the_last_primary_contact_is_led_to_the_hand_over(rep):
    people_page(rep)
    follow(rep, "Stop acting for it")
    assert not rep.get_by_role("button", name=thai("Yes, I stop")).is_visible()
    is_for_everyone(rep)
    follow(rep, "Hand my role over")
    rep.wait_for_url("**/people/hand-over/")


def test_a_code_on_paper_opens_the_invitation_once(rep, invited, own_portal, line):
    people_page(rep)
    rep.get_by_role("link", name="ป้าตัวอย่าง ใจเย็น").click()
    rep.wait_for_url("**/account/invitations/*/")
    code = rep.locator("p.code").inner_text()
    pdf = rep.request.get(rep.get_by_role("link", name=thai("Print the invitation (PDF)")).get_attribute("href"))
    assert pdf.body().startswith(b"%PDF-")

    # What the camera opens, through the sign-in.
    line.person = {"sub": "U90", "name": "ป้าใจเย็น ตัวอย่าง"}
    sign_in_with_line(invited, to=f"/invitation/code/{code}/")
    assert invited.locator("[name=code]").input_value() == code
    is_for_everyone(invited)
    press(invited, "Open the invitation")
    invited.wait_for_url("**/invitation/*/")
    address = invited.url
    press(invited, "Accept", "an invitation")
    invited.wait_for_url("**/account/organizations/*/")

    rep.goto(address)
    assert thai("Accept", "an invitation") not in main(rep)
    people_page(rep)
    assert "ป้าใจเย็น" in main(rep)


def test_somebody_with_another_address_says_that_it_is_meant_for_them(invited, own_portal):
    # The demo's letters arrived before this portal was there, so the address comes from the account.
    sign_in(invited, ROLES["invited"])
    address = invited.get_by_role("link", name=thai("Read and answer")).first.get_attribute("href")
    invited.context.clear_cookies()
    sign_in(invited, ROLES["applicant"])
    invited.goto(address)
    is_for_everyone(invited)
    press(invited, "Accept", "an invitation")
    assert invited.locator('[role="alert"]').is_visible()
    invited.locator("[name=is_meant]").check()
    press(invited, "Accept", "an invitation")
    invited.wait_for_url("**/account/organizations/*/")
    assert any("applicant@example.org" in mail for mail in own_portal.mails(ROLES["rep"]))
