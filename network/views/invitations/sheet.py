"""The sheet that is handed to the invited person: the code in letters and as a square, and how to answer."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.codes import shown_code
from network.enums import InvitationKind, InvitationStatus
from network.models import Invitation
from network.permissions.words import what_it_may
from network.printing.parts import qr, whole_address
from network.views.cases.privacy import unlisted
from network.views.invitations.door import kept_invitation
from network.views.people.door import centre_of
from portal.models import Identity
from portal.pdf import pdf
from portal.requests import SignedInRequest
from portal.templatetags.portal_thai import phone, thai_date

# The sheet of a paper form has the same parts.
TEMPLATE = Path(__file__).parents[2] / "typst" / "code_sheet.typ"
LANGUAGES = ("th", "en")


@require_safe
@never_cache
@unlisted
@login_required
def sheet_pdf(request: SignedInRequest, pk: int) -> HttpResponse:
    """One page to print, Thai above, English below."""
    invitation = kept_invitation(request, pk)
    if invitation.status != InvitationStatus.OPEN or invitation.is_over:
        raise Http404
    identity = Identity.load(request_or_site=request)
    document = pdf(TEMPLATE, sheet_data(invitation, identity), {"qr.svg": qr(code_url(invitation))})
    answer = HttpResponse(document, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="invitation-{invitation.pk}.pdf"'
    return answer


def code_url(invitation: Invitation) -> str:
    """What the square holds: the page with the code filled in."""
    return whole_address("network_invitation:code", shown_code(invitation.code))


def sheet_data(invitation: Invitation, identity: Identity) -> dict:
    """What code_sheet.typ draws: the code, and all words once in each language."""
    with override("th"):
        council, title = identity.display_name, _("Invitation with a code")
        name = invitation.name
    return {
        "title": f"{title} · {name}",
        "council": council,
        "name": name,
        "code": shown_code(invitation.code),
        "languages": [words(invitation, identity, language) for language in LANGUAGES],
    }


def words(invitation: Invitation, identity: Identity, language: str) -> dict:
    """The sheet's words in one language; `facts` are pairs, `steps` and `calls` lines."""
    with override(language):
        is_hand_over = invitation.kind == InvitationKind.HAND_OVER
        host = settings.BASE_URL.rstrip("/").partition("://")[2]
        return {
            "lang": language,
            "title": _("You are invited to act for an organization"),
            "lead": _("%(inviter)s would like to hand the main role over to you.") % {"inviter": invitation.invited_by}
            if is_hand_over
            else _("%(inviter)s invites you.") % {"inviter": invitation.invited_by},
            "facts": facts(invitation),
            "steps_title": _("How to answer"),
            "steps": [
                _("Point the phone’s camera at the square, or open %(address)s and type the code.")
                % {"address": host + reverse("network_invitation:enter")},
                _("Sign in with your e-mail address, your phone number or LINE."),
                _("Read the invitation, then press “Accept” or “Decline”. Nothing changes before you accept."),
            ],
            "warning": _("Keep this sheet safe: whoever has the code can accept the invitation, once."),
            "calls_title": _("Questions? You reach us here"),
            "calls": calls(invitation, identity),
        }


def facts(invitation: Invitation) -> list[list[str]]:
    """Pairs of what and which."""
    return [
        [_("Organization"), invitation.organization.display_name],
        [_("Role"), f"{invitation.get_role_display()} · {what_it_may(invitation.role)}"],
        [_("The code is valid until"), thai_date(invitation.valid_until)],
    ]


def calls(invitation: Invitation, identity: Identity) -> list[str]:
    """Whom to call, each a line: the centre of the province and the secretariat."""
    centre = centre_of(invitation.organization)
    known = [(str(centre), centre.phone or centre.email)] if centre else []
    known.append((identity.display_name, identity.phone or identity.email))
    return [f"{name}: {phone(contact) if '@' not in contact else contact}" for name, contact in known if contact]
