"""The forms of signing in, where ours differ from allauth's."""

import secrets
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import CharField
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.forms.contacts import ContactField, is_phone
from portal.models import User
from portal.thai.text import to_arabic_digits


class LoginForm(account.LoginForm):
    """The sign-in by password; without a password field it would send a code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = ContactField()
        self.order_fields(["login", "password"])

    def _setup_password_field(self) -> None:
        """Kept although nobody chooses a password when they open an account: the secretariat may have one."""


class RequestLoginCodeForm(account.RequestLoginCodeForm):
    """One field for address and phone number."""

    _user: User | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # allauth's two fields go entirely: a hidden one would still be required.
        self.fields = {"login": ContactField()}

    def clean_login(self) -> str:
        contact = self.cleaned_data["login"]
        kind = "phone" if is_phone(contact) else "email"
        # allauth's own cleaning of that kind sets `_user`.
        self.cleaned_data[kind] = contact
        getattr(self, f"clean_{kind}")()
        # A disabled person's number is as good as unknown, as allauth has it for addresses.
        if self._user and not self._user.is_active:
            self._user = None
        return contact


class SignupForm(account.SignupForm):
    """One field for address and phone number; as much work for a known one as for a new one."""

    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["email"], self.fields["phone"]
        self.fields["login"] = ContactField(initial=self.initial.get("email"))

    def clean_login(self) -> str:
        contact = self.cleaned_data["login"]
        if is_phone(contact):
            self.cleaned_data["phone"] = contact
        else:
            self.cleaned_data["email"] = self.validate_unique_email(get_adapter().clean_email(contact))
        return contact

    def try_save(self, request: HttpRequest):
        # Measured without this: 0.012 s for a known address, 1.2 s for a new one.
        if self.account_already_exists:
            self._make_and_drop(request)
        return super().try_save(request)

    def _make_and_drop(self, request: HttpRequest) -> None:
        """Makes an account and takes it back, so that the time tells nobody who has one."""
        known = self.cleaned_data
        # `.invalid` can never receive mail (RFC 2606), should anything escape the rollback.
        made_up = {"email": f"{secrets.token_hex(8)}@example.invalid"} if known.get("email") else {}
        self.cleaned_data, self.account_already_exists = {**known, **made_up}, False
        try:
            with transaction.atomic():
                self.save(request)
                transaction.set_rollback(True)
        finally:
            self.cleaned_data, self.account_already_exists = known, True


class ThaiDigits:
    """Codes may be typed with Thai digits, on a keypad of digits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]  # type: ignore[attr-defined]  # -- a mixin
        field.label = pgettext("sign-in", "Code")
        # Phones offer the code from the message above the keyboard only when they are told.
        field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}

    def clean_code(self) -> str:
        self.cleaned_data["code"] = to_arabic_digits(self.cleaned_data["code"])  # type: ignore[attr-defined]  # -- a mixin
        return super().clean_code()  # type: ignore[misc]  # -- a mixin


class ConfirmLoginCodeForm(ThaiDigits, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailCodeForm(ThaiDigits, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmResetCodeForm(ThaiDigits, account.ConfirmPasswordResetCodeForm):
    pass


class VerifyPhoneForm(ThaiDigits, account.VerifyPhoneForm):
    pass


class AuthenticateForm(ThaiDigits, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(ThaiDigits, mfa.ReauthenticateForm):
    pass


class ActivateAppForm(ThaiDigits, totp.ActivateTOTPForm):
    pass


class LoginPasskeyForm(webauthn.LoginWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        """A passkey of nobody, or no passkey at all, is answered in words."""
        try:
            return super().clean_credential()
        # What a stranger sends reaches the decoder before any check, and it raises whatever it stumbles over.
        except (ValidationError, LookupError, AttributeError, TypeError, ValueError):
            raise ValidationError(_("This passkey opens no account here. Please sign in another way.")) from None


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = CharField(label=_("What you call this device"), max_length=60, required=False)


class RenamePasskeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = CharField(label=_("What you call this device"), max_length=60)
