"""Date fields that read both eras, and show the reader's own."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.thai.dates import (
    BANGKOK,
    DateError,
    DateProblem,
    datetime_long,
    local_date,
    numeric_date,
    numeric_datetime,
    parse_date,
    parse_datetime,
    weekday_date,
)

YEAR_EXAMPLE = _("Write the year with four digits, for example 2022 or 2565.")
SENTENCES = {
    DateProblem.UNREADABLE: _("Write the date as day/month/year, for example 6/1/2022."),
    DateProblem.NO_YEAR: YEAR_EXAMPLE,
    DateProblem.TWO_DIGIT_YEAR: YEAR_EXAMPLE,
    DateProblem.YEAR_OUT_OF_RANGE: _("Check the year: it is too far away or does not fit its era."),
    DateProblem.IMPOSSIBLE_DATE: _("The calendar has no such day. Check the day and the month."),
    DateProblem.WRONG_WEEKDAY: _("The date falls on another day of the week. Check both."),
    DateProblem.NO_TIME: _("Add the time after the date, for example 09:00."),
    DateProblem.IMPOSSIBLE_TIME: _("Write a time between 00:00 and 23:59."),
}


# Not <input type="date">: its calendar shows the common era in every browser, whatever the page's language.
class ThaiDateInput(forms.TextInput):
    """A text input that shows a date in the reader's era and says it again in words.

    What a person typed stays as typed.
    """

    template_name = "portal/widgets/date.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # The keypad of digits has no slash on some phones; dots, dashes and spaces are read as well.
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["in_words"] = self.in_words(value)
        return context

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, date):
            return numeric_date(local_date(value), language())
        return super().format_value(value)

    def in_words(self, value: Any) -> str:
        """Return "วันพฤหัสบดีที่ 6 มกราคม 2565" for a date or readable text, else nothing."""
        day = _read(parse_date, value)
        return weekday_date(local_date(day), language()) if day else ""


class ThaiDateTimeInput(ThaiDateInput):
    """The same for a date with a time."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, datetime):
            return numeric_datetime(value, language())
        return super().format_value(value)

    def in_words(self, value: Any) -> str:
        moment = _read(parse_datetime, value)
        return datetime_long(moment, language()) if isinstance(moment, datetime) else ""


class ThaiDateField(forms.DateField):
    """Cleans to a date of the common era; a typed year from 2400 is a Buddhist one."""

    widget = ThaiDateInput
    hint = _("dd/mm/yyyy (year CE or BE)")
    default_error_messages = {problem.value: sentence for problem, sentence in SENTENCES.items()}

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        help_text = format_lazy("{} {}", help_text, self.hint) if help_text else self.hint
        super().__init__(help_text=help_text, **kwargs)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and value.strip():
            return _parse(self, parse_date, value)
        return local_date(value) if isinstance(value, date) else None


class ThaiDateTimeField(forms.DateTimeField):
    """Cleans to an aware datetime; a typed time is Bangkok's."""

    widget = ThaiDateTimeInput
    hint = _("dd/mm/yyyy hh:mm (year CE or BE)")
    default_error_messages = {
        **ThaiDateField.default_error_messages,
        "unreadable": _("Write the date and the time, for example 6/1/2022 09:00."),
    }

    def __init__(self, *, help_text: Any = "", **kwargs: Any) -> None:
        help_text = format_lazy("{} {}", help_text, self.hint) if help_text else self.hint
        super().__init__(help_text=help_text, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        # Django's would strip the zone; the widget reads any datetime in Bangkok's.
        return value

    def to_python(self, value: Any) -> datetime | None:
        if isinstance(value, str) and value.strip():
            return _parse(self, parse_datetime, value)
        # Before `date`: a datetime is one, and would lose its time.
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=BANGKOK)
        return datetime.combine(value, time(), tzinfo=BANGKOK) if isinstance(value, date) else None


def language() -> str:
    """Return the active language, Thai when translation is off."""
    return get_language() or "th"


def _parse[T](field: forms.Field, parse: Callable[[str], T], value: str) -> T:
    try:
        return parse(value)
    except DateError as error:
        code = error.problem.value
        raise ValidationError(field.error_messages[code], code=code) from None


def _read[T](parse: Callable[[str], T], value: Any) -> T | None:
    """Return a date given or typed, None for anything else: an echo never raises."""
    if not isinstance(value, str):
        return value
    try:
        return parse(value)
    except DateError:
        return None
