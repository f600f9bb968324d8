"""Those who publish: a registrar decides on profiles, an editor changes news."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.test_representative import send_profile, sign_in_by_code
from tests.browser.visitor import ROLES, sign_in, visit
from tests.browser.words import thai

DESK = {"width": 1280, "height": 900}
WORK = "ข้อความใหม่ที่นายทะเบียนอ่านแล้ว"


@pytest.fixture
def desk(chromium, own_portal):
    """Opens the CMS at a desk for a role."""

    @contextmanager
    def opened(role):
        with visit(chromium, own_portal, viewport=DESK) as page:
            sign_in(page, ROLES[role], to="/admin/")
            yield page

    return opened


@pytest.fixture
def rep(chromium, own_portal):
    with visit(chromium, own_portal) as page:
        sign_in_by_code(page, own_portal, ROLES["rep"])
        yield page


def choose(page, button: str) -> None:
    """Presses a button of the edit view's folded action menu."""
    page.locator("footer .w-dropdown__toggle").click()
    page.locator(f"footer {button}").first.click()


def open_waiting(page, organization: str) -> None:
    """From the dashboard to the version that waits for a decision."""
    pk = organization.rstrip("/").split("/")[-1]
    page.goto("/admin/")
    page.locator(f'main a[href*="/organization/edit/{pk}/"]').first.click()
    page.wait_for_url(f"**/organization/edit/{pk}/**")


def test_what_a_registrar_approves_becomes_public(rep, desk):
    organization = send_profile(rep, current_work=WORK)
    with desk("registrar") as page:
        open_waiting(page, organization)
        choose(page, "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])")
        page.wait_for_url("**/organization/")
    rep.goto(organization)
    assert thai("Waiting for approval") not in rep.locator("main").inner_text()
    rep.get_by_role("link", name=thai("Open the public page")).click()
    rep.wait_for_url("**/organizations/*/")
    assert WORK in rep.locator("main").inner_text()
    assert rep.locator("main img.logo").evaluate("image => image.naturalWidth") > 0


def test_what_a_registrar_returns_comes_with_a_comment(rep, desk):
    organization = send_profile(rep, current_work=WORK)
    with desk("registrar") as page:
        open_waiting(page, organization)
        choose(page, "[data-workflow-action-name=reject]")
        page.locator("[name=comment]").fill("โปรดเขียนให้สั้นลง")
        page.locator(".modal [type=submit]").click()
        page.wait_for_url("**/organization/")
    rep.goto(organization)
    assert "โปรดเขียนให้สั้นลง" in rep.locator("main").inner_text()


def test_an_editor_publishes_a_change_of_a_news_item(desk, own_portal):
    with desk("editor") as page:
        page.goto("/admin/pages/")
        for live in ("/", "/news/"):
            row = page.locator(f'main tr:has(a[href="{live}"], a[href="{own_portal.url}{live}"])')
            row.locator("a.children, a[href^='/admin/pages/']").last.click()
            page.wait_for_load_state()
        page.locator('main tbody a[href$="/edit/"]').first.click()
        page.wait_for_url("**/edit/")
        page.locator("[name=title]").fill("ข่าวที่เพิ่งแก้")
        choose(page, "[name=action-publish]")
        page.wait_for_load_state()
        page.goto("/news/")
        assert "ข่าวที่เพิ่งแก้" in page.locator("main").inner_text()


def step_down(page, live: str) -> None:
    """From a list of pages to the one below the page at the public address `live`."""
    page.locator(f'main tr:has(a[href="{live}"])').locator("a.children, a[href^='/admin/pages/']").last.click()
    page.wait_for_load_state()


def test_an_editor_writes_a_news_item_that_a_reader_finds(chromium, own_portal, desk):
    with desk("editor") as page:
        page.goto("/admin/pages/")
        step_down(page, "/")
        step_down(page, "/news/")
        page.locator('a[href$="/add_subpage/"]').first.click()
        page.wait_for_url("**/add/home/newspage/**")
        page.locator("[name=title]").fill("ข่าวใหม่จากบรรณาธิการ")
        page.locator("[name=lead]").fill("ความนำที่เพิ่งเขียน")
        page.locator(".c-sf-add-button").first.click()
        page.get_by_role("option", name="ข้อความ", exact=True).click()
        page.locator("[contenteditable=true]").first.press_sequentially("เนื้อข่าวทั้งหมด")
        # The editor keeps what is typed in its field a moment later.
        expect(page.locator("[name=body-0-value]")).to_have_value(re.compile("เนื้อข่าวทั้งหมด"))
        page.locator("button[data-tabs-target], a[role=tab]").last.click()
        page.locator("[name=slug]").fill("editors-news")
        choose(page, "[name=action-publish]")
        page.wait_for_url("**/admin/pages/*/")
    with visit(chromium, own_portal) as reader:
        reader.goto("/news/")
        reader.get_by_role("link", name="ข่าวใหม่จากบรรณาธิการ").first.click()
        reader.wait_for_url("**/news/editors-news/")
        text = reader.locator("main").inner_text()
        assert "ความนำที่เพิ่งเขียน" in text
        assert "เนื้อข่าวทั้งหมด" in text
