"""Files that leave the room: the register as a list, an empty list, a list as it came, and what could not be taken."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from network.demo.sample_list import sample_list
from network.importing import exporting, intake
from network.importing.exceptions import ImportRefused
from network.models import Organization
from network.viewsets.importing.doors import for_those_who_import, run_of
from portal.actions import log_export
from portal.requests import SignedInRequest
from portal.workbooks import XLSX

CSV = "text/csv; charset=utf-8"


@for_those_who_import
@require_safe
def export(request: SignedInRequest) -> HttpResponse:
    """The whole register, in the columns that the import understands; who took it stays in the log."""
    language = "en" if request.GET.get("language") == "en" else "th"
    kind = "csv" if request.GET.get("kind") == "csv" else "xlsx"
    organizations = exporting.exported()
    log_export(Organization, by=request.user, rows=organizations.count(), chosen={"language": language, "kind": kind})
    name = f"organizations-{timezone.localdate().isoformat()}.{kind}"
    if kind == "csv":
        return download(exporting.as_csv(organizations, language), name, CSV)
    return download(exporting.as_workbook(_("Organizations"), organizations, language), name)


@for_those_who_import
@require_safe
def template(request: SignedInRequest) -> HttpResponse:
    """An empty list with our headings, in the reader's language."""
    return download(exporting.template(get_language() or "th"), "organizations-template.xlsx")


@for_those_who_import
@require_safe
def sample(request: SignedInRequest) -> HttpResponse:
    """The demo's imperfect list."""
    if not settings.DEMO:
        raise Http404
    return download(sample_list(), "organizations-sample.xlsx")


@for_those_who_import
@require_safe
def original(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """The list as it was brought."""
    run = run_of(pk)
    try:
        content = intake.content_of(run)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_imports:rows", run.pk)
    kind = XLSX if run.file.name and run.file.name.endswith(".xlsx") else "text/csv"
    return download(content, run.file_name, kind)


@for_those_who_import
@require_safe
def remaining(request: SignedInRequest, pk: int) -> HttpResponse:
    """The rows that were not taken, each with its reasons: to be corrected and brought again."""
    run = run_of(pk)
    try:
        content = exporting.remaining(run, get_language() or "th")
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_imports:rows", run.pk)
    stem = run.file_name.rpartition(".")[0] or run.file_name
    name = _("%(list)s – to correct.xlsx") % {"list": stem}
    return download(content, name)


def download(content: bytes, name: str, kind: str = XLSX) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    # Django writes names with Thai letters as browsers read them.
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return answer
