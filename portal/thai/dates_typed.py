"""Read the dates that people type, in either era, language and kind of digit."""

import re
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from portal.thai.months import (
    ENGLISH_MONTHS,
    ENGLISH_WEEKDAYS,
    ERA_OFFSET,
    FIRST_BUDDHIST_YEAR,
    THAI_MONTHS,
    THAI_SHORT_MONTHS,
    THAI_WEEKDAYS,
)
from portal.thai.text import drop_tones, tidy, to_arabic_digits

BANGKOK = ZoneInfo("Asia/Bangkok")
MAX_LENGTH = 80


class DateProblem(StrEnum):
    """Why a typed date was refused; each has its sentence in the form field."""

    UNREADABLE = "unreadable"
    NO_YEAR = "no_year"
    TWO_DIGIT_YEAR = "two_digit_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    IMPOSSIBLE_DATE = "impossible_date"
    WRONG_WEEKDAY = "wrong_weekday"
    NO_TIME = "no_time"
    IMPOSSIBLE_TIME = "impossible_time"


class DateError(ValueError):
    """A typed date or time that cannot be taken; `problem` says why."""

    def __init__(self, problem: DateProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def parse_date(text: str) -> date:
    """Return the date that `text` writes, always in the common era.

    Reads 6/1/2565, 06012565, ๖ มกราคม พ.ศ. ๒๕๖๕, 6 ม.ค. 2565, 6 มค 2565, ISO, 6 Jan 2022,
    January 6, 2022, with or without the day of the week. A year from 2400 is Buddhist unless
    an era is written. Raises DateError.
    """
    return _read_date(_plain(text))


def parse_datetime(text: str) -> datetime:
    """Return the moment that `text` writes, aware, in Bangkok's time.

    A date as in `parse_date`, then a 24-hour time: 09:00, 9.00 น., เวลา 09.00 น., T09:00.
    Raises DateError, with NO_TIME when only the time is missing.
    """
    plain = _plain(text)
    match = _TIME.fullmatch(plain)
    if not match:
        _read_date(plain)
        raise DateError(DateProblem.NO_TIME)
    return datetime.combine(_read_date(match["date"]), _time(match), tzinfo=BANGKOK)


def _plain(text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise DateError(DateProblem.UNREADABLE)
    return " ".join(drop_tones(to_arabic_digits(tidy(text))).casefold().split())


def _key(word: str) -> str:
    return drop_tones(word).casefold().replace(".", "")


_MONTHS = {
    _key(name): number
    for names in (THAI_MONTHS, THAI_SHORT_MONTHS, ENGLISH_MONTHS, [m[:3] for m in ENGLISH_MONTHS])
    for number, name in enumerate(names, start=1)
}
_MONTHS |= {
    _key(name).removesuffix(ending): number
    for number, name in enumerate(THAI_MONTHS, start=1)
    for ending in ("คม", "ยน")
}
_MONTHS["sept"] = 9
_WEEKDAYS = {
    _key(name): number
    for names in (THAI_WEEKDAYS, ENGLISH_WEEKDAYS, [day[:3] for day in ENGLISH_WEEKDAYS])
    for number, name in enumerate(names)
} | {"พฤหัส": 3}

_WEEKDAY = re.compile(
    r"^(?:วัน)?\s*(?P<weekday>" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\.?(?![a-z])\s*(?:ที)?[\s,]*"
)
_PREFIX = re.compile(r"^วันที\s*")
_ERA = r"(?P<era>พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|b\.?e\.?|c\.?e\.?|a\.?d\.?)?"
_YEAR = rf"{_ERA}\s*(?P<year>\d+)\s*(?:{_ERA.replace('era', 'era_after')})"
_WORD = r"(?P<word>[\u0e01-\u0e4ea-z][\u0e01-\u0e4ea-z.]*?)\.?"
_FORMS = [
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})\s?[-/. ]\s?(?P<month>\d{{1,2}})\s?[-/. ]\s?{_YEAR}",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-/]*(?:เดือน|of )?\s*{_WORD}[\s,\-/]*(?:ปี)?\s*{_YEAR}",
        rf"{_WORD}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}",
    )
]
_WITHOUT_YEAR = re.compile(
    rf"\d{{1,2}}\s*[-/]\s*\d{{1,2}}|\d{{1,2}}\s*{_WORD}|{_WORD.replace('word', 'first')}\s*\d{{1,2}}"
)
_TIME = re.compile(
    r"(?P<date>.*?[^\s,])(?:\s*,\s*|\s*เวลา\s*|(?<=\d)t|\s+)"
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?::\d{2})?\s*(?:น\.?|นาฬิกา)?"
)


def _read_date(plain: str) -> date:
    weekday, plain = _split_weekday(plain)
    match = next((found for form in _FORMS if (found := form.fullmatch(plain))), None)
    if match is None:
        no_year = _WITHOUT_YEAR.fullmatch(plain)
        raise DateError(DateProblem.NO_YEAR if no_year else DateProblem.UNREADABLE)
    parts = match.groupdict()
    month = _month(parts)
    day = _day(_year(parts), month, int(parts["day"]))
    if weekday is not None and day.weekday() != weekday:
        raise DateError(DateProblem.WRONG_WEEKDAY)
    return day


def _split_weekday(plain: str) -> tuple[int | None, str]:
    match = _WEEKDAY.match(plain)
    if not match:
        return None, _PREFIX.sub("", plain)
    return _WEEKDAYS[match["weekday"]], plain[match.end() :]


def _month(parts: dict[str, str]) -> int:
    if "word" not in parts:
        return int(parts["month"])
    month = _MONTHS.get(_key(parts["word"]))
    if month is None:
        raise DateError(DateProblem.UNREADABLE)
    return month


def _year(parts: dict[str, str]) -> int:
    """Return the year of the common era; a written era wins over the guess."""
    if len(parts["year"]) <= 2:
        raise DateError(DateProblem.TWO_DIGIT_YEAR)
    year = int(parts["year"])
    era = parts.get("era") or parts.get("era_after") or ""
    buddhist = era[0] in "พb" if era else year >= FIRST_BUDDHIST_YEAR
    year -= ERA_OFFSET if buddhist else 0
    if not FIRST_BUDDHIST_YEAR - ERA_OFFSET <= year < FIRST_BUDDHIST_YEAR:
        raise DateError(DateProblem.YEAR_OUT_OF_RANGE)
    return year


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(DateProblem.IMPOSSIBLE_DATE) from None


def _time(match: re.Match[str]) -> time:
    try:
        return time(int(match["hour"]), int(match["minute"]))
    except ValueError:
        raise DateError(DateProblem.IMPOSSIBLE_TIME) from None
