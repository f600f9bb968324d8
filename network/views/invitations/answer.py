"""The invited person reads who asks, for what, and says yes or no."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import accept_invitation, decline_invitation
from network.actions.people.answering import is_meant_for
from network.enums import InvitationKind, InvitationStatus
from network.exceptions import InvitationOver, PeopleRefused
from network.mail.people import address_of
from network.models import Invitation
from network.permissions import user_represents
from network.permissions.words import SEES, what_it_may
from network.views.cases.privacy import unlisted
from network.views.people.door import centre_of
from portal.templatetags.portal_thai import phone


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
def answer(request: HttpRequest, token: UUID) -> HttpResponse:
    """Open to whoever has the address, so that people read before they sign in; only POST answers."""
    related = ("organization__entry__province", "invited_by", "person")
    invitation = get_object_or_404(Invitation.objects.select_related(*related), token=token)
    if request.method != "POST":
        return page(request, invitation)
    if request.POST.get("answer") == "decline":
        return declined(request, invitation)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    try:
        mandate = accept_invitation(invitation, by=request.user, is_meant="is_meant" in request.POST)
    except PeopleRefused as refusal:
        return page(request, invitation, refusal)
    name = mandate.organization.display_name
    messages.success(request, _("You act for %(organization)s now. Welcome.") % {"organization": name})
    return redirect("network_account:organization", pk=mandate.organization_id)


def declined(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    user = request.user if request.user.is_authenticated else None
    try:
        decline_invitation(invitation, by=user)
    except PeopleRefused as refusal:
        return page(request, invitation, refusal)
    return redirect("network_invitation:answer", token=invitation.token)


def page(request: HttpRequest, invitation: Invitation, refusal: PeopleRefused | None = None) -> HttpResponse:
    is_open = invitation.status == InvitationStatus.OPEN and not invitation.is_over
    user = request.user if request.user.is_authenticated else None
    context = {
        "invitation": invitation,
        "organization": invitation.organization,
        "is_open": is_open,
        "is_declined": invitation.status == InvitationStatus.DECLINED,
        "is_hand_over": invitation.kind == InvitationKind.HAND_OVER,
        "is_mine": user is not None and invitation.invited_by_id == user.pk,
        "acts_already": user is not None and not is_open and user_represents(user, invitation.organization_id),
        "asks": user is not None and not is_meant_for(invitation, user),
        "me": address_of(user) if user else "",
        "sent_to": hidden(invitation),
        "sees": SEES,
        "may": what_it_may(invitation.role),
        "refusal": refusal or (None if is_open else InvitationOver()),
        "centre": centre_of(invitation.organization),
    }
    # For whoever has answered, the page says what came of it; for others there is nothing here any more.
    is_gone = not (is_open or context["is_declined"] or context["acts_already"])
    status = HTTPStatus.CONFLICT if refusal else HTTPStatus.GONE if is_gone else HTTPStatus.OK
    return render(request, "network/invitations/answer.html", context, status=status)


def hidden(invitation: Invitation) -> str:
    """Where it was sent, for who may not be meant: enough to know one's own, not enough to learn another's."""
    if invitation.email:
        name, _at, domain = invitation.email.partition("@")
        return f"{name[:2]}…@{domain}"
    return f"…{phone(invitation.phone)[-4:]}" if invitation.phone else ""
