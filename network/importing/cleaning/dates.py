"""Days and years as lists hold them: typed in either era, as Excel's own dates, or as the numbers behind those."""

import re
from datetime import date, timedelta

from django.utils import timezone

from network.importing.reading import Reading
from network.importing.remarks import Problem
from portal.thai.dates import DateError, DateProblem, parse_date
from portal.thai.months import ERA_OFFSET, FIRST_BUDDHIST_YEAR
from portal.thai.text import to_arabic_digits

# Day 1 is 1 January 1900, but Excel believes in a 29 February 1900.
EPOCH = date(1899, 12, 30)
# From 1908, since 2541 is somebody's year, to 2600 CE: Excel takes 6/1/2565 for a day of the year 2565 CE.
SERIALS = range(3_000, 256_000)
FIRST_YEAR = 1700
_ERA = r"พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?"
_YEAR = re.compile(rf"(?:ปี|เมื่อ|since|\s)*(?P<era>{_ERA})?\s*(?P<year>\d{{4}})\s*(?P<after>{_ERA})?")


def read_day(cell: date | float | str) -> date:
    """The day that a cell says. Raises DateError."""
    if isinstance(cell, str):
        return parse_date(cell)
    day = cell if isinstance(cell, date) else _of_number(cell)
    return _in_common_era(day)


def _of_number(number: float) -> date:
    if int(number) in SERIALS:
        return EPOCH + timedelta(days=int(number))
    # 6012565 was 06012565 before it became a number.
    digits = str(int(number))
    return parse_date(digits.zfill(8) if len(digits) == 7 else digits)


def _in_common_era(day: date) -> date:
    if day.year < FIRST_BUDDHIST_YEAR:
        return day
    try:
        return day.replace(year=day.year - ERA_OFFSET)
    except ValueError:
        # 29 February of a year that is a leap year in one era only.
        raise DateError(DateProblem.IMPOSSIBLE_DATE) from None


def clean_day(row: Reading, name: str) -> None:
    """Keep the day of the cell, or refuse it with the sentence that the form would say."""
    if not row.says(name):
        return
    try:
        row.values[name] = read_day(row.day(name))
    except DateError as error:
        row.refuse(f"date:{error.problem}", name)


def clean_year(row: Reading) -> None:
    """Keep the year of founding in the common era; of a whole date its year."""
    text = row.text("year_started")
    if not text:
        return
    year = _year(row.day("year_started"))
    if year is None or not FIRST_YEAR <= year <= timezone.localdate().year:
        row.refuse(Problem.YEAR, "year_started", text=text)
    else:
        row.values["year_started"] = year


def _year(cell: date | float | str) -> int | None:
    text = cell if isinstance(cell, str) else "" if isinstance(cell, date) else str(int(cell))
    if match := _YEAR.fullmatch(to_arabic_digits(text).casefold()):
        year = int(match["year"])
        era = match["era"] or match["after"] or ""
        buddhist = era[0] in "พb" if era else year >= FIRST_BUDDHIST_YEAR
        return year - ERA_OFFSET if buddhist else year
    try:
        return read_day(cell).year
    except DateError:
        return None
