"""How people sign in: what allauth leaves to the project."""

import logging

from allauth.account import forms as allauth_forms
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.models import Identity, User
from portal.thai.text import to_arabic_digits

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Mails carry the council's name; a new account keeps the language it was made in."""

    def format_email_subject(self, subject: str) -> str:
        return f"{subject} – {Identity.load().display_short_name}"

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """A mail that cannot go out is said on the screen instead of breaking the page.

        The sentence is the same for known and unknown addresses.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A sign-in mail could not be sent")
            request = allauth_context.request
            messages.error(
                request, _("We cannot send mail at the moment. Please try again in a few minutes or call us.")
            )

    def new_user(self, request: HttpRequest) -> User:
        return User(language="en" if get_language() == "en" else "th")


class LoginForm(allauth_forms.LoginForm):
    """The sign-in by password; without a password field it would send a code."""

    def _setup_password_field(self) -> None:
        """Kept although nobody chooses a password when they open an account: the secretariat may have one."""


class ThaiDigits:
    """Codes may be typed with Thai digits."""

    def clean_code(self) -> str:
        self.cleaned_data["code"] = to_arabic_digits(self.cleaned_data["code"])  # type: ignore[attr-defined]  # -- a mixin
        return super().clean_code()  # type: ignore[misc]  # -- a mixin


class ConfirmLoginCodeForm(ThaiDigits, allauth_forms.ConfirmLoginCodeForm):
    pass


class ConfirmEmailCodeForm(ThaiDigits, allauth_forms.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetCodeForm(ThaiDigits, allauth_forms.ConfirmPasswordResetCodeForm):
    pass
