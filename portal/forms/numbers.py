"""Number fields that take Thai digits."""

import re
from typing import Any

from django import forms

from portal.thai.text import tidy, to_arabic_digits

# Only a comma before exactly three digits: "2,5" is a slip and must be refused, not read as 25.
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


class ThaiDigits:
    """Put before a form field: ๒,๐๐๐ is read as 2000."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = _GROUPING.sub("", to_arabic_digits(tidy(value)).strip())
        return super().to_python(value)  # type: ignore[misc]  # -- the field it is mixed into has it


class ThaiIntegerField(ThaiDigits, forms.IntegerField):
    """A whole number; a text input, since number inputs refuse Thai digits."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "autocomplete": "off", **super().widget_attrs(widget)}


class ThaiDecimalField(ThaiDigits, forms.DecimalField):
    """A number with decimals, as an amount of money; ๒,๐๐๐.๕๐ is read as 2000.50."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off", **super().widget_attrs(widget)}
