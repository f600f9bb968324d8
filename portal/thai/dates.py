"""Dates as people read them: Buddhist era in Thai, common era in English.

`language` is "th" or "en" (anything that does not start with "th" reads English).
Reading what people type is in `dates_typed`, offered here as well.
"""

import re
from datetime import date, datetime

from portal.thai.dates_typed import (
    BANGKOK,
    DateError,
    DateProblem,
    parse_date,
    parse_datetime,
)
from portal.thai.months import (
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    ERA_OFFSET,
    THAI_MONTHS,
    THAI_SHORT_MONTHS,
    THAI_WEEKDAYS,
)

__all__ = [
    "BANGKOK",
    "DateError",
    "DateProblem",
    "clock",
    "date_range",
    "datetime_long",
    "local_date",
    "long_date",
    "numeric_date",
    "numeric_datetime",
    "parse_date",
    "parse_datetime",
    "short_date",
    "weekday_date",
]

TIMES = re.compile(r"\d{1,2}[:.]\d{2}(\s*[-–]\s*\d{1,2}[:.]\d{2})?")


def long_date(day: date, language: str = "th") -> str:
    """Return "6 มกราคม 2565" or "6 January 2022"."""
    return f"{day.day} {_month(day, language)} {_year(day, language)}"


def short_date(day: date, language: str = "th") -> str:
    """Return "6 ม.ค. 2565" or "6 Jan 2022"."""
    short = THAI_SHORT_MONTHS[day.month - 1] if _is_thai(language) else _month(day, language)[:3]
    return f"{day.day} {short} {_year(day, language)}"


def weekday_date(day: date, language: str = "th") -> str:
    """Return "วันพฤหัสบดีที่ 6 มกราคม 2565" or "Thursday 6 January 2022"."""
    if _is_thai(language):
        return f"วัน{THAI_WEEKDAYS[day.weekday()]}ที่ {long_date(day, language)}"
    return f"{ENGLISH_WEEKDAYS[day.weekday()]} {long_date(day, language)}"


def numeric_date(day: date, language: str = "th") -> str:
    """Return "6/1/2565" or "6/1/2022", as the date field shows it."""
    return f"{day.day}/{day.month}/{_year(day, language)}"


def date_range(start: date, end: date | None, language: str = "th") -> str:
    """Return both days in one phrase that says nothing twice: "6–7 มกราคม 2565".

    Without an end, or with the same one, it is one day; an end before the start is swapped.
    """
    if end is None or end == start:
        return long_date(start, language)
    start, end = sorted((start, end))
    if start.year != end.year:
        return f"{long_date(start, language)} – {long_date(end, language)}"
    if start.month != end.month:
        return f"{start.day} {_month(start, language)} – {long_date(end, language)}"
    return f"{start.day}–{long_date(end, language)}"


def datetime_long(moment: datetime, language: str = "th") -> str:
    """Return "6 มกราคม 2565 เวลา 09.00 น." or "6 January 2022, 09:00", in Bangkok's time."""
    local = _in_bangkok(moment)
    if _is_thai(language):
        return f"{long_date(local, language)} เวลา {local:%H.%M} น."
    return f"{long_date(local, language)}, {local:%H:%M}"


def clock(text: str, language: str = "th") -> str:
    """Return a typed time or span as people read it: "09.00 น." or "09:00"; other words stay as they are."""
    if not TIMES.fullmatch(text):
        return text
    return f"{text.replace(':', '.')} น." if _is_thai(language) else text.replace(".", ":")


def numeric_datetime(moment: datetime, language: str = "th") -> str:
    """Return "6/1/2565 09:00" or "6/1/2022 09:00", as the field shows it."""
    local = _in_bangkok(moment)
    return f"{numeric_date(local, language)} {local:%H:%M}"


def local_date(value: date | datetime) -> date:
    """Return the day in Bangkok of a datetime, or the date itself."""
    return _in_bangkok(value).date() if isinstance(value, datetime) else value


def _in_bangkok(moment: datetime) -> datetime:
    """Read a naive datetime as Bangkok's time, as the forms do."""
    return moment.replace(tzinfo=BANGKOK) if moment.tzinfo is None else moment.astimezone(BANGKOK)


def _is_thai(language: str) -> bool:
    return language.lower().startswith("th")


def _year(day: date, language: str) -> int:
    return day.year + ERA_OFFSET if _is_thai(language) else day.year


def _month(day: date, language: str) -> str:
    return (THAI_MONTHS if _is_thai(language) else ENGLISH_MONTHS)[day.month - 1]
