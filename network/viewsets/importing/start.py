"""The front of the room: bring a list, take one out, and what was brought before."""

from http import HTTPStatus

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from network.forms.importing import ListForm
from network.importing import intake
from network.importing.exceptions import ImportRefused
from network.models import ImportRun, MembershipSettings
from network.viewsets.importing.doors import crumbs, for_those_who_import, page_of, run_of, steps
from portal.requests import SignedInRequest

ON_A_PAGE = 25


@for_those_who_import
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    """The form for a file, and the history; posted, the list is taken in and its columns are shown."""
    form = ListForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method != "POST":
        return page(request, form)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = intake.take_in(file.read(), file.name, by=request.user)
        except ImportRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("network_imports:columns", run.pk)
    return page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def page(request: SignedInRequest, form: ListForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    runs = Paginator(ImportRun.objects.latest_first(), ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "page": runs,
        "steps": steps("file"),
        "days": MembershipSettings.load().keep_import_days,
        "has_sample": settings.DEMO,
        "breadcrumbs_items": crumbs(),
    }
    return TemplateResponse(request, "network/cms/importing/index.html", context, status=status)


@for_those_who_import
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks once, then deletes a list that was not imported."""
    run = run_of(pk)
    if request.method != "POST":
        return TemplateResponse(request, "network/cms/importing/delete.html", page_of(request, run, "rows"))
    try:
        intake.forget(run, by=request.user)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_imports:rows", run.pk)
    messages.success(request, _("The list is deleted. Nothing of it was imported."))
    return redirect("network_imports:index")
