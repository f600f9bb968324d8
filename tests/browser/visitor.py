"""Someone with a browser, watched: what a page complains about fails the test."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from portal.demo import PASSWORD
from tests.browser.portal import Portal

PEOPLE = (
    "rep",
    "rep3",
    "applicant",
    "applicant2",
    "invited",
    "coord",
    "coord2",
    "editor",
    "registrar",
    "treasurer",
    "admin",
)
ROLES = {name: f"{name}@example.org" for name in PEOPLE}
# The browser's own words when a person leaves before everything has come.
LEFT = "net::ERR_ABORTED"


class Complaints(list):
    """Console errors, refused content, failed requests and answers that are errors, as sentences."""

    def __init__(self, context: BrowserContext) -> None:
        super().__init__()
        self.allowed: set[int] = set()
        context.on("console", self.on_console)
        context.on("weberror", lambda error: self.append(f"script error: {error.error}"))
        context.on("requestfailed", self.on_failed)
        context.on("response", self.on_response)

    def on_console(self, message: ConsoleMessage) -> None:
        # An error answer is told by on_response, which knows whether it was meant.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.append(f"console of {message.page.url if message.page else '?'}: {message.text}")

    def on_failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.append(f"failed: {request.url} {request.failure}")

    def on_response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.allowed:
            self.append(f"{response.status}: {response.url}")


@contextmanager
def visit(browser: Browser, portal: Portal, *, allow: tuple[int, ...] = (), **options) -> Iterator[Page]:
    """A page of a fresh browser on `portal`; `options` go to Playwright's new_context.

    `allow` names the error statuses that this visit means to see.
    """
    defaults = {"base_url": portal.url, "locale": "th-TH", "viewport": {"width": 390, "height": 844}}
    context = browser.new_context(**{**defaults, **options})
    context.set_default_timeout(20_000)
    complaints = Complaints(context)
    complaints.allowed |= set(allow)
    try:
        yield context.new_page()
        assert not complaints, "\n".join(complaints)
    finally:
        context.close()


def sign_in(page: Page, email: str, *, to: str = "/account/") -> None:
    """Signs in with the demo's password."""
    page.goto(f"/account/login/?next={to}")
    # The password waits folded below the sign-in by code.
    page.locator("details:has([name=password])").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.locator("form:has([name=password]) [name=login]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    # The sign-in page has the same words in its query.
    page.wait_for_url(lambda url: "/login/" not in url)


def sign_in_with_line(page: Page, *, to: str = "/account/") -> None:
    """Signs in as whoever holds the phone: `line.person` of the fixture `line`. The first time makes the account."""
    page.goto(f"/account/login/?next={to}")
    page.locator(".button-line").click()
    page.locator("#allow").click()
    page.wait_for_url(f"**{to}")


class Sessions:
    """Signs each role in once and remembers the cookies."""

    def __init__(self, browser: Browser, portal: Portal) -> None:
        self.browser, self.portal, self.states = browser, portal, {}

    def state(self, role: str | None) -> dict:
        """Playwright's storage state of that role; an empty one for nobody."""
        if role and role not in self.states:
            with visit(self.browser, self.portal) as page:
                sign_in(page, ROLES[role])
                self.states[role] = page.context.storage_state()
        return self.states.get(role, {"cookies": [], "origins": []})
