"""Every kind of page, once: what the accessibility check reads and the screens show."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Kind:
    """One kind of page.

    Attributes:
        name: part of a picture's file name.
        path: its Thai address; or where to look for a link to it, when `link` is given.
        link: pattern that the link's whole path matches.
        role: who sees it; None is anyone.
        status: what it answers.
        one_language: the address says no language; the CMS and the demo's mailbox.
    """

    name: str
    path: str
    link: str = ""
    role: str | None = None
    status: int = 200

    @property
    def one_language(self) -> bool:
        return self.path.startswith(("/admin/", "/demo/"))

    def address(self, page: Page, language: str = "th") -> str:
        """Where this kind of page is on the portal that `page` looks at."""
        prefix = "/en" if language == "en" and not self.one_language else ""
        return first_link(page, prefix + self.path, prefix + self.link) if self.link else prefix + self.path


def first_link(page: Page, path: str, pattern: str) -> str:
    page.goto(path)
    found = page.locator("a[href]").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    matching = [address for address in found if re.fullmatch(pattern, address)]
    assert matching, f"{path} has no link like {pattern}"
    return matching[0]


PUBLIC = [
    Kind("home", "/"),
    Kind("about", "/about/"),
    Kind("join", "/join/"),
    Kind("contact", "/contact/"),
    Kind("privacy", "/privacy/"),
    Kind("charter", "/charter/"),
    Kind("news", "/news/"),
    Kind("news-item", "/news/", r"/news/[\w-]+/"),
    Kind("search", "/search/?q=เพชรบุรี"),
    Kind("search-nothing", "/search/?q=zzzzzz"),
    Kind("organizations", "/organizations/"),
    Kind("organizations-found", "/organizations/?q=เพชรบุรี"),
    Kind("organizations-nothing", "/organizations/?q=zzzzzz"),
    Kind("organization", "/organizations/", r"/organizations/[\w-]+/"),
    Kind("centres", "/centres/"),
    Kind("centre", "/centres/phetchaburi/"),
    Kind("no-centre", "/centres/nan/"),
    Kind("events", "/events/"),
    Kind("event", "/events/", r"/events/[\w-]+/"),
    Kind("missing", "/no-such-page/", status=404),
    Kind("sign-in", "/account/login/"),
    Kind("sign-in-code", "/account/login/code/"),
    Kind("sign-up", "/account/signup/"),
    Kind("password-reset", "/account/password/reset/"),
    Kind("line-asks", "/account/line/login/"),
    Kind("line-denied", "/account/3rdparty/login/cancelled/"),
    Kind("demo-mail", "/demo/mail/"),
]
ORGANIZATION = r"/account/organizations/\d+/"
REPRESENTATIVE = [
    Kind("account", "/account/", role="rep"),
    Kind("details", "/account/details/", role="rep"),
    Kind("email", "/account/email/", role="rep"),
    Kind("password", "/account/password/change/", role="rep"),
    Kind("ways", "/account/ways/", role="rep"),
    Kind("phone", "/account/phone/change/", role="rep"),
    Kind("passkeys", "/account/2fa/webauthn/", role="rep"),
    Kind("show-again", "/account/2fa/totp/activate/", role="rep"),
    Kind("two-factor", "/account/2fa/", role="rep"),
    Kind("line", "/account/line/", role="rep"),
    Kind("sign-out", "/account/logout/", role="rep"),
    Kind("my-organization", "/account/", ORGANIZATION, role="rep"),
    Kind("profile", "/account/", ORGANIZATION + "profile/", role="rep"),
    Kind("delegate", "/account/", ORGANIZATION + r"events/[\w-]+/delegate/", role="rep"),
]
CMS = [
    Kind("cms-editor", "/admin/", role="editor"),
    Kind("cms-pages", "/admin/pages/", role="editor"),
    Kind("cms-registrar", "/admin/", role="registrar"),
    Kind("cms-organizations", "/admin/", r"/admin/(?:network|snippets)/(?:network/)?organizations?/", role="registrar"),
    Kind("cms-admin", "/admin/", role="admin"),
]
KINDS = [*PUBLIC, *REPRESENTATIVE, *CMS]
# Wagtail answers for its own pages' accessibility; ours are read.
OURS = [*PUBLIC, *REPRESENTATIVE]
