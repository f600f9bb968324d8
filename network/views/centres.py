"""Coordination centres: where the organizations of a province turn to."""

from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.models import NewsPage
from network.enums import Region
from network.models import CoordinationCentre, Organization, Province
from network.querysets import OrganizationQuerySet
from network.views.crumbs import crumbs
from network.views.profile import link, province_url, row, shown

NEWS = 3
SOME_ORGANIZATIONS = 5
# By address: no coordinates of a centre are kept.
MAPS = {
    "Google Maps": ("https://www.google.com/maps/search/", {"api": "1"}, "query"),
    "OpenStreetMap": ("https://www.openstreetmap.org/search", {}, "query"),
}


@require_safe
def centre_list(request: HttpRequest) -> HttpResponse:
    """Choose a province: by name in the form, or from the list by region."""
    provinces = Province.objects.in_reading_order()
    slug = request.GET.get("province", "")
    # The form works without scripts: it asks by address, and is answered with the centre's own.
    if wanted := next((p for p in provinces if p.slug == slug), None):
        return redirect(wanted)
    context = {
        "regions": regions(provinces),
        "provinces": provinces,
        "unknown": bool(slug),
        "breadcrumbs": crumbs((_("Coordination centres"), None)),
    }
    return render(request, "network/centre_list.html", context)


@require_safe
def centre(request: HttpRequest, slug: str) -> HttpResponse:
    """How to reach the centre that serves a province, or whom to ask where there is none yet."""
    province = get_object_or_404(Province, slug=slug)
    listed = Organization.objects.visible_to(request.user).listed().in_province(province.code)
    context = {
        "province": province,
        "centres": [told(centre) for centre in province.centres.prefetch_related("provinces")],
        "organizations": listed.count(),
        "some": [row(organization) for organization in first(listed)],
        "organizations_url": province_url(province),
        "news": list(news_of(province)),
        "breadcrumbs": crumbs((_("Coordination centres"), reverse("network:centres")), (str(province), None)),
    }
    return render(request, "network/centre.html", context)


def first(listed: OrganizationQuerySet) -> OrganizationQuerySet:
    """The first few by name; the link below them leads to all."""
    return listed.in_order_of(get_language() or "").select_related("entry__province")[:SOME_ORGANIZATIONS]


def regions(provinces: list[Province]) -> list[dict]:
    """The regions with their provinces: [{name, slug, provinces: [{province, centre, count}]}]."""
    centres = centres_by_province()
    counts = dict(Organization.objects.listed().values_list("entry__province").annotate(Count("pk")).order_by())
    rows = [{"province": p, "centre": centres.get(p.code), "count": counts.get(p.code, 0)} for p in provinces]
    return [
        {"name": region.label, "slug": region.value, "provinces": [r for r in rows if r["province"].region == region]}
        for region in Region
    ]


def centres_by_province() -> dict[str, CoordinationCentre]:
    """The centre that serves each province, by the province's code."""
    # The oldest wins where two serve a province: later ones overwrite earlier ones in the dictionary.
    centres = CoordinationCentre.objects.order_by("-pk").prefetch_related("provinces")
    return {province.code: centre for centre in centres for province in centre.provinces.all()}


def told(centre: CoordinationCentre) -> dict:
    """A centre as its page tells it, in the reader's language."""
    address = centre_text(centre, "address")
    contacts = [
        {"kind": "address", "value": address, "url": ""},
        {"kind": "phone", "value": shown("phone", centre.phone), "url": link("phone", centre.phone)},
        {"kind": "email", "value": centre.email, "url": ""},
        {"kind": "line", "value": centre.line_id, "url": ""},
    ]
    return {
        "name": str(centre),
        "is_sample": centre.is_sample,
        "about": centre_text(centre, "about"),
        "host": centre_text(centre, "host"),
        "source": centre_text(centre, "source"),
        "contacts": [contact for contact in contacts if contact["value"]],
        "maps": map_links(address),
        "has_phone": bool(centre.phone),
        "provinces": ", ".join(map(str, centre.provinces.all())),
    }


def map_links(address: str) -> list[dict]:
    """Where maps show an address: [{name, url}]; nothing without one."""
    if not address:
        return []
    return [
        {"name": name, "url": f"{url}?{urlencode({**fixed, key: address})}"} for name, (url, fixed, key) in MAPS.items()
    ]


def centre_text(centre: CoordinationCentre, field: str) -> str:
    english = getattr(centre, f"{field}_en") if get_language() == "en" else ""
    return english or getattr(centre, field)


def news_of(province: Province):
    """The latest news from the province, in the reader's language."""
    news = NewsPage.objects.live().public().filter(province=province.code, locale__language_code=get_language())
    return news.order_by("-published_on", "-pk")[:NEWS]
