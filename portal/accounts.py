"""How people sign in: what allauth leaves to the project."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ConfirmEmailVerificationCodeForm, ConfirmPasswordResetCodeForm
from allauth.account.forms import ConfirmLoginCodeForm as BaseLoginCodeForm
from django.http import HttpRequest
from django.utils.translation import get_language

from portal.models import Identity, User
from portal.thai.text import to_arabic_digits


class AccountAdapter(DefaultAccountAdapter):
    """Mails carry the council's name; a new account keeps the language it was made in."""

    def format_email_subject(self, subject: str) -> str:
        return f"{subject} – {Identity.load().display_short_name}"

    def new_user(self, request: HttpRequest) -> User:
        return User(language="en" if get_language() == "en" else "th")


class ThaiDigits:
    """Codes may be typed with Thai digits."""

    def clean_code(self) -> str:
        self.cleaned_data["code"] = to_arabic_digits(self.cleaned_data["code"])  # type: ignore[attr-defined]
        return super().clean_code()  # type: ignore[misc]


class ConfirmLoginCodeForm(ThaiDigits, BaseLoginCodeForm):
    pass


class ConfirmEmailCodeForm(ThaiDigits, ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetCodeForm(ThaiDigits, ConfirmPasswordResetCodeForm):
    pass
