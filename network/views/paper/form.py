"""One paper form on one page: saved as often as one likes, sent when it is complete."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.actions import discard_draft, save_paper, submit_application
from network.enums import ApplicationStatus, CaseAction
from network.exceptions import AnswersMissing, CaseRefused
from network.forms.answers import DOCUMENTS, open_questions
from network.forms.paper import PaperForm
from network.models import MembershipApplication, PrivacyNotice
from network.permissions import possible_actions
from network.search.likely import likely_organizations
from network.views.cases.standing import question as asked_by_the_centre
from network.views.join.likely import rows as likely_rows
from network.views.paper.door import crumbs, for_filers, own_paper
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@for_filers
def form(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Saves what is written; with the button `send`, sends it too."""
    paper = own_paper(request, token)
    if CaseAction.SAVE not in possible_actions(request.user, paper):
        return redirect("network_paper:sheet", token=token)
    if request.method != "POST":
        return page(request, paper, PaperForm(paper))
    written = PaperForm(paper, request.POST, request.FILES)
    if written.is_choosing:
        return page(request, paper, written.chosen())
    if not written.is_valid():
        return page(request, paper, written, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        save_paper(paper, by=request.user, **written.keywords())
    except CaseRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_paper:list")
    return send(request, paper) if "send" in request.POST else saved(request, token)


def saved(request: SignedInRequest, token: UUID) -> HttpResponse:
    messages.success(request, _("Saved. You can go on at any time, also a colleague of your centre."))
    return redirect("network_paper:form", token=token)


def send(request: SignedInRequest, paper: MembershipApplication) -> HttpResponse:
    """It is saved already, so that what is missing costs nothing that was typed."""
    present = own_paper(request, paper.token)
    written = PaperForm(present)
    if not present.accepted_by:
        return page(request, present, written, wants_name=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        notice = PrivacyNotice.objects.current()
        submit_application(present, by=request.user, accepted_by=present.accepted_by, notice=notice)
    except AnswersMissing:
        return page(request, present, written, wants_all=True, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except CaseRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_paper:list")
    messages.success(request, _("Sent. Now print the sheet and give it to the organization."))
    return redirect("network_paper:sheet", token=paper.token)


@require_http_methods(["GET", "HEAD", "POST"])
@for_filers
def discard(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Ask once, then delete what was never sent."""
    paper = own_paper(request, token)
    if paper.status != ApplicationStatus.DRAFT:
        raise Http404
    if request.method != "POST":
        steps = ((str(paper), None),)
        return render(request, "network/paper/discard.html", {"paper": paper, "breadcrumbs": crumbs(request, *steps)})
    try:
        discard_draft(paper, by=request.user)
    except CaseRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The paper form is deleted."))
    return redirect("network_paper:list")


def page(
    request: SignedInRequest,
    paper: MembershipApplication,
    written: PaperForm,
    *,
    wants_all: bool = False,
    wants_name: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The form; `wants_all` or `wants_name` says what keeps it from being sent."""
    found = [] if paper.organization_id else likely_organizations(paper.name, province=paper.province)
    context = {
        "paper": paper,
        "written": written,
        "is_draft": paper.status == ApplicationStatus.DRAFT,
        "asked": asked_by_the_centre(list(paper.timeline.all()), paper),
        "missing": missing(paper) if wants_all or wants_name else [],
        "wants_name": wants_name,
        "likely": likely_rows(found),
        "notice": PrivacyNotice.objects.current(),
        "breadcrumbs": crumbs(request, (str(paper), None)),
    }
    return render(request, "network/paper/form.html", context, status=status)


def missing(paper: MembershipApplication) -> list[dict]:
    """The questions without an answer, each with its place on the page: [{title, anchor}]."""
    return [
        {"title": one.title, "anchor": "id_proof" if one is DOCUMENTS else f"part-{one.name}"}
        for one in open_questions(paper)
    ]
