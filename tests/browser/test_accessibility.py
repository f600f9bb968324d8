"""axe finds nothing to complain about on any kind of page of ours: light and dark, on a phone and at a desk."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.pages import OURS
from tests.browser.visitor import visit
from tests.databases import POSTGRESQL

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (390, 1280)]
# English differs in words and line lengths only.
ENGLISH = {
    "home",
    "charter",
    "news-item",
    "organizations",
    "organization",
    "event",
    "sign-in",
    "account",
    "profile",
    "desk",
    "desk-case",
    "payment",
}
CASES = [pytest.param(kind, "th", id=f"{kind.name}-th") for kind in OURS]
CASES += [pytest.param(kind, "en", id=f"{kind.name}-en") for kind in OURS if kind.name in ENGLISH]


def axe_looks(kind) -> list[tuple[str, int]]:
    """How axe sees a page: in all four ways at home, in two that take turns from page to page where time is short."""
    if POSTGRESQL:
        # No page looks different on another database: each is opened there, and looked at once.
        return LOOKS[:1]
    first = OURS.index(kind) % 2
    # Light on a phone and dark at a desk, or the other way round: both schemes and both layouts of every page.
    return [LOOKS[first], LOOKS[3 - first]] if os.environ.get("CI") else LOOKS


@pytest.fixture(scope="module")
def axe():
    return Axe()


def wide_parts(page) -> list[str]:
    """What makes the reader scroll sideways."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth + 1 ? [] :
        [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map(e => e.tagName + "." + e.className)"""
    )


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_page_is_for_everyone(chromium, portal, sessions, axe, kind, language):
    allow = (kind.status,) if kind.status >= 400 else ()
    state = sessions.state(kind.role)
    with visit(chromium, portal, allow=allow, storage_state=state, reduced_motion="reduce") as page:
        answer = page.goto(kind.address(page, language))
        assert answer.status == kind.status
        for scheme, width in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            assert not wide_parts(page), f"{width} px"
            if (scheme, width) in axe_looks(kind):
                found = axe.run(page)
                assert not found.violations_count, f"{scheme}, {width} px:\n{found.generate_report()}"
