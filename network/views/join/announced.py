"""Approvals that are announced: which organizations, until when one may object, and how."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.mail.facts import name_of
from network.models import MembershipApplication, MembershipSettings
from network.models.application import ApplicationQuerySet
from network.views.cases.privacy import unlisted
from network.views.crumbs import crumbs
from portal.thai.sorting import sort_key


@require_safe
@unlisted
def announced(request: HttpRequest) -> HttpResponse:
    """Every announced approval that is still open to objections; 404 where the council sets no time for them."""
    if not announces():
        raise Http404
    way = crumbs((_("Join"), reverse("network_join:start")), (_("Announced approvals"), None))
    return render(request, "network/join/announced.html", {"rows": announcements(), "breadcrumbs": way})


def announcements() -> list[dict]:
    """[{name, meta (province, way of joining), until}] in the order of the reader's language; nothing else of it."""
    rows = [
        {
            "name": name_of(application),
            "meta": f"{application.province} · {application.get_kind_display()}",
            "until": application.objections_until,
        }
        for application in open_ones().select_related("province").order_by("pk")
    ]
    return sorted(rows, key=lambda row: sort_key(row["name"]))


def open_ones() -> ApplicationQuerySet:
    """Announced, and their last day is not over."""
    return MembershipApplication.objects.announced().filter(objections_until__gte=timezone.localdate())


def announces() -> bool:
    """Whether approvals are announced before they are carried out, or still are since the rule was dropped."""
    return MembershipSettings.load().objection_days > 0 or MembershipApplication.objects.announced().exists()
