"""The pages where a code is typed. "Send a new code" does for strangers what it does for members.

allauth sends a stranger nothing the second time, and stumbles over an unknown phone.
"""

from allauth.account import views
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.core.exceptions import RateLimited
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


def send_again(request: HttpRequest, process: AbstractCodeVerificationProcess) -> None:
    """Sends a stranger the same message once more, within the same limits."""
    try:
        process.send()
        process.record_resend()
        process.persist()
    except RateLimited:
        messages.error(request, _("Please wait half a minute before you ask for a new code."))


# `_process.user` is None for an address that has no account: allauth then sends nothing on a second request, and
# whoever compares the two answers learns who is a member.
class ConfirmLoginCodeView(views.ConfirmLoginCodeView):
    def _resend_form_valid(self, form) -> HttpResponse:
        if self._process.user:
            return super()._resend_form_valid(form)
        send_again(self.request, self._process)
        return redirect(self.passthrough_next_url(reverse("account_confirm_login_code")))


class ConfirmEmailView(views.ConfirmEmailVerificationCodeView):
    def _resend_form_valid(self, form) -> HttpResponse:
        if self._process.user:
            return super()._resend_form_valid(form)
        send_again(self.request, self._process)
        return redirect(self.passthrough_next_url(reverse("account_email_verification_sent")))


# Private to allauth, which offers no public view for a phone that opens an account; test_alike.py goes through it.
class ConfirmNewPhoneView(views._VerifyPhoneSignupView):
    def _resend_form_valid(self, form) -> HttpResponse:
        if self.process.user:
            return super()._resend_form_valid(form)
        send_again(self.request, self.process)
        return redirect(self.passthrough_next_url(reverse("account_verify_phone")))


confirm_login_code = ConfirmLoginCodeView.as_view()
confirm_email = ConfirmEmailView.as_view()
confirm_new_phone = ConfirmNewPhoneView.as_view()


def verify_phone(request: HttpRequest) -> HttpResponse:
    """A signed-in person changes the number, a stranger opens an account with it."""
    return views.verify_phone(request) if request.user.is_authenticated else confirm_new_phone(request)
