"""An invitation as whoever made it sees it: where it stands, how to hand it on, and what may still be done."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.actions import new_invitation_code, remind_invited, withdraw_invitation
from network.codes import shown_code
from network.enums import InvitationStatus
from network.exceptions import PeopleRefused
from network.models import Invitation
from network.permissions import user_can_read_letter
from network.permissions.words import what_it_may
from network.views.cases.privacy import unlisted
from network.views.invitations.door import crumbs, kept_invitation, way_back
from network.views.people.door import centre_of
from network.views.people.mandates import sent_letter
from portal.requests import SignedInRequest

KINDS = {
    InvitationStatus.OPEN: "info",
    InvitationStatus.ACCEPTED: "good",
    InvitationStatus.DECLINED: "warn",
    InvitationStatus.WITHDRAWN: "",
}
# What a button does, and what is said afterwards.
ACTS = {
    "remind": (remind_invited, _("The invitation is sent again, with all its days before it.")),
    "withdraw": (withdraw_invitation, _("The invitation is withdrawn. Nobody can accept it any more.")),
    "new-code": (new_invitation_code, _("There is a new code. The old sheet is worth nothing now.")),
}


@require_safe
@never_cache
@unlisted
@login_required
def invitation(request: SignedInRequest, pk: int) -> HttpResponse:
    """Where it stands; while it waits, the words and the sheet to hand on."""
    kept = kept_invitation(request, pk)
    context = {
        "invitation": kept,
        "organization": kept.organization,
        "kind": KINDS[InvitationStatus(kept.status)],
        "may": what_it_may(kept.role),
        "is_open": kept.status == InvitationStatus.OPEN,
        "email": kept.email or (kept.person.email if kept.person else ""),
        "code": shown_code(kept.code),
        "message": message(kept),
        "back": way_back(request, kept),
        "centre": centre_of(kept.organization),
        "breadcrumbs": crumbs(request, kept),
    }
    return render(request, "network/invitations/kept.html", context)


@require_POST
@login_required
def act(request: SignedInRequest, pk: int, act: str) -> HttpResponse:
    """Send it again, withdraw it, or make another code."""
    kept = kept_invitation(request, pk)
    if act not in ACTS:
        raise Http404
    do, done = ACTS[act]
    try:
        do(kept, by=request.user)
    except PeopleRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("network_invitation:kept", pk=pk)


@require_safe
@never_cache
@unlisted
@login_required
def letter(request: SignedInRequest, pk: int) -> FileResponse:
    """The mandate letter that waits with the invitation."""
    rows = Invitation.objects.select_related("organization__entry__province")
    wanted = get_object_or_404(rows, pk=pk)
    if not user_can_read_letter(request.user, wanted):
        raise Http404
    return sent_letter(wanted)


def message(invitation: Invitation) -> str:
    """Words for LINE, in the language of the invitation."""
    with override(invitation.language):
        return render_to_string(
            "network/invitations/line.txt",
            {"invitation": invitation, "url": answer_url(invitation), "code": shown_code(invitation.code)},
        ).strip()


def answer_url(invitation: Invitation) -> str:
    """The whole address at which the invited person answers, in the language that is active."""
    return settings.BASE_URL.rstrip("/") + reverse("network_invitation:answer", args=[invitation.token])
