"""Whose an invitation is to manage: whoever may send it again, withdraw it or print its sheet."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import Invitation
from network.permissions import user_can_manage_invitation, user_has_desk, user_represents
from portal.requests import SignedInRequest


def kept_invitation(request: SignedInRequest, pk: int) -> Invitation:
    """An invitation that the person manages; 404 for any other."""
    related = ("organization__entry__province", "invited_by", "answered_by", "person")
    found = get_object_or_404(Invitation.objects.visible_to(request.user).select_related(*related), pk=pk)
    if not user_can_manage_invitation(request.user, found):
        raise Http404
    return found


def way_back(request: SignedInRequest, invitation: Invitation) -> tuple[str, str]:
    """(title, address) of the list that the invitation stands in, for this reader."""
    if user_represents(request.user, invitation.organization_id):
        return _("People"), reverse("network_account:people:list", args=[invitation.organization_id])
    if user_has_desk(request.user):
        return _("Desk"), reverse("network_desk:board") + "?show=nobody"
    return _("Invitations"), reverse("wagtailsnippets_network_invitation:list")


def crumbs(request: SignedInRequest, invitation: Invitation) -> list[dict]:
    back, url = way_back(request, invitation)
    way = [(_("My account"), reverse("account")), (back, url), (invitation.name, None)]
    return [{"title": title, "url": url} for title, url in way]
