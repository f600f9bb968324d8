"""Who acts for an organization, who is invited, and who can see what."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.enums import InvitationKind, RepresentativeRole
from network.models import Invitation, Representative
from network.permissions import user_can_invite
from network.permissions.words import SEES, what_it_may
from network.views.people.door import for_its_people, frame, is_last_primary
from network.views.people.seeing import circles
from portal.requests import SignedInRequest

# Days: a committee that meets every second month can still decide who follows.
SOON = 60


@require_safe
@for_its_people
def people(request: SignedInRequest, mandate: Representative) -> HttpResponse:
    """Everybody who acts for it, with what they may do; for a primary contact also the invitations."""
    may_invite = user_can_invite(request.user, mandate.organization)
    waiting = invitations(mandate) if may_invite else []
    context = frame(
        mandate,
        rows=[row(mandate, one) for one in everybody(mandate)],
        # One's own hand-over stands above the list, as a notice.
        invitations=[one for one in waiting if not one["is_own_hand_over"]],
        hand_over=next((one for one in waiting if one["is_own_hand_over"]), None),
        may_invite=may_invite,
        ends_on=end_that_strands(mandate),
    )
    return render(request, "network/people/people.html", context)


@require_safe
@for_its_people
def who_sees_what(request: SignedInRequest, mandate: Representative) -> HttpResponse:
    """What the organization itself, its centre, the secretariat, other members and everyone can see."""
    context = frame(mandate, _("Who sees what"), sees=SEES, roles=roles(), circles=circles(mandate.organization))
    return render(request, "network/people/seen.html", context)


def end_that_strands(mandate: Representative) -> date | None:
    """The last day of the only primary contact, when it is near: afterwards nobody could act."""
    soon = timezone.localdate() + timedelta(days=SOON)
    if not mandate.mandate_until or mandate.mandate_until > soon or not is_last_primary(mandate):
        return None
    return mandate.mandate_until


def everybody(mandate: Representative) -> list[Representative]:
    """Those who act today, the reader first, and those whose days are over though nobody has ended them."""
    rows = Representative.objects.live().filter(organization=mandate.organization_id).select_related("user")
    return sorted(rows, key=lambda one: (one.user_id != mandate.user_id, one.is_expired, one.pk))


def row(mandate: Representative, one: Representative) -> dict:
    """Parameters of network/people/row.html."""
    one.organization = mandate.organization
    is_primary = mandate.role == RepresentativeRole.PRIMARY
    is_me = one.user_id == mandate.user_id
    return {
        "mandate": one,
        "is_me": is_me,
        "may": what_it_may(one.role),
        "url": reverse("network_account:people:mandate", args=[mandate.organization_id, one.pk])
        if is_me or is_primary
        else "",
    }


def invitations(mandate: Representative) -> list[dict]:
    """The open invitations of the organization, the oldest first: [{invitation, url, is_own_hand_over}]."""
    rows = Invitation.objects.open().filter(organization=mandate.organization_id).order_by("pk")
    return [
        {
            "invitation": one,
            "url": reverse("network_invitation:kept", args=[one.pk]),
            "is_own_hand_over": one.kind == InvitationKind.HAND_OVER and one.invited_by_id == mandate.user_id,
        }
        for one in rows
    ]


def roles() -> list[dict]:
    """[{term, value}] of every role."""
    return [{"term": role.label, "value": what_it_may(role)} for role in RepresentativeRole]
