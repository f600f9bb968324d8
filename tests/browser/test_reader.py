"""A reader finds out what the council is, who belongs to it and when it meets: in Thai and in English."""

import pytest

from tests.browser.visitor import visit

LOOKS = [("th", 390), ("en", 1280)]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def reader(request, chromium, portal):
    """A page of a reader and the address prefix of their language."""
    language, width = request.param
    size = {"width": width, "height": 844}
    with visit(chromium, portal, viewport=size, permissions=["clipboard-read", "clipboard-write"]) as page:
        yield page, "" if language == "th" else "/en"


def follow(page, pattern: str, inside: str = "main") -> None:
    """Clicks the first link whose address ends like that."""
    page.locator(f"{inside} a[href{pattern}]:visible").first.click()
    page.wait_for_load_state()


def test_from_the_home_page_to_a_news_item(reader):
    page, prefix = reader
    page.goto(f"{prefix}/")
    follow(page, f'*="{prefix}/news/"')
    page.goto(f"{prefix}/news/")
    page.locator(f'main .grid a[href*="{prefix}/news/"]').first.click()
    page.wait_for_url(f"**{prefix}/news/*/")
    assert page.locator("h1").count() == 1


def test_a_clause_gives_its_address_away(reader):
    page, prefix = reader
    page.goto(f"{prefix}/charter/")
    clause = page.locator("#clause-2")
    clause.locator("[data-copy-link]").click()
    page.wait_for_function("() => location.hash === '#clause-2'")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.endswith(f"{prefix}/charter/#clause-2")
    assert page.locator("[data-copy-link][aria-live]").count() == 1


def test_the_directory_is_searched_and_narrowed(reader):
    page, prefix = reader
    page.goto(f"{prefix}/organizations/")
    page.locator("main [name=q]").fill("phetchaburi" if prefix else "เพชรบุรี")
    page.locator("main [role=search] [type=submit]").click()
    page.wait_for_url("**q=*")
    found = page.locator("main .rows > li").count()
    assert found
    page.locator("main details").evaluate_all("parts => parts.forEach(part => part.open = true)")
    page.locator("main .facets a:not([aria-current])").first.click()
    page.wait_for_load_state()
    assert 0 < page.locator("main .rows > li").count() <= found
    page.locator("main .rows > li a").first.click()
    page.wait_for_url(f"**{prefix}/organizations/*/")
    assert page.locator("h1").inner_text()


def test_an_event_goes_into_the_calendar(reader):
    page, prefix = reader
    page.goto(f"{prefix}/events/")
    page.locator(f'main a[href^="{prefix}/events/"]:not([href$=".ics"])').first.click()
    page.wait_for_url(f"**{prefix}/events/*/")
    calendar = page.locator('a[href$="calendar.ics"]').first.get_attribute("href")
    answer = page.request.get(calendar)
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR")


PLACES = ["/", "/news/founding-day/", "/charter/", "/organizations/?q=เพชรบุรี", "/centres/phetchaburi/", "/events/"]


@pytest.mark.parametrize("place", PLACES)
def test_the_language_switch_keeps_the_page(chromium, portal, place):
    with visit(chromium, portal, viewport={"width": 1280, "height": 900}) as page:
        page.goto(place)
        thai = page.url
        page.locator(".languages a[hreflang=en]:visible").first.click()
        page.wait_for_url("**/en/**")
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.url == thai.replace(portal.url, f"{portal.url}/en")
        page.locator(".languages a[hreflang=th]:visible").first.click()
        page.wait_for_url(thai)


def test_the_charter_prints_on_numbered_pages_without_the_screens_parts(chromium, portal):
    with visit(chromium, portal) as page:
        page.goto("/charter/")
        page.emulate_media(media="print")
        for part in (".footer", ".contents", ".utility", ".breadcrumbs", ".copy-link"):
            assert not page.locator(part).first.is_visible(), part
        assert page.locator(".print-only").first.inner_text().endswith("/charter/")
        assert page.locator("#clause-2").is_visible()
