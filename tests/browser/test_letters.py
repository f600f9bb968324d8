"""A registrar changes the words of a mail and sees both languages as they will come."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import ROLES, sign_in, visit
from tests.browser.words import thai

LETTERS = "/admin/snippets/portal/lettertext/"


@pytest.fixture(params=[1280, 390])
def page(request, chromium, own_portal):
    # 422: the answer to words that cannot be drawn.
    with visit(chromium, own_portal, allow=(422,), viewport={"width": request.param, "height": 900}) as page:
        sign_in(page, ROLES["registrar"], to="/admin/")
        page.goto(LETTERS)
        page.get_by_role("link", name=thai("Application approved"), exact=True).click()
        page.wait_for_url("**/lettertext/edit/**")
        yield page


def mail(page, language):
    return page.frame_locator(f"[data-letter-preview={language}]").locator("body")


def test_the_mail_follows_what_is_written(page):
    expect(mail(page, "th")).to_contain_text("สมาคมตัวอย่าง")
    expect(mail(page, "en")).to_contain_text("Sample association")
    assert mail(page, "en").evaluate("body => getComputedStyle(body.querySelector('.sheet')).maxWidth") == "600px"

    page.locator("[name=body_en]").fill("Dear {recipient},\n\nwelcome, ")
    help_ = page.locator(".letter-help").first
    if not help_.evaluate("one => one.open"):
        help_.locator("summary").click()
    page.get_by_role("button", name="{organization}").click()
    expect(page.locator("[name=body_en]")).to_have_value(re.compile("welcome, {organization}$"))
    expect(mail(page, "en")).to_contain_text("welcome, Sample association")

    page.locator("[name=body_en]").fill("Dear {nobody}")
    expect(mail(page, "en")).to_contain_text("{nobody}")
    expect(mail(page, "en")).not_to_contain_text("Dear")

    page.locator("[name=body_en]").fill("Dear {recipient}, welcome.")
    page.locator("footer [type=submit]").first.click()
    page.wait_for_url(lambda url: "/edit/" not in url)
    expect(page.locator("tr", has_text=thai("Application approved")).first).to_contain_text(
        thai("The council's own words")
    )


def test_the_first_words_come_back(page):
    page.locator("[name=subject_th]").fill("ยินดีด้วย")
    page.locator("footer [type=submit]").first.click()
    page.wait_for_url(lambda url: "/edit/" not in url)
    page.get_by_role("link", name=thai("Application approved"), exact=True).click()
    expect(page.locator("[name=subject_th]")).to_have_value("ยินดีด้วย")
    page.get_by_role("link", name=thai("Back to the first words")).click()
    page.get_by_role("button", name=thai("Back to the first words")).click()
    page.wait_for_url("**/lettertext/edit/**")
    expect(page.locator("[name=subject_th]")).not_to_have_value("ยินดีด้วย")
