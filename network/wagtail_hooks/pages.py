"""The network's addresses, and its parts of pages that others own."""

from urllib.parse import urlencode

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext, ngettext
from wagtail import hooks

from network import sections, sitemaps
from network.letters import KINDS
from network.models import Organization
from network.search.finding import find
from portal.letters import LetterKind
from portal.sections import Section


@hooks.register("register_account_sections")
def my_organizations(request: HttpRequest) -> Section | None:
    return sections.my_organizations(request)


@hooks.register("register_account_sections")
def to_pay(request: HttpRequest) -> Section | None:
    return sections.to_pay(request)


@hooks.register("register_account_sections")
def my_desk(request: HttpRequest) -> Section | None:
    return sections.my_desk(request)


@hooks.register("register_account_sections")
def my_applications(request: HttpRequest) -> Section | None:
    return sections.my_applications(request)


@hooks.register("register_account_sections")
def paper_forms(request: HttpRequest) -> Section | None:
    return sections.paper_forms(request)


@hooks.register("register_account_sections")
def my_claims(request: HttpRequest) -> Section | None:
    return sections.my_claims(request)


@hooks.register("register_home_sections")
def members_by_region(request: HttpRequest) -> Section | None:
    return sections.members_by_region(request)


@hooks.register("register_letter_kinds")
def letter_kinds() -> list[LetterKind]:
    return KINDS


@hooks.register("register_menu_items")
def menu_items(request: HttpRequest) -> list[tuple[int, str, str]]:
    return [
        (310, gettext("Organizations"), reverse("network:organizations")),
        (320, gettext("Coordination centres"), reverse("network:centres")),
        (330, gettext("Join"), reverse("network_join:start")),
    ]


@hooks.register("register_organization_sections")
def claim_it(request: HttpRequest, organization: Organization) -> Section | None:
    return sections.claim_it(request, organization)


@hooks.register("register_portal_urls")
def account_urls() -> list:
    return [path("account/organizations/", include("network.account_urls"))]


@hooks.register("register_portal_urls")
def desk_urls() -> list:
    return [path("desk/", include("network.desk_urls"))]


@hooks.register("register_portal_urls")
def paper_urls() -> list:
    return [path("account/paper/", include("network.paper_urls"))]


@hooks.register("register_portal_urls")
def public_urls() -> list:
    return [path("", include("network.case_urls")), path("", include("network.urls"))]


@hooks.register("register_portal_urls")
def join_urls() -> list:
    return [path("join/", include("network.join_urls"))]


@hooks.register("register_search_places")
def organizations_found(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """The organizations that have the words; nobody who types a name knows that they are no pages."""
    count = find(Organization.objects.visible_to(request.user).listed(), query).rows.count()
    words = ngettext("%(count)s organization for “%(query)s”", "%(count)s organizations for “%(query)s”", count)
    address = f"{reverse('network:organizations')}?{urlencode({'q': query})}"
    return [(words % {"count": count, "query": query}, address)] if count else []


@hooks.register("register_sitemaps")
def network_sitemaps() -> dict[str, type[Sitemap]]:
    return {
        "network": sitemaps.ListSitemap,
        "organizations": sitemaps.OrganizationSitemap,
        "centres": sitemaps.CentreSitemap,
    }
