"""Text fields that keep Thai spelled one way."""

import re
from typing import Any

from django import forms

from portal.thai.text import tidy

_GAPS = re.compile(r" {2,}")


def tidy_line(text: str) -> str:
    """One line, without gaps at its ends or double ones inside."""
    return _GAPS.sub(" ", tidy(text)).strip()


class TidyField(forms.CharField):
    """Cleans to one tidy line. Its length counts after the tidying."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(tidy_line(value) if isinstance(value, str) else value)


class TidyTextField(forms.CharField):
    r"""The same for several lines, which it keeps; lines end with "\n" alone.

    Browsers count a line's end as one character when they keep to `maxlength`, but send two.
    """

    widget = forms.Textarea

    def to_python(self, value: Any) -> str | None:
        if isinstance(value, str):
            value = "\n".join(tidy_line(line) for line in value.splitlines()).strip()
        return super().to_python(value)
