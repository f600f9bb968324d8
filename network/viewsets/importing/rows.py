"""The third step: what would come of each row, what is said of doubtful ones, and the import."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from network.enums import ImportDecision, ImportOutcome, ImportState
from network.forms.importing import typed_answers
from network.importing.carrying import carry_out
from network.importing.exceptions import ImportRefused
from network.importing.previewing import decide, decide_rest, decisions_of, possible_for
from network.importing.remarks import Remark, in_place
from network.importing.wording import Words, organizations_of
from network.models import ImportRow, ImportRun, Organization
from network.viewsets.importing.doors import for_those_who_import, page_of, run_of
from portal.requests import SignedInRequest

ON_A_PAGE = 50
# What a person has to do something about stands first.
ORDER = (
    ImportOutcome.DOUBTFUL,
    ImportOutcome.REFUSED,
    ImportOutcome.CHANGED,
    ImportOutcome.NEW,
    ImportOutcome.SAME,
)


@for_those_who_import
@require_safe
def rows(request: SignedInRequest, pk: int) -> HttpResponse:
    """The rows of one outcome, and what can be done with the list now."""
    run = run_of(pk)
    if run.state == ImportState.UPLOADED:
        return redirect("network_imports:columns", run.pk)
    shown = shown_outcome(run, request.GET.get("show", ""))
    page = Paginator(run.rows.filter(outcome=shown).select_related("decided_by"), ON_A_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        "tabs": tabs(run, shown),
        "show": shown,
        "page": page,
        "rows": described(page, run),
        "undecided": run.rows.undecided().count(),
        "decided": run.rows.doubtful().exclude(decision="").count(),
        "unused": [words for _index, words, field, *_samples in run.columns if not field and words],
        "is_running": run.is_running,
        "is_open": run.state == ImportState.CHECKED,
        **page_of(request, run, "done" if run.state == ImportState.DONE else "rows"),
    }
    return TemplateResponse(request, "network/cms/importing/rows.html", context)


def shown_outcome(run: ImportRun, asked: str) -> ImportOutcome:
    """The one that was asked for, else the first that has rows; after the import what is new."""
    if asked in ImportOutcome:
        return ImportOutcome(asked)
    order = ORDER if run.state != ImportState.DONE else (ImportOutcome.NEW, *ORDER)
    return next((outcome for outcome in order if run.counts.get(outcome)), ImportOutcome.NEW)


def tabs(run: ImportRun, shown: ImportOutcome) -> list[dict[str, Any]]:
    address = reverse("network_imports:rows", args=[run.pk])
    return [
        {
            "url": f"{address}?show={outcome}",
            "label": outcome.label,
            "count": run.counts.get(outcome, 0),
            "current": outcome == shown,
        }
        for outcome in ORDER
    ]


def described(page: Page, run: ImportRun) -> list[dict[str, Any]]:
    """The rows of one page with their words, and the organizations that they name."""
    found: list[ImportRow] = list(page)
    words, known = Words(), organizations_of(found)
    return [
        {
            "row": row,
            "province": words.said("province", row.province),
            "organization": known.get(row.organization_id or 0),
            "lines": words.lines(row.values, compared(row, run, known)),
            "remarks": [in_place(Remark(*kept), row.number, run.headings) for kept in row.remarks],
            "choices": choices(row, known) if row.outcome == ImportOutcome.DOUBTFUL else [],
        }
        for row in found
    ]


def compared(row: ImportRow, run: ImportRun, known: dict[int, Organization]) -> Organization | None:
    """The organization that the row is shown beside; after the import both say the same."""
    return known.get(row.organization_id or 0) if run.state != ImportState.DONE else None


def choices(row: ImportRow, known: dict[int, Organization]) -> list[dict[str, Any]]:
    """What may be said to a doubtful row: the value for the form, the words, and whether it was said."""
    possible = decisions_of(row)
    same = [known[pk] for pk in possible_for(row) if pk in known] if ImportDecision.SAME in possible else []
    offered: list[dict[str, Any]] = [
        {
            "value": f"{ImportDecision.SAME}-{organization.pk}",
            "label": ImportDecision.SAME.label,
            "organization": organization,
            "chosen": row.decision == ImportDecision.SAME and row.same_as_id == organization.pk,
        }
        for organization in same
    ]
    others = [decision for decision in possible if decision != ImportDecision.SAME]
    return offered + [{"value": said, "label": said.label, "chosen": row.decision == said} for said in others]


@for_those_who_import
@require_POST
def decide_rows(request: SignedInRequest, pk: int) -> HttpResponse:
    """The decisions of one page."""
    run = run_of(pk)
    answers = typed_answers(request.POST)
    try:
        decide(run, answers, by=request.user)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your decisions are kept."))
    return back(request, run)


@for_those_who_import
@require_POST
def decide_others(request: SignedInRequest, pk: int) -> HttpResponse:
    """One word for all doubtful rows that wait."""
    run = run_of(pk)
    said = request.POST.get("decision", "")
    try:
        count = decide_rest(
            run, ImportDecision(said) if said in ImportDecision else ImportDecision.SAME, by=request.user
        )
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
    else:
        text = ngettext("%(count)s row is decided.", "%(count)s rows are decided.", count)
        messages.success(request, text % {"count": count})
    return back(request, run)


@for_those_who_import
@require_POST
def carry(request: SignedInRequest, pk: int) -> HttpResponse:
    """The import itself."""
    run = run_of(pk)
    try:
        carry_out(run, by=request.user, without_refused=bool(request.POST.get("without_refused")))
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The list is imported."))
    return redirect("network_imports:rows", run.pk)


def back(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """To the page of rows that was decided on."""
    page = request.POST.get("p", "")
    where = f"?show={ImportOutcome.DOUBTFUL}" + (f"&p={page}" if page.isdecimal() else "")
    return redirect(reverse("network_imports:rows", args=[run.pk]) + where)
