"""Dates that packages write, in the reader's era: Django's own formats know no Buddhist calendar.

The letters of a format are fixed, so Thai gives a new meaning to one that nobody reads: `o`, the year of an ISO
week. Formats for machines ("Y-m-d" in the site map, "c" in `<time>`) have another letter and stay as they are.
"""

from django.utils import dateformat, translation

from portal.thai.months import ERA_OFFSET


class DateFormat(dateformat.DateFormat):
    def o(self) -> int:
        """The Buddhist year in Thai; elsewhere what Django says."""
        thai = (translation.get_language() or "").startswith("th")
        year = self.data.year  # type: ignore[union-attr]  # -- Django refuses `o` for a time
        return year + ERA_OFFSET if thai else super().o()


def write_buddhist_years() -> None:
    """Put our class in the place of Django's.

    No setting or hook reaches it, and some thirty messages, tables and tooltips of Wagtail go through this one
    class; tests/portal/test_formats.py fails when Django moves it.
    """
    dateformat.DateFormat = DateFormat  # type: ignore[misc]  # -- the one global that everything goes through
