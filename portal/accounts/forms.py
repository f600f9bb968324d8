"""The forms of signing in, where ours differ from allauth's."""

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp

from portal.thai.text import to_arabic_digits


class LoginForm(account.LoginForm):
    """The sign-in by password; without a password field it would send a code."""

    def _setup_password_field(self) -> None:
        """Kept although nobody chooses a password when they open an account: the secretariat may have one."""


class ThaiDigits:
    """Codes may be typed with Thai digits."""

    def clean_code(self) -> str:
        self.cleaned_data["code"] = to_arabic_digits(self.cleaned_data["code"])  # type: ignore[attr-defined]  # -- a mixin
        return super().clean_code()  # type: ignore[misc]  # -- a mixin


class ConfirmLoginCodeForm(ThaiDigits, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailCodeForm(ThaiDigits, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetCodeForm(ThaiDigits, account.ConfirmPasswordResetCodeForm):
    pass


class AuthenticateForm(ThaiDigits, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(ThaiDigits, mfa.ReauthenticateForm):
    pass


class ActivateAppForm(ThaiDigits, totp.ActivateTOTPForm):
    pass
