"""The field for a year in either era."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models.profile import shown_year
from portal.forms import ThaiIntegerField
from portal.thai.months import ERA_OFFSET

# The oldest foundations of the country are younger; anything before is a slip.
FIRST_YEAR = 1700
# Years from here on can only be of the Buddhist era.
FIRST_BUDDHIST_YEAR = 2400


class ThaiYearField(ThaiIntegerField):
    """Cleans "2532", "๒๕๓๒", "พ.ศ. 2532" and "1989" to 1989; shows the era of the active language."""

    default_error_messages = {
        "invalid": _("Write the year in four digits, for example 2532 or 1989."),
        "impossible": _("This year cannot be right. Write it in four digits, for example 2532 or 1989."),
    }

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.strip().removeprefix("พ.ศ.").removeprefix("ค.ศ.")
        year = super().to_python(value)
        if year is None:
            return None
        year -= ERA_OFFSET if year >= FIRST_BUDDHIST_YEAR else 0
        if not FIRST_YEAR <= year <= timezone.localdate().year:
            raise ValidationError(self.error_messages["impossible"], code="impossible")
        return year

    def prepare_value(self, value: Any) -> Any:
        return shown_year(value) if isinstance(value, int) else value
