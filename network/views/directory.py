"""The directory of organizations, and the page of each."""

from django.core.paginator import Page, Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from network.models import Organization
from network.querysets import OrganizationQuerySet
from network.search.filters import Addresses, Selection
from network.search.finding import Found, How, find
from network.views.crumbs import crumbs
from network.views.profile import profile, row
from portal.thai.text import MAX_QUERY_LENGTH, tidy

ON_A_PAGE = 24
LOGO_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
# Fetched by many, changed seldom; one that is withdrawn must not stay for long.
LOGO_SECONDS = 300


@require_safe
def organization_list(request: HttpRequest) -> HttpResponse:
    """Search, filters and one page of what they leave."""
    params = _known(request.GET)
    found = find(_shown(request), params.get("q", ""))
    selection = Selection(found.rows, params)
    rows = selection.rows
    # Everything else comes ranked.
    if found.how is How.EVERYTHING:
        rows = rows.in_order_of(get_language() or "")
    # `get_page`: an old link to page 9 of a list that has shrunk shows its last page.
    page = Paginator(rows.select_related("entry__province").with_tiers(), ON_A_PAGE).get_page(request.GET.get("page"))
    addresses = Addresses(request.path, params)
    context = {
        "query": params.get("q", ""),
        "found": found,
        "notice": _notice(found, params.get("q", ""), page),
        "page": page,
        "rows": [row(organization) for organization in page],
        "facets": _facets(selection, addresses),
        "chips": _chips(selection, addresses, params),
        "unknown": selection.unknown,
        "hidden": addresses.hidden,
        "all_url": request.path,
        "is_whole": not params,
        "breadcrumbs": crumbs((_("Organizations"), None)),
    }
    return render(request, "network/organization_list.html", context)


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(_shown(request).select_related("entry__province"), entry__slug=slug)
    context = profile(request, shown)
    context["breadcrumbs"] = crumbs((_("Organizations"), reverse("network:organizations")), (shown.display_name, None))
    return render(request, "network/organization.html", context)


@require_safe
@cache_control(public=True, max_age=LOGO_SECONDS)
def organization_logo(request: HttpRequest, slug: str) -> FileResponse:
    """The approved logo, from the private storage: a file that still waits has no address."""
    logo = get_object_or_404(_shown(request), entry__slug=slug).logo
    suffix = "." + logo.name.rpartition(".")[2].lower() if logo else ""
    if suffix not in LOGO_TYPES or not logo.storage.exists(logo.name):
        raise Http404
    return FileResponse(logo.open("rb"), content_type=LOGO_TYPES[suffix], headers={"X-Content-Type-Options": "nosniff"})


def _shown(request: HttpRequest) -> OrganizationQuerySet:
    """What the public pages show: the same to all; who may see more has other rooms for it."""
    return Organization.objects.visible_to(request.user).listed()


def _known(params: QueryDict) -> QueryDict:
    """The parameters that the directory knows, tidied and cut: every link on the page repeats them."""
    known = QueryDict(mutable=True)
    # Named one by one: advertising parameters would otherwise be carried into every link.
    for name in ("q", "region", "province", "legal_form", "issue"):
        if value := tidy(params.get(name, ""))[:MAX_QUERY_LENGTH].strip():
            known[name] = value
    return known


def _notice(found: Found, query: str, page: Page) -> dict | None:
    """What to say when the rows are not those that were asked for by the letter."""
    words = {"query": query, "text": found.text}
    if not page or found.how not in (How.KEYBOARD, How.WORDS, How.ALIKE):
        return None
    if found.how is How.KEYBOARD:
        text = _("Nothing has “%(query)s”. These have “%(text)s”, the same keys on the other keyboard layout.")
        return {"title": _("Did you mean “%(text)s”?") % words, "text": text % words}
    if found.how is How.WORDS:
        return {"text": _("Nothing has “%(query)s” in one piece. These have every word of it: %(text)s.") % words}
    text = _("Nothing is spelled “%(query)s”. These are spelled alike.")
    return {"title": _("Did you mean one of these?"), "text": text % words}


def _facets(selection: Selection, addresses: Addresses) -> list[dict]:
    """For each filter the values that lead somewhere, with the count beside the other filters."""
    facets = []
    for choice in selection.filters:
        current = selection.chosen.get(choice)
        items = [
            {
                "label": choice.labels[value],
                "count": count,
                "current": value == current,
                "url": addresses.with_value(choice.name, None if value == current else value),
            }
            for value, count in selection.counts(choice).items()
        ]
        if items:
            facets.append({"title": choice.title, "items": items, "open": current is not None})
    return facets


def _chips(selection: Selection, addresses: Addresses, params: QueryDict) -> list[dict]:
    """What is chosen, each with the address that takes it away."""
    chips = []
    if params.get("q"):
        chips.append({"label": "“{}”".format(params["q"]), "url": addresses.with_value("q", None)})
    for choice, value in selection.chosen.items():
        chips.append({"label": str(choice.labels[value]), "url": addresses.with_value(choice.name, None)})
    unknown = ((f"{choice.title}: {params[choice.name]}", choice.name) for choice in selection.unknown)
    return chips + [{"label": label, "url": addresses.with_value(name, None)} for label, name in unknown]
