"""The network's parts of pages that others own."""

from datetime import date

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse

from network.enums import Region
from network.models import Claim, Invitation, MembershipApplication, Organization, Payment, Province, Representative
from network.models.coordinator import provinces_served_by
from network.models.profile import profile_state
from network.permissions import (
    representative_can_edit_profile,
    user_can_file,
    user_has_desk,
    user_represents,
)
from network.views.cases.mine import applications_of, claims_of
from network.views.payments.ledger import row as payment_row
from network.views.terms.panel import renewal_row, terms_to_renew
from portal.sections import Section


def my_organizations(request: HttpRequest) -> Section | None:
    """Every organization the person represents, where its profile stands and what to do next."""
    mandates = Representative.objects.of(request.user).active().with_organizations()
    rows = [
        {
            "organization": mandate.organization,
            "state": profile_state(mandate.organization),
            "can_edit": representative_can_edit_profile(mandate),
        }
        for mandate in mandates
    ]
    if not rows and request.user.has_perm("wagtailadmin.access_admin"):
        return None
    return Section(200, "network/account/section.html", {"rows": rows})


def invitations_for_me(request: HttpRequest) -> Section | None:
    """The organizations that ask the person to act for them."""
    rows = Invitation.objects.valid().addressed_to(request.user).select_related("organization__entry", "invited_by")
    rows = rows.order_by("pk")
    return Section(120, "network/invitations/section.html", {"rows": rows}) if rows else None


def to_pay(request: HttpRequest) -> Section | None:
    """What one's organizations owe, and what of it the treasurer has in hand; before everything else."""
    owed = Payment.objects.own_of(request.user).open().told()
    rows = sorted(owed, key=lambda one: (one.status, one.due_on or date.max, one.pk))
    return Section(110, "network/payments/section.html", {"rows": list(map(payment_row, rows))}) if rows else None


def to_renew(request: HttpRequest) -> Section | None:
    """Memberships of one's organizations that end soon, are over or have lapsed, until their renewal is to be paid."""
    rows = [renewal_row(term) for term in terms_to_renew(request.user)]
    return Section(115, "network/terms/section.html", {"rows": rows}) if rows else None


def my_desk(request: HttpRequest) -> Section | None:
    """What waits on the desk of a coordinator, and the way to it."""
    served = provinces_served_by(request.user).in_reading_order()
    if not served:
        return None
    context = {
        "provinces": served,
        "applications": MembershipApplication.objects.on_desk_of(request.user).new().count(),
        "claims": Claim.objects.on_desk_of(request.user).open().count(),
    }
    return Section(150, "network/desk/section.html", context)


def my_applications(request: HttpRequest) -> Section | None:
    """Every application of the person's, where it stands and what to do now."""
    rows = applications_of(request.user)
    return Section(190, "network/cases/my_applications.html", {"rows": rows}) if rows else None


def paper_forms(request: HttpRequest) -> Section | None:
    """Whoever enters paper forms and has no desk, where they stand otherwise: the secretariat."""
    if user_has_desk(request.user) or not user_can_file(request.user):
        return None
    waiting = MembershipApplication.objects.on_paper_with(request.user).drafts().count()
    return Section(185, "network/paper/section.html", {"waiting": waiting})


def my_claims(request: HttpRequest) -> Section | None:
    """The organizations that the person has asked to represent."""
    rows = claims_of(request.user)
    return Section(195, "network/cases/my_claims.html", {"rows": rows}) if rows else None


def claim_it(request: HttpRequest, organization: Organization) -> Section | None:
    """The quiet way for those whose organization this is."""
    if request.user.is_authenticated and user_represents(request.user, organization.pk):
        return None
    return Section(290, "network/cases/claim_it.html", {"slug": organization.entry.slug})


def members_by_region(request: HttpRequest) -> Section | None:
    """The home page's picture of the network: how many organizations each region has, and the way to a province."""
    counts = dict(Organization.objects.listed().order_by().values_list("entry__province").annotate(Count("pk")))
    if not counts:
        return None
    provinces = Province.objects.in_reading_order()
    context = {
        "total": sum(counts.values()),
        "provinces_with_some": len(counts),
        "regions": bars({r: sum(counts.get(p.code, 0) for p in provinces if p.region == r) for r in Region}),
        "provinces": [{"province": p, "count": counts[p.code]} for p in provinces if p.code in counts],
        "url": reverse("network:organizations"),
    }
    return Section(200, "network/home_section.html", context)


def bars(counts: dict[Region, int]) -> list[dict]:
    """Parameters of components/bar_list.html, the longest bar full."""
    longest = max(counts.values())
    url = reverse("network:organizations")
    return [
        {"label": r.label, "url": f"{url}?region={r.value}", "count": n, "share": round(100 * n / longest)}
        for r, n in counts.items()
    ]
