"""What an applicant does with an application that was sent: answer the question, or take it back."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import answer_question, withdraw_application
from network.enums import CaseAction
from network.exceptions import AnswersMissing, CaseRefused
from network.forms.cases import AnswerForm, WithdrawForm
from network.models import MembershipApplication
from network.permissions import possible_actions
from network.views.cases import standing
from network.views.cases.privacy import unlisted
from network.views.cases.track import crumbs
from network.views.cases.writing import writing_address
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def answer(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Send the application back to whoever asked, with a sentence if there is something to say."""
    application = own(request, token)
    has_changes = standing.changed_since_question(list(application.timeline.all()), application)
    form = AnswerForm(request.POST if request.method == "POST" else None, has_changes=has_changes)
    if request.method != "POST" or not form.is_valid():
        return answer_page(request, application, form)
    try:
        answer_question(application, by=request.user, message=form.cleaned_data["message"])
    except AnswersMissing as refusal:
        form.add_error(None, str(refusal))
        return answer_page(request, application, form)
    except CaseRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your answer is sent. You see here how it goes on."))
    return redirect("network_cases:track", token=token)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def withdraw(request: SignedInRequest, token: UUID) -> HttpResponse:
    """Ask once, then take the application back."""
    application = own(request, token)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return withdraw_page(request, application, form)
    try:
        withdraw_application(application, by=request.user, message=form.cleaned_data["message"])
    except CaseRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The application is withdrawn. The organization may apply again at any time."))
    return redirect("network_cases:track", token=token)


def own(request: SignedInRequest, token: UUID) -> MembershipApplication:
    """An application that the person writes; 404 otherwise."""
    return get_object_or_404(MembershipApplication.objects.written_by(request.user).with_places(), token=token)


def answer_page(request: SignedInRequest, application: MembershipApplication, form: AnswerForm) -> HttpResponse:
    if CaseAction.ANSWER not in possible_actions(request.user, application) and request.method != "POST":
        return redirect("network_cases:track", token=application.token)
    context = {
        "application": application,
        "question": standing.question(list(application.timeline.all()), application),
        "writing_url": writing_address(application),
        "form": form,
        "breadcrumbs": crumbs(application, _("Answer the question")),
    }
    return render(request, "network/cases/answer.html", context, status=status_of(form))


def withdraw_page(request: SignedInRequest, application: MembershipApplication, form: WithdrawForm) -> HttpResponse:
    if CaseAction.WITHDRAW not in possible_actions(request.user, application):
        raise Http404
    context = {
        "application": application,
        "form": form,
        "breadcrumbs": crumbs(application, _("Withdraw the application")),
    }
    return render(request, "network/cases/withdraw.html", context, status=status_of(form))


def status_of(form) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
