"""How the signed-in person signs in, and what can be changed about it."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal import actions
from portal.exceptions import LastWayInError
from portal.line import channel
from portal.requests import SignedInRequest


@require_safe
@login_required
def ways(request: SignedInRequest) -> HttpResponse:
    """Every way to sign in, which of them the person uses, and where each is changed."""
    lines = SocialAccount.objects.filter(user=request.user, provider="line")
    context = {
        "emails": EmailAddress.objects.filter(user=request.user, verified=True).values_list("email", flat=True),
        "lines": [account.extra_data.get("name") or account.uid for account in lines],
        "passkeys": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN).exists(),
    }
    return render(request, "account/ways.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def line(request: SignedInRequest) -> HttpResponse:
    """Connect the account with LINE, or take LINE off."""
    accounts = SocialAccount.objects.filter(user=request.user, provider="line")
    # Without a channel there is nothing to connect, but whoever is still connected may cut it.
    if not channel.is_open() and not accounts:
        raise Http404
    context = {"accounts": accounts, "line_open": channel.is_open()}
    if request.method != "POST":
        return render(request, "account/line.html", context)
    try:
        actions.take_off_line(request.user, by=request.user)
    except LastWayInError:
        return render(request, "account/line.html", {**context, "last_way": True}, status=422)
    messages.success(request, _("LINE no longer opens your account."))
    return redirect("account_ways")


@require_POST
@login_required
def remove_phone(request: SignedInRequest) -> HttpResponse:
    """No code to a phone signs the person in any more."""
    try:
        actions.take_off_phone(request.user, by=request.user)
    except LastWayInError:
        messages.error(request, _("The phone is your only way in. Add an e-mail address, LINE or a passkey first."))
        return redirect("account_change_phone")
    messages.success(request, _("Your phone number no longer opens your account."))
    return redirect("account_ways")
