"""The phone field."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.thai.phones import PhoneError, PhoneProblem, format_phone, parse_phone

SENTENCES = {
    PhoneProblem.UNREADABLE: _("Write the phone number in digits, for example 081 234 5678."),
    PhoneProblem.SEVERAL: _("Write only one phone number here."),
    PhoneProblem.WRONG_LENGTH: _("The phone number is too short or too long. Check the digits."),
    PhoneProblem.NO_SUCH_NUMBER: _("There is no such phone number. Check the digits."),
}


class _AsTyped(str):
    """Marks text that a person typed, so that it is shown again unchanged."""

    __slots__ = ()


class PhoneField(forms.CharField):
    """Cleans to the form of `portal.thai.phones`: +66812345678 or +6632400000;ext=12.

    The model's column needs 32 characters. A kept number is shown as people read it.
    """

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel"})
    default_error_messages = {problem.value: sentence for problem, sentence in SENTENCES.items()}

    def bound_data(self, data: Any, initial: Any) -> Any:
        # After a mistake the person must find the same characters, not a number that we have made tidy.
        bound = super().bound_data(data, initial)
        return _AsTyped(bound) if isinstance(bound, str) and not self.disabled else bound

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and not isinstance(value, _AsTyped):
            return format_phone(value, get_language() or "th")
        return value

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value)
        if not typed:
            return ""
        try:
            return parse_phone(typed)
        except PhoneError as error:
            code = error.problem.value
            raise ValidationError(self.error_messages[code], code=code) from None
