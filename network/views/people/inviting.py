"""Invite somebody, or hand one's own role over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.actions import hand_over, invite
from network.enums import RepresentativeRole
from network.exceptions import PeopleRefused
from network.forms.people import HandOverForm, InviteForm
from network.models import Invitation, Representative
from network.permissions import user_can_invite, user_is_primary
from network.views.people.door import allowed, files_of, for_its_people, frame, status_of
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_people
def invite_somebody(request: SignedInRequest, mandate: Representative) -> HttpResponse:
    """The form; afterwards the page of the invitation, which says how to hand it on."""
    allowed(user_can_invite(request.user, mandate.organization))
    form = InviteForm(*files_of(request))
    if form.is_bound and form.is_valid():
        try:
            made = invite(mandate.organization, by=request.user, role=form.cleaned_data["role"], whom=form.whom())
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return invited(request, made)
    context = frame(mandate, _("Invite somebody"), form=form)
    return render(request, "network/people/invite.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_people
def hand_over_role(request: SignedInRequest, mandate: Representative) -> HttpResponse:
    """To a colleague or somebody new; nothing changes until they accept."""
    allowed(user_is_primary(request.user, mandate.organization_id))
    form = HandOverForm(request.POST or None, colleagues=colleagues(mandate))
    if form.is_bound and form.is_valid():
        try:
            made = hand_over(mandate, by=request.user, whom=form.whom(), role_afterwards=form.role_afterwards())
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return invited(request, made)
    context = frame(mandate, _("Hand your role over"), form=form)
    return render(request, "network/people/hand_over.html", context, status=status_of(form))


def invited(request: SignedInRequest, invitation: Invitation) -> HttpResponse:
    messages.success(request, done(invitation))
    return redirect(reverse("network_invitation:kept", args=[invitation.pk]))


def done(invitation: Invitation) -> str:
    if email := invitation.email or (invitation.person.email if invitation.person else ""):
        return _("The invitation is on its way to %(address)s.") % {"address": email}
    if invitation.phone:
        return _("The invitation is ready. Send the words below, for example by LINE.")
    return _("The invitation is ready. Print the sheet and hand it over.")


def colleagues(mandate: Representative) -> list[Representative]:
    """Those who may take over: who acts today and is not a primary contact already."""
    rows = Representative.objects.reachable().filter(organization=mandate.organization_id)
    return list(rows.exclude(role=RepresentativeRole.PRIMARY).select_related("user").order_by("pk"))
