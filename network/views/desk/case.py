"""One application on the desk: all of it, and the steps that its coordinator may take now."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from network.actions.decisions import Decision, decide
from network.enums import ApplicationStatus, CaseAction, CaseRole
from network.exceptions import CaseMoved, CaseRefused, NotYourCase, ReasonMissing, Recused
from network.forms.desk import StepForm
from network.models import MembershipApplication
from network.permissions import possible_actions, roles_of
from network.views.cases.standing import status_kind, status_words
from network.views.cases.writing import sheet_address
from network.views.desk.door import behind_the_desk, crumbs
from network.views.desk.facts import facts
from network.views.desk.message import line_message
from network.views.desk.steps import STEPS, offered
from portal.requests import SignedInRequest


@require_safe
@behind_the_desk
def application(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Answers, documents, what happened so far, and what may be done."""
    case = own_case(request, token)
    context = {
        **frame(request, case),
        "status": words_for_the_desk(case),
        "status_kind": status_kind(case),
        "facts": facts(case),
        "documents": list(case.documents.all()),
        "timeline": list(case.timeline.select_related("by")),
        "message": line_message(case),
        "breadcrumbs": crumbs((str(case), None)),
    }
    return render(request, "network/desk/application.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def step(request: SignedInRequest, token: UUID, action: str) -> HttpResponse:
    """One step on a page of its own: what follows from it, and the words for the organization."""
    case, wanted = own_case(request, token), step_called(action)
    if request.method != "POST":
        return asked(request, case, wanted)
    form = StepForm(request.POST)
    if not form.is_valid():
        return step_page(request, case, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        decide(case, wanted, by=request.user, decision=Decision(**form.cleaned_data))
    except NotYourCase:
        raise Http404 from None
    except CaseRefused as refusal:
        return refused(request, case, wanted, form, refusal)
    messages.success(request, STEPS[wanted].done)
    return redirect("network_desk:application", token=token)


def own_case(request: SignedInRequest, token: UUID) -> MembershipApplication:
    """A sent application of the person's provinces; 404 for any other."""
    related = ("province", "district", "subdistrict", "applicant", "filed_by", "notice", "organization__entry")
    return get_object_or_404(
        MembershipApplication.objects.on_desk_of(request.user).select_related(*related), token=token
    )


def step_called(name: str) -> CaseAction:
    if name not in STEPS:
        raise Http404
    return CaseAction(name)


def asked(request: SignedInRequest, case: MembershipApplication, wanted: CaseAction) -> HttpResponse:
    if wanted not in possible_actions(request.user, case):
        messages.info(request, _("This step is not possible now. Here you read where the application stands."))
        return redirect("network_desk:application", token=case.token)
    return step_page(request, case, wanted, StepForm(initial={"seen": last_entry(case)}))


def refused(
    request: SignedInRequest,
    case: MembershipApplication,
    wanted: CaseAction,
    form: StepForm,
    refusal: CaseRefused,
) -> HttpResponse:
    """The sentence, everything typed, and where the case stands now."""
    if isinstance(refusal, ReasonMissing):
        form.add_error("message", str(refusal))
        return step_page(request, case, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    data = request.POST.copy()
    data["seen"] = str(last_entry(case) or "")
    status = HTTPStatus.FORBIDDEN if isinstance(refusal, Recused) else HTTPStatus.CONFLICT
    fresh = own_case(request, case.token)
    return step_page(request, fresh, wanted, StepForm(data), status=status, refusal=refusal)


def step_page(
    request: SignedInRequest,
    case: MembershipApplication,
    wanted: CaseAction,
    form: StepForm,
    *,
    status: int = HTTPStatus.OK,
    refusal: CaseRefused | None = None,
) -> HttpResponse:
    words, rule = STEPS[wanted], possible_actions(request.user, case).get(wanted)
    context: dict[str, Any] = {
        **frame(request, case),
        "form": form.worded(words.message, words.hint, is_needed=bool(rule and rule.needs_reason)),
        "words": words,
        "refusal": refusal,
        "is_possible": rule is not None,
        "last": case.timeline.select_related("by").last() if isinstance(refusal, CaseMoved) else None,
    }
    context["breadcrumbs"] = crumbs((str(case), context["url"]), (str(words.label), None))
    return render(request, "network/desk/step.html", context, status=status)


def frame(request: HttpRequest, case: MembershipApplication) -> dict:
    roles = roles_of(request.user, case)
    return {
        "case": case,
        "url": address(case),
        "steps": offered(possible_actions(request.user, case)),
        "is_recused": CaseRole.COORDINATOR not in roles,
        "sheet_url": sheet_address(case) if CaseRole.FILER in roles else "",
    }


def words_for_the_desk(case: MembershipApplication) -> str:
    """The status; the applicant's own words for it say "your answer"."""
    if case.status == ApplicationStatus.RETURNED:
        return _("Waiting for information")
    return status_words(case)


def address(case: MembershipApplication) -> str:
    return reverse("network_desk:application", args=[case.token])


def last_entry(case: MembershipApplication) -> int | None:
    """The key of the newest timeline entry: what the page showed when the person decided."""
    return case.timeline.order_by("-pk").values_list("pk", flat=True).first()
