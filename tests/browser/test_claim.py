"""Somebody finds their organization in the directory, asks to represent it, and its centre says yes."""

import re

import pytest

from tests.browser.visitor import ROLES, sign_in, visit
from tests.browser.words import thai

SLUG = "sample-salt-farms-and-mangroves-association"
CLAIM = f"/organizations/{SLUG}/claim/"


@pytest.fixture
def claimant(chromium, own_portal):
    with visit(chromium, own_portal) as page:
        yield page


@pytest.fixture
def coordinator(chromium, own_portal):
    with visit(chromium, own_portal, allow=(422,)) as page:
        yield page


def press(page, words: str, context: str = "") -> None:
    page.get_by_role("button", name=thai(words, context), exact=True).click()
    page.wait_for_load_state()


def ask(page) -> None:
    """From the public page by way of the sign-in to the request that is sent."""
    page.goto(f"/organizations/{SLUG}/")
    page.get_by_role("link", name=thai("I act for this organization")).click()
    page.wait_for_url("**/account/login/**")
    sign_in(page, ROLES["rep"], to=CLAIM)
    page.locator("[name=position]").fill("เลขานุการ")
    page.locator("[name=phone]").fill("๐๘๑ ๒๓๔ ๕๖๗๘")
    page.locator("[name=message]").fill("โทรถามหัวหน้าทีมได้")
    press(page, "Send the request")
    page.wait_for_url("**/account/")


def open_claim(page) -> None:
    sign_in(page, ROLES["coord"], to="/desk/")
    page.locator("nav.tabs a", has_text=thai("Claims to decide")).click()
    page.get_by_role("link", name=re.compile("นาเกลือ")).click()
    page.wait_for_url("**/desk/claims/*/")


def test_a_claim_is_made_decided_and_seen_in_the_account(claimant, coordinator, own_portal):
    ask(claimant)
    assert thai("Waiting for the centre", "a claim") in claimant.locator("main").inner_text()
    assert any("นาเกลือ" in mail for mail in own_portal.mails(ROLES["coord"]))

    open_claim(coordinator)
    assert "โทรถามหัวหน้าทีมได้" in coordinator.locator("main").inner_text()
    assert coordinator.locator('a[href="tel:+66812345678"]').is_visible()
    press(coordinator, "Accept")
    coordinator.wait_for_url("**/desk/")

    claimant.goto("/account/")
    mine = claimant.locator("section", has=claimant.get_by_role("heading", name=thai("My organizations"), exact=True))
    mine.get_by_role("link", name=re.compile("นาเกลือ")).click()
    claimant.wait_for_url("**/account/organizations/*/")
    assert any("นาเกลือ" in mail for mail in own_portal.mails(ROLES["rep"]))


def test_a_refusal_needs_a_reason_and_the_claimant_reads_it(claimant, coordinator):
    ask(claimant)
    open_claim(coordinator)
    press(coordinator, "Refuse")
    assert coordinator.locator(".error-summary").is_visible()
    coordinator.locator("[name=reason]").fill("หัวหน้าทีมบอกว่าไม่รู้จัก")
    press(coordinator, "Refuse")
    coordinator.wait_for_url("**/desk/")
    claimant.goto("/account/")
    assert "หัวหน้าทีมบอกว่าไม่รู้จัก" in claimant.locator("main").inner_text()


def test_who_applies_finds_the_organization_and_claims_it_instead(chromium, own_portal):
    """Without a script: the question comes on a page of its own."""
    with visit(chromium, own_portal) as page:
        sign_in(page, ROLES["applicant"])
        state = page.context.storage_state()
    with visit(chromium, own_portal, java_script_enabled=False, storage_state=state) as page:
        page.goto("/join/new/national/")
        page.locator("[name=name]").fill("สมาคมนาเกลือป่าชายเลน")
        press(page, "Next", "question")
        page.wait_for_url("**/is-this-you/")
        page.get_by_role("link", name=thai("Yes, I want to represent it")).click()
        assert page.locator("[name=discard]").is_checked()
        page.locator("[name=position]").fill("กรรมการ")
        page.locator("[name=phone]").fill("081 234 5678")
        press(page, "Send the request")
        page.wait_for_url("**/account/")
        shown = page.locator("main").inner_text()
        assert thai("Waiting for the centre", "a claim") in shown
        assert "สมาคมนาเกลือป่าชายเลน" not in shown
