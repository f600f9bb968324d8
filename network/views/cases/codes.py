"""An organization takes over the application that was entered for it from paper."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions import take_over
from network.exceptions import CaseRefused
from network.forms.codes import CodeForm
from network.views.cases.privacy import unlisted
from network.views.invitations.codes import with_code
from portal.requests import SignedInRequest

LONGEST = 40


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unlisted
@login_required
def enter(request: SignedInRequest, code: str = "") -> HttpResponse:
    """The code is typed, or stands there already when the QR code was read; only POST takes over."""
    if request.method != "POST":
        return page(request, CodeForm(initial={"code": code[:LONGEST]}))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    # Only well-formed codes count: a slip of the finger is no attack.
    if not ratelimit.consume(request, action="take_over"):
        form.add_error("code", _("Too many tries. Please wait an hour, or call the centre that gave you the sheet."))
        return page(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        application = take_over(form.cleaned_data["code"], by=request.user)
    except CaseRefused as refusal:
        # People have one sheet and do not know of two kinds.
        if invitation := with_code(form.cleaned_data["code"]):
            return redirect("network_invitation:answer", token=invitation.token)
        form.add_error("code", str(refusal))
        return page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("The application is yours now. Here you see where it stands."))
    return redirect("network_cases:track", token=application.token)


def page(request: SignedInRequest, form: CodeForm, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "breadcrumbs": [
            {"title": _("My account"), "url": reverse("account")},
            {"title": _("Enter a code"), "url": None},
        ],
    }
    return render(request, "network/cases/code.html", context, status=status)
