"""Where a sign-in code is sent: an e-mail address or a mobile phone, in one field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from portal import sms
from portal.forms.phones import PhoneField
from portal.models.user import normal_email
from portal.thai.phones import is_mobile

NO_SMS = _("Here codes are sent by e-mail only. Please type your e-mail address.")


def is_phone(contact: str) -> bool:
    # No address begins so, and ContactField gives every number its country code.
    return contact.startswith("+")


class MobileField(PhoneField):
    """Cleans to E.164; a number that can receive a message."""

    default_error_messages = {
        "no_sms": NO_SMS,
        "not_mobile": _("A code can only be sent to a mobile phone. Please type a mobile number."),
    }

    def to_python(self, value: Any) -> str:
        number = super().to_python(value)
        if number and not sms.is_open():
            raise ValidationError(self.error_messages["no_sms"], code="no_sms")
        if number and not is_mobile(number):
            raise ValidationError(self.error_messages["not_mobile"], code="not_mobile")
        return number


class ContactField(forms.CharField):
    """Cleans to an e-mail address in lower case, or to a mobile number in E.164 ("+66812345678")."""

    default_error_messages = {
        "required": _("Please type your e-mail address or your phone number."),
        "unreadable": _("This is neither an e-mail address nor a phone number. Check it, please."),
    }

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("label", _("E-mail address or phone number") if sms.is_open() else _("E-mail address"))
        # The longest address that mail can carry (RFC 5321).
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault("widget", forms.TextInput(attrs=KEYBOARD))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        if not typed:
            return ""
        # A digit and no @ means a phone: the sentence about numbers helps more than the one about addresses.
        if "@" not in typed and any(letter.isdigit() for letter in typed):
            return MobileField().to_python(typed)
        address = normal_email(typed)
        try:
            validate_email(address)
        except ValidationError:
            raise ValidationError(self.error_messages["unreadable"], code="unreadable") from None
        return address or ""


# The keyboard for addresses has the digits as well.
KEYBOARD = {"autocomplete": "username", "inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}
