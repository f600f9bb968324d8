""" "Is this you?": the organizations of the directory that a typed name may mean."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.enums import ApplicationStatus
from network.models import MembershipApplication, Organization, Province
from network.search.likely import likely_organizations
from network.views.cases.privacy import unlisted
from network.views.cases.track import crumbs
from network.views.join.way import next_address
from portal.requests import SignedInRequest


@require_safe
@unlisted
def likely(request: HttpRequest) -> HttpResponse:
    """A piece of a page for `?name=` and, if it is known, `?province=TH-76`; empty when there is nobody to offer.

    `?for=paper` is for whoever enters somebody else's form, and claims nothing.
    """
    province = Province.objects.filter(code=request.GET.get("province", "")[:6].replace("\0", "")).first()
    found = likely_organizations(request.GET.get("name", ""), province=province)
    context = {"rows": rows(found), "for_paper": request.GET.get("for") == "paper"}
    return render(request, "network/join/likely.html", context)


@require_safe
@never_cache
@unlisted
@login_required
def is_this_you(request: SignedInRequest, token: UUID) -> HttpResponse:
    """The page after the name was written; whoever's name is nobody else's is led on at once."""
    drafts = MembershipApplication.objects.own_of(request.user).filter(status=ApplicationStatus.DRAFT)
    draft = get_object_or_404(drafts.select_related("province"), token=token)
    on = next_address(draft)
    # Whoever began from an organization of the register need not be asked which one it is.
    found = [] if draft.organization_id else likely_organizations(draft.name, province=draft.province)
    if not found:
        return redirect(on)
    context = {
        "application": draft,
        "rows": rows(found, draft),
        "on": on,
        "breadcrumbs": crumbs(draft, _("Is your organization in this list?")),
    }
    return render(request, "network/join/is_this_you.html", context)


def rows(organizations: list[Organization], draft: MembershipApplication | None = None) -> list[dict]:
    """Parameters of network/join/likely_row.html; the claim page learns which draft it would make needless."""
    query = f"?{urlencode({'draft': draft.token})}" if draft else ""
    return [
        {
            "name": organization.display_name,
            "meta": f"{organization.entry.get_legal_form_display()} · {organization.entry.province}",
            "url": organization.get_absolute_url(),
            "claim_url": reverse("network_cases:claim", args=[organization.entry.slug]) + query,
        }
        for organization in organizations
    ]
