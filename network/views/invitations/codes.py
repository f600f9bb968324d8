"""The printed code: typed, or standing there already when its square was read. It leads to the invitation."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions.codes import typed_code
from network.exceptions import CodeUnknown
from network.forms.codes import CodeForm
from network.models import Invitation, MembershipApplication
from network.views.cases.privacy import unlisted
from portal.requests import SignedInRequest

LONGEST = 40


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def enter(request: SignedInRequest, code: str = "") -> HttpResponse:
    """Signed in, so that guessing is counted by person as well as by address."""
    if request.method != "POST":
        return page(request, CodeForm(initial={"code": code[:LONGEST]}))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    # One count for both kinds of code: whoever guesses would otherwise have twice as many tries.
    if not ratelimit.consume(request, action="take_over"):
        form.add_error("code", _("Too many tries. Please wait an hour, or call the centre that gave you the sheet."))
        return page(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    if invitation := with_code(form.cleaned_data["code"]):
        return redirect("network_invitation:answer", token=invitation.token)
    if is_of_an_application(form.cleaned_data["code"]):
        return redirect("network_cases:code_of", code=form.cleaned_data["code"])
    form.add_error("code", str(CodeUnknown()))
    return page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def with_code(text: str) -> Invitation | None:
    """The invitation that still waits under this code."""
    return Invitation.objects.valid().filter(code=typed_code(text)[:12]).first()


def is_of_an_application(text: str) -> bool:
    """People have one sheet and do not know of two kinds."""
    rows = MembershipApplication.objects.filter(applicant__isnull=True, code_until__gte=timezone.localdate())
    return rows.filter(code=typed_code(text)[:12]).exists()


def page(request: SignedInRequest, form: CodeForm, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "breadcrumbs": [
            {"title": _("My account"), "url": reverse("account")},
            {"title": _("Enter a code"), "url": None},
        ],
    }
    return render(request, "network/invitations/code.html", context, status=status)
