"""The account area's front page; the plugins say what is on it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal import actions
from portal.forms.details import DetailsForm
from portal.hooks import answers
from portal.requests import SignedInRequest


@require_safe
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """What the signed-in person has to do or can open."""
    sections = sorted((s for s in answers("register_account_sections", request) if s), key=lambda s: s.order)
    return render(request, "portal/account.html", {"sections": sections})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def details(request: SignedInRequest) -> HttpResponse:
    """How the signed-in person is called and reached."""
    form = DetailsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.change_details(request.user, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("account")
    return render(request, "portal/details.html", {"form": form})
