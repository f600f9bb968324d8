"""The sheet that goes back to the organization: its code in letters and as QR, and how to take the application over."""

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from network.actions import renew_code
from network.codes import shown_code
from network.enums import ApplicationStatus
from network.exceptions import CaseRefused
from network.models import CoordinationCentre, Coordinator, MembershipApplication
from network.permissions import user_coordinates
from network.printing.parts import qr, whole_address
from network.views.cases.standing import status_kind, status_words
from network.views.cases.track import track_address
from network.views.paper.door import crumbs, for_filers, own_paper
from portal.models import Identity
from portal.pdf import pdf
from portal.requests import SignedInRequest
from portal.templatetags.portal_thai import phone, thai_date

TEMPLATE = Path(__file__).parents[2] / "typst" / "code_sheet.typ"
LANGUAGES = ("th", "en")
# Nothing is left to take over.
USELESS = (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN)


@require_http_methods(["GET", "HEAD", "POST"])
@for_filers
def sheet(request: SignedInRequest, token: UUID) -> HttpResponse:
    """What to do after the paper is entered; POST makes another code, for a sheet that is lost or too old."""
    paper = own_paper(request, token)
    if request.method == "POST":
        try:
            renew_code(paper, by=request.user)
        except CaseRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("There is a new code. The old sheet is worth nothing now."))
        return redirect("network_paper:sheet", token=token)
    return render(request, "network/paper/sheet.html", sheet_page(request, paper))


@require_safe
@for_filers
def sheet_pdf(request: SignedInRequest, token: UUID) -> HttpResponse:
    """One page to print, Thai above, English below."""
    paper = own_paper(request, token)
    if not has_code(paper):
        raise Http404
    document = pdf(TEMPLATE, sheet_data(paper, Identity.load(request_or_site=request)), {"qr.svg": qr(code_url(paper))})
    answer = HttpResponse(document, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="code-{paper.reference}.pdf"'
    return answer


def sheet_page(request: SignedInRequest, paper: MembershipApplication) -> dict:
    is_on_desk = paper.status != ApplicationStatus.DRAFT and user_coordinates(request.user, paper.province_id)
    return {
        "paper": paper,
        "is_draft": paper.status == ApplicationStatus.DRAFT,
        "status": {"label": status_words(paper), "kind": status_kind(paper)},
        "code": shown_code(paper.code or "") if has_code(paper) else "",
        "is_over": bool(paper.code_until and paper.code_until < timezone.localdate()),
        "track_url": track_address(paper),
        "desk_url": reverse("network_desk:application", args=[paper.token]) if is_on_desk else "",
        "breadcrumbs": crumbs(request, (str(paper), None)),
    }


def has_code(paper: MembershipApplication) -> bool:
    return bool(paper.code) and paper.status not in USELESS


def code_url(paper: MembershipApplication) -> str:
    """What the square holds: the page with the code filled in."""
    return whole_address("network_cases:code_of", shown_code(paper.code or ""))


def sheet_data(paper: MembershipApplication, identity: Identity) -> dict:
    """What code_sheet.typ draws: the code, and all words once in each language."""
    with override("th"):
        council, title = identity.display_name, _("Code sheet")
    return {
        "title": f"{title} · {paper}",
        "council": council,
        "name": str(paper),
        "code": shown_code(paper.code or ""),
        "languages": [words(paper, identity, language) for language in LANGUAGES],
    }


def words(paper: MembershipApplication, identity: Identity, language: str) -> dict:
    """The sheet's words in one language; `facts` are pairs, `steps` and `calls` lines."""
    with override(language):
        return {
            "lang": language,
            "title": _("Your organization’s application and its code"),
            "lead": _("We have entered your paper form. With this code the application becomes your own."),
            "facts": facts(paper),
            "steps_title": _("How to take it over"),
            "steps": [
                _("Point the phone’s camera at the square, or open %(address)s and type the code.")
                % {"address": settings.BASE_URL.rstrip("/").partition("://")[2] + reverse("network_cases:code")},
                _("Sign in with your e-mail address, your phone number or LINE."),
                _("Press “Take it over”. Then you see where the application stands, and answer questions yourself."),
            ],
            "warning": _("Keep this sheet safe: whoever has the code can take the application over, once."),
            "calls_title": _("Questions? You reach us here"),
            "calls": calls(paper, identity),
        }


def facts(paper: MembershipApplication) -> list[list[str]]:
    """Pairs of what and which."""
    entered = f"{paper.filed_by} · {thai_date(paper.created_at)}"
    return [
        [_("Way of joining"), paper.get_kind_display()],
        [_("Reference number"), paper.reference],
        [pgettext("a paper form", "Entered by"), entered],
        [_("The code is valid until"), thai_date(paper.code_until)],
    ]


def calls(paper: MembershipApplication, identity: Identity) -> list[str]:
    """Whom to call, each a line: the centre that entered it, else that of its province, and the secretariat."""
    centre = centre_of(paper)
    known = [(str(centre), centre.phone or centre.email)] if centre else []
    known.append((identity.display_name, identity.phone or identity.email))
    return [f"{name}: {phone(contact) if '@' not in contact else contact}" for name, contact in known if contact]


def centre_of(paper: MembershipApplication) -> CoordinationCentre | None:
    service = (
        Coordinator.objects.active().filter(user=paper.filed_by_id).select_related("centre").order_by("pk").first()
    )
    return service.centre if service else paper.centre
