"""What joining means, the two ways, and where one's centre is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.enums import ApplicationKind
from network.models import Province
from network.models.fee import priced_tiers
from network.views.centres import told
from network.views.crumbs import crumbs
from network.views.join.announced import announces


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    """The two ways side by side; `?province=TH-76` (or its slug) adds that province's centre."""
    provinces = Province.objects.in_reading_order()
    asked = request.GET.get("province", "")
    chosen = next((p for p in provinces if asked in (p.code, p.slug)), None)
    context = {
        "ways": {tier.kind: tier for tier in priced_tiers(timezone.localdate())},
        "kinds": ApplicationKind,
        "provinces": provinces,
        "province": chosen,
        "centres": centres_of(chosen) if chosen else [],
        "unknown": bool(asked) and chosen is None,
        "has_announcements": announces(),
        "breadcrumbs": crumbs((_("Join"), None)),
    }
    return render(request, "network/join/start.html", context)


def centres_of(province: Province) -> list[dict]:
    """The centres of a province as their own page tells them."""
    return [told(centre) for centre in province.centres.prefetch_related("provinces")]
