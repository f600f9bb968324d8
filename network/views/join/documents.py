"""The documents of an application: looked at, added one by one, taken out again."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from network.actions import add_document, remove_document
from network.enums import DocumentKind
from network.exceptions import CaseMoved, NotYourCase
from network.forms.answers import DOCUMENTS
from network.forms.documents import DocumentForm
from network.models.answers import has_its_document, proof_of
from network.views.cases.privacy import unlisted
from network.views.cases.standing import centre_of
from network.views.join.way import (
    Way,
    is_writable,
    own_application,
    question_address,
    sent_meanwhile,
    way_of,
    what_is_asked,
)
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def documents(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Adds one file with each POST; the way on is a link."""
    application = own_application(request, token)
    way = way_of(application, DOCUMENTS.name, back_to_summary=request.GET.get("then") == "summary")
    if not is_writable(application):
        return sent_meanwhile(request, application)
    if request.method != "POST":
        return page(request, way, DocumentForm(application=application))
    form = DocumentForm(request.POST, request.FILES, application=application)
    if not form.is_valid():
        return page(request, way, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        add_document(application, by=request.user, **form.keywords())
    except NotYourCase:
        raise Http404 from None
    except CaseMoved:
        return sent_meanwhile(request, application)
    messages.success(request, _("The file is kept. Add another one, or go on."))
    return redirect(request.get_full_path())


@require_POST
@login_required
def remove(request: SignedInRequest, token: UUID, pk: int) -> HttpResponse:
    """Take one file out again; gone already is fine."""
    application = own_application(request, token)
    if not is_writable(application):
        return sent_meanwhile(request, application)
    # The scan belongs to whoever entered the paper form.
    document = application.documents.filter(pk=pk, is_paper_form=False).first()
    if document:
        try:
            remove_document(document, by=request.user)
        except NotYourCase:
            raise Http404 from None
        except CaseMoved:
            return sent_meanwhile(request, application)
        messages.success(request, _("The file is taken out."))
    then = "?then=summary" if request.GET.get("then") == "summary" else ""
    return redirect(question_address(application, DOCUMENTS) + then)


def page(request: SignedInRequest, way: Way, form: DocumentForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    application = way.application
    if DOCUMENTS not in way.questions:
        raise Http404
    context = {
        "way": way,
        "application": application,
        "total": len(way.questions),
        "asked": what_is_asked(application),
        "centre": centre_of(application.province),
        "documents": list(application.documents.all()),
        "has_proof": has_its_document(application),
        "needs_letter": proof_of(application.legal_form) == DocumentKind.EXISTENCE,
        "form": form,
    }
    return render(request, "network/join/documents.html", context, status=status)
