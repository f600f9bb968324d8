"""The second step: which sheet, and what its columns hold."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from network.enums import ImportState
from network.forms.importing import ColumnsForm
from network.importing import intake, previewing
from network.importing.exceptions import ColumnsMissing, ImportRefused
from network.models import ImportRun
from network.viewsets.importing.doors import for_those_who_import, page_of, run_of
from portal.requests import SignedInRequest
from portal.sheets import sheet_names


@for_those_who_import
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: SignedInRequest, pk: int) -> HttpResponse:
    """The columns with what they are taken for; posted, every row is checked."""
    run = run_of(pk)
    if run.state == ImportState.DONE or run.is_running:
        return redirect("network_imports:rows", run.pk)
    form = ColumnsForm(request.POST if request.method == "POST" else None, run=run)
    if request.method != "POST":
        return page(request, run, form)
    if not form.is_valid():
        return page(request, run, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        run = intake.choose_columns(run, form.by_index, form.cleaned_data["status"], by=request.user)
        previewing.preview(run, by=request.user)
    except ColumnsMissing as refusal:
        form.add_error(None, str(refusal))
        return page(request, run, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_imports:index")
    return redirect("network_imports:rows", run.pk)


def page(request: SignedInRequest, run: ImportRun, form: ColumnsForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    same = ImportRun.objects.filter(digest=run.digest, state=ImportState.DONE).latest_first()
    context = {"form": form, "sheets": sheets(run), "earlier": same.first(), **page_of(request, run, "columns")}
    return TemplateResponse(request, "network/cms/importing/columns.html", context, status=status)


def sheets(run: ImportRun) -> list[str]:
    """The sheets to choose from; none when there is one only, or the file is gone."""
    try:
        names = sheet_names(intake.content_of(run))
    except ImportRefused:
        return []
    return names if len(names) > 1 else []


@for_those_who_import
@require_POST
def sheet(request: SignedInRequest, pk: int) -> HttpResponse:
    """Another sheet of the same file."""
    run = run_of(pk)
    try:
        intake.choose_sheet(run, request.POST.get("sheet", ""), by=request.user)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("network_imports:columns", run.pk)
