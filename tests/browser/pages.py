"""Every kind of page, once: what the accessibility check reads and the screens show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from playwright.sync_api import Page


@dataclass(frozen=True)
class Kind:
    """One kind of page.

    Attributes:
        name: part of a picture's file name.
        path: its Thai address; or where to look for a link to it, when `link` is given.
        link: pattern that the link's whole path matches; several lead from page to page.
        email: typed into the form at `path` first; the page is where that leads.
        beyond: what is added to the link found, for what no page links to.
        role: who sees it; None is anyone.
        status: what it answers.
        one_language: the address says no language; the CMS and the demo's mailbox.
    """

    name: str
    path: str
    link: str | tuple[str, ...] = ()
    role: str | None = None
    status: int = 200
    email: str = ""
    beyond: str = ""

    @property
    def one_language(self) -> bool:
        return self.path.startswith(("/admin/", "/demo/"))

    def address(self, page: Page, language: str = "th") -> str:
        """Where this kind of page is on the portal that `page` looks at."""
        prefix = "/en" if language == "en" and not self.one_language else ""
        links = (self.link,) if isinstance(self.link, str) else self.link
        if self.email:
            return sent(page, prefix + self.path, self.email)
        return first_link(page, prefix + self.path, *(prefix + link for link in links)) + self.beyond


def sent(page: Page, path: str, email: str) -> str:
    """The address that the form of one e-mail field leads to."""
    page.goto(path)
    field = page.locator("main input[autocomplete=username], main input[type=email]").first
    field.fill(email)
    field.press("Enter")
    page.wait_for_url(lambda url: not url.endswith(path))
    return page.url


def first_link(page: Page, path: str, *patterns: str) -> str:
    """Follows links, one pattern after the other; a page that does not lead on is passed over."""
    found = next(ways(page, path, patterns), None)
    assert found, f"{path} does not lead to {patterns}"
    return found


def ways(page: Page, path: str, patterns: tuple[str, ...]) -> Iterator[str]:
    if not patterns:
        yield path
        return
    page.goto(path)
    found = page.locator("a[href]").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    for address in dict.fromkeys(found):
        if re.fullmatch(patterns[0], address):
            yield from ways(page, address, patterns[1:])


PUBLIC = [
    Kind("home", "/"),
    Kind("about", "/about/"),
    Kind("join", "/join/"),
    Kind("announced", "/join/announced/"),
    Kind("contact", "/contact/"),
    Kind("privacy", "/privacy/"),
    Kind("accessibility", "/accessibility/"),
    Kind("data-and-licences", "/data-and-licences/"),
    Kind("charter", "/charter/"),
    Kind("news", "/news/"),
    Kind("news-item", "/news/", r"/news/[\w-]+/"),
    Kind("search", "/search/?q=เพชรบุรี"),
    Kind("search-nothing", "/search/?q=zzzzzz"),
    Kind("organizations", "/organizations/"),
    Kind("organizations-found", "/organizations/?q=เพชรบุรี"),
    Kind("organizations-nothing", "/organizations/?q=xqzkv"),
    Kind("organization", "/organizations/", r"/organizations/[\w-]+/"),
    Kind("centres", "/centres/"),
    Kind("centre", "/centres/phetchaburi/"),
    Kind("no-centre", "/centres/nan/"),
    Kind("events", "/events/"),
    Kind("event", "/events/", r"/events/[\w-]+/"),
    Kind("missing", "/no-such-page/", status=404),
    Kind("sign-in", "/account/login/"),
    Kind("sign-in-code", "/account/login/code/"),
    Kind("sign-in-code-entry", "/account/login/code/", email="nobody@example.org"),
    Kind("sign-up", "/account/signup/"),
    Kind("password-reset", "/account/password/reset/"),
    Kind("line-asks", "/account/line/login/"),
    Kind("line-denied", "/account/3rdparty/login/cancelled/"),
    Kind("demo-mail", "/demo/mail/"),
    Kind("objection", "/demo/mail/", r"/events/delegate/[^/]+/object/"),
    Kind("objection-unknown", "/events/delegate/0.none/object/", status=404),
]
ORGANIZATION = r"/account/organizations/\d+/"
SEAT = ORGANIZATION + r"events/[\w-]+/delegate/"
REPRESENTATIVE = [
    Kind("account", "/account/", role="rep"),
    Kind("details", "/account/details/", role="rep"),
    Kind("email", "/account/email/", role="rep"),
    Kind("password", "/account/password/change/", role="rep"),
    Kind("ways", "/account/ways/", role="rep"),
    Kind("phone", "/account/phone/change/", role="rep"),
    Kind("passkeys", "/account/2fa/webauthn/", role="rep"),
    Kind("reauthenticate", "/account/2fa/totp/activate/", role="rep"),
    Kind("two-factor", "/account/2fa/", role="rep"),
    Kind("line", "/account/line/", role="rep"),
    Kind("sign-out", "/account/logout/", role="rep"),
    Kind("my-organization", "/account/", ORGANIZATION, role="rep"),
    Kind("profile", "/account/", ORGANIZATION + "profile/", role="rep"),
    Kind("delegate-start", "/account/events/sample-annual-assembly/", role="rep"),
    Kind("delegate", "/account/", SEAT, role="rep"),
    Kind("delegate-change", "/account/", (SEAT, SEAT + r"\d+/change/"), role="rep"),
    Kind("delegate-swap", "/account/", (SEAT, SEAT + r"\d+/swap/"), role="rep"),
    Kind("delegate-withdraw", "/account/", (SEAT, SEAT + r"\d+/withdraw/"), role="rep"),
    # May name a delegate of that organization, but not change its profile.
    Kind("refused", "/account/", ORGANIZATION, role="rep3", status=403, beyond="profile/"),
]
TERM = ORGANIZATION + r"membership/\d+/"
RENEWING = [
    Kind("renew", "/account/", f"{TERM}renew/", role="rep"),
    Kind("resign", "/account/", (ORGANIZATION, f"{TERM}resign/"), role="rep"),
]
PAYMENT = ORGANIZATION + r"payments/\d+/"
PAYING = [
    Kind("payment", "/account/", PAYMENT, role="rep"),
    Kind("payment-at-centre", "/account/", (PAYMENT, PAYMENT + "at-the-centre/"), role="rep"),
    Kind("payments", "/account/", (ORGANIZATION, ORGANIZATION + "payments/"), role="rep"),
    Kind("certificate-check", "/account/", (ORGANIZATION, ORGANIZATION + "payments/", r"/verify/[\w-]+/"), role="rep"),
    Kind("paper-unknown", "/verify/nothing/", status=404),
    Kind("desk-unpaid", "/desk/?show=unpaid", role="coord"),
    Kind("desk-payment", "/desk/?show=unpaid", r"/desk/payments/\d+/", role="coord"),
]
DRAFT = r"/join/[0-9a-f-]{36}/"
APPLICANT = [
    Kind("apply-which", "/join/new/provincial/", role="rep"),
    Kind("apply-begin", "/join/new/national/", role="applicant"),
    Kind("apply-summary", "/account/", DRAFT, role="applicant"),
    *(
        Kind(f"apply-{name}", "/account/", (DRAFT, DRAFT + f"{name}/"), role="applicant")
        for name in ("name", "location", "work", "legal-form", "year", "issues", "people", "documents", "discard")
    ),
]
CLAIM = "/organizations/sample-salt-farms-and-mangroves-association/claim/"
PAPER = r"/account/paper/[0-9a-f-]{36}/"
CLAIMING = [
    Kind("claim", CLAIM, role="rep"),
    Kind("is-this-you", "/account/", DRAFT, role="applicant2", beyond="is-this-you/"),
    Kind("desk-claim", "/desk/?show=claims", r"/desk/claims/\d+/", role="coord"),
    Kind("code", "/join/code/TEST-2569/", role="rep"),
]
FILING = [
    Kind("papers", "/account/paper/", role="coord"),
    Kind("paper-form", "/account/paper/", PAPER, role="coord"),
    Kind("paper-discard", "/account/paper/", PAPER, role="coord", beyond="discard/"),
    Kind("paper-sheet", "/account/paper/", PAPER + "sheet/", role="coord"),
    Kind("secretariat-account", "/account/", role="registrar"),
]
UUID = r"[0-9a-f-]{36}/"
TRACK = f"/join/track/{UUID}"
CASE = f"/desk/applications/{UUID}"


def track(key: str) -> str:
    """The address at which the demo's application `key` (in cases.toml) is followed by whoever has it."""
    return f"/join/track/{uuid5(NAMESPACE_URL, f'https://example.org/applications/{key}')}/"


FOLLOWED = [
    Kind("track-new", track("mangrove-school")),
    Kind("track-returned", track("tha-yang-kites")),
    Kind("track-handed-up", track("surin-elephant-schools")),
    Kind("track-announced", track("chom-thong-forest")),
    Kind("track-approved", track("river-network-national")),
    Kind("track-declined", track("mae-chaem-coffee")),
    Kind("track-own", "/account/", TRACK, role="applicant"),
    Kind("track-answer", "/account/", (TRACK, f"{TRACK}answer/"), role="applicant"),
    Kind("track-withdraw", "/account/", (TRACK, f"{TRACK}withdraw/"), role="applicant"),
    Kind("my-applications", "/account/", role="applicant"),
]
PEOPLE = ORGANIZATION + "people/"
HOLDING = [
    Kind("people", "/account/", (ORGANIZATION, PEOPLE), role="rep"),
    *(
        Kind(f"people-{name}", "/account/", (ORGANIZATION, PEOPLE, f"{PEOPLE}{name}/"), role="rep")
        for name in ("seen", "history", "invite", "hand-over", "leave")
    ),
    Kind("mandate", "/account/", (ORGANIZATION, PEOPLE, PEOPLE + r"\d+/"), role="rep"),
    Kind("mandate-end", "/account/", (ORGANIZATION, PEOPLE, PEOPLE + r"\d+/", PEOPLE + r"\d+/end/"), role="rep"),
    Kind("mandate-letter", "/account/", (ORGANIZATION, PEOPLE, PEOPLE + r"\d+/"), role="rep", beyond="letter/change/"),
    Kind("invitation-kept", "/account/", (ORGANIZATION, PEOPLE, r"/account/invitations/\d+/"), role="rep"),
    Kind("invited", "/account/", role="invited"),
    Kind("invitation", "/account/", f"/invitation/{UUID}", role="invited"),
    Kind("invitation-code", "/invitation/code/TEST-2570/", role="invited"),
    Kind("desk-nobody", "/desk/?show=nobody", role="coord2"),
    Kind("desk-people", "/desk/?show=nobody", r"/desk/organizations/\d+/people/", role="coord2"),
]
COORDINATOR = [
    Kind("my-desk", "/account/", role="coord2"),
    Kind("desk", "/desk/", role="coord2"),
    Kind("desk-by-name", "/desk/?order=name", role="coord"),
    Kind("desk-nothing", "/desk/?show=waiting", role="coord2"),
    *(
        Kind(f"desk-{show}", f"/desk/?show={show}", role="coord")
        for show in ("waiting", "recommended", "up", "decided", "claims", "paper", "ending")
    ),
    Kind("desk-membership", "/desk/?show=ending", r"/desk/memberships/\d+/", role="coord2"),
    Kind("desk-case", "/desk/", CASE, role="coord"),
    Kind("desk-case-recused", "/desk/?show=up", CASE, role="coord"),
    Kind("desk-case-closed", "/desk/?show=decided", CASE, role="coord"),
    Kind("desk-ask", "/desk/", (CASE, f"{CASE}ask/"), role="coord"),
    Kind("desk-decline", "/desk/", (CASE, f"{CASE}decline/"), role="coord"),
]
MONEY = "/admin/snippets/network/"
MEMBERSHIPS = "/admin/snippets/network/membership/"
APPLICATIONS = "/admin/snippets/network/membershipapplication/"
CMS = [
    Kind("cms-applications", APPLICATIONS, role="registrar"),
    Kind("cms-applications-all", f"{APPLICATIONS}?queue=all", role="registrar"),
    Kind("cms-application", APPLICATIONS, rf"{APPLICATIONS}case/\d+/", role="registrar"),
    Kind("cms-decide-many", "/admin/bulk/network/membershipapplication/decide/?id=5&id=14", role="registrar"),
    Kind("cms-claims", "/admin/snippets/network/claim/", role="registrar"),
    Kind("cms-claim", "/admin/snippets/network/claim/", r"/admin/snippets/network/claim/decide/\d+/", role="registrar"),
    Kind("cms-invitations", "/admin/snippets/network/invitation/", role="registrar"),
    Kind("cms-memberships", MEMBERSHIPS, role="registrar"),
    Kind("cms-membership", MEMBERSHIPS, rf"{MEMBERSHIPS}term/\d+/", role="registrar"),
    Kind("cms-treasurer", "/admin/", role="treasurer"),
    Kind("cms-payments", f"{MONEY}payment/", role="treasurer"),
    Kind("cms-payments-all", f"{MONEY}payment/?queue=all", role="treasurer"),
    Kind("cms-payment", f"{MONEY}payment/", rf"{MONEY}payment/decide/\d+/", role="treasurer"),
    Kind("cms-payment-due", f"{MONEY}payment/?queue=due", rf"{MONEY}payment/decide/\d+/", role="treasurer"),
    Kind("cms-receipts", f"{MONEY}receipt/", role="treasurer"),
    Kind("cms-receipt", f"{MONEY}receipt/", rf"{MONEY}receipt/show/\d+/", role="treasurer"),
    Kind("cms-fees", f"{MONEY}fee/", role="registrar"),
    Kind("cms-fee", f"{MONEY}fee/", rf"{MONEY}fee/edit/\d+/", role="registrar"),
    Kind("cms-tiers", "/admin/snippets/network/tier/", role="registrar"),
    Kind("cms-coordinators", "/admin/snippets/network/coordinator/", role="registrar"),
    Kind("cms-rules", "/admin/settings/network/membershipsettings/", role="registrar"),
    Kind("cms-duplicates", "/admin/network/duplicates/", role="registrar"),
    Kind(
        "cms-side-by-side",
        "/admin/network/duplicates/",
        r"/admin/network/duplicates/\d+/\d+/",
        role="registrar",
    ),
    Kind("cms-merges", "/admin/network/duplicates/merges/", role="registrar"),
    Kind(
        "cms-merge",
        "/admin/network/duplicates/merges/",
        r"/admin/network/duplicates/merges/\d+/",
        role="registrar",
    ),
    Kind("cms-letters", "/admin/snippets/portal/lettertext/", role="registrar"),
    Kind(
        "cms-letter",
        "/admin/snippets/portal/lettertext/",
        r"/admin/snippets/portal/lettertext/edit/[^/]+/",
        role="registrar",
    ),
    Kind("cms-mails", "/admin/snippets/portal/outgoingmail/", role="registrar"),
    Kind("cms-imports", "/admin/network/imports/", role="registrar"),
    Kind("cms-editor", "/admin/", role="editor"),
    Kind("cms-pages", "/admin/pages/", role="editor"),
    Kind("cms-registrar", "/admin/", role="registrar"),
    Kind("cms-organizations", "/admin/", r"/admin/(?:network|snippets)/(?:network/)?organizations?/", role="registrar"),
    Kind("cms-organization", "/admin/", r"/admin/snippets/network/organization/edit/\d+/", role="registrar"),
    Kind("cms-page", "/admin/pages/3/", r"/admin/pages/\d+/edit/", role="editor"),
    Kind("cms-event", "/admin/snippets/events/event/", r"/admin/snippets/events/event/edit/[^/]+/", role="editor"),
    Kind("cms-moderation", "/admin/reports/workflow_tasks/", role="editor"),
    Kind("cms-admin", "/admin/", role="admin"),
]
# Wagtail answers for its own pages' accessibility; ours are read.
OURS = [
    *PUBLIC,
    *REPRESENTATIVE,
    *RENEWING,
    *PAYING,
    *APPLICANT,
    *CLAIMING,
    *FILING,
    *FOLLOWED,
    *HOLDING,
    *COORDINATOR,
]
KINDS = [*OURS, *CMS]
