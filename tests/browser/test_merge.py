"""A registrar merges two entries of one organization, and takes it back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import ROLES, sign_in, visit
from tests.browser.words import thai

STAYS, GOES = "sample-informed-consumers-club", "sample-informed-consumers-group"
NAMES = {STAYS: "ตัวอย่าง ชมรมผู้บริโภครู้ทัน", GOES: "ตัวอย่าง กลุ่มผู้บริโภครู้ทัน"}
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}


@pytest.fixture(params=WIDTHS)
def registrar(request, chromium, own_portal):
    width, height = WIDTHS[request.param]
    with visit(chromium, own_portal, viewport={"width": width, "height": height}) as page:
        sign_in(page, ROLES["registrar"], to="/admin/")
        yield page


@pytest.fixture
def reader(chromium, own_portal):
    with visit(chromium, own_portal, allow=(404,)) as page:
        yield page


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def list_in_the_directory(page: Page, name: str) -> None:
    """What came with an old list is shown to everyone, as somebody without suspicion would do."""
    page.goto(f"/admin/snippets/network/registerentry/?q={name}")
    page.get_by_role("link", name=name).first.click()
    page.wait_for_url("**/registerentry/edit/**")
    page.locator("[name=status]").select_option("listed")
    page.locator("footer [type=submit]").first.click()
    page.wait_for_url(lambda url: "/edit/" not in url)


def shown(reader: Page, slug: str, *, afresh: bool = False) -> str:
    """The address at which a reader ends up, whose page must be that of an organization."""
    reader.goto(f"/organizations/{slug}/" + "?afresh" * afresh)
    expect(reader.locator("h1")).to_contain_text("ตัวอย่าง")
    return re.sub(r"^https?://[^/]+", "", reader.url)


def test_two_entries_become_one_and_two_again(registrar, reader):
    list_in_the_directory(registrar, NAMES[GOES])
    assert shown(reader, GOES) == f"/organizations/{GOES}/"

    registrar.goto("/admin/network/duplicates/")
    pair = registrar.locator(".pairs > li").filter(has_text=NAMES[GOES])
    expect(pair).to_contain_text(thai("same phone number"))
    pair.get_by_role("link", name=re.compile(f"^{thai('Side by side')}")).click()

    names = registrar.get_by_role("group", name=thai("name (Thai)"))
    expect(names.get_by_role("radio")).to_have_count(2)
    names.locator("label", has_text=NAMES[GOES]).click()
    press(registrar, thai("Merge them"))
    registrar.wait_for_url("**/duplicates/merges/*/")
    expect(registrar.locator("strong").first).to_contain_text(thai("Can be undone until %(day)s") % {"day": ""})

    # The name that was chosen, and the address that stays.
    assert shown(reader, GOES) == f"/organizations/{STAYS}/"
    expect(reader.locator("h1")).to_have_text(NAMES[GOES])
    expect(reader.locator("main")).to_contain_text(NAMES[STAYS])
    reader.goto("/organizations/?q=ผู้บริโภครู้ทัน")
    expect(reader.get_by_role("link", name=NAMES[GOES])).to_have_count(1)
    expect(reader.get_by_role("link", name=NAMES[STAYS])).to_have_count(0)

    press(registrar, thai("Undo this merge"))
    registrar.wait_for_url("**/duplicates/merges/*/")
    expect(registrar.get_by_role("button", name=thai("Undo this merge"))).to_have_count(0)
    for slug in (STAYS, GOES):
        # Another address: the browser remembers a redirect for five minutes.
        assert shown(reader, slug, afresh=True) == f"/organizations/{slug}/?afresh"
        expect(reader.locator("h1")).to_have_text(NAMES[slug])
