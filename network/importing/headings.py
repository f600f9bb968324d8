"""Recognize what a column holds by what its heading says."""

import re
import tomllib
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from portal.thai.text import fold

HEADINGS = Path(__file__).with_name("headings.toml")
# Columns that are known and carry nothing into the register.
LEFT_ALONE = ("row_number", "reasons")
# A slip or two in a heading; shorter ones are too much alike (จ., ต., อ.).
ALIKE = 86
SHORTEST_ALIKE = 5
SURE = 100
_BRACKETS = re.compile(r"[(（\[].*?[)）\]]", re.DOTALL)


def fields() -> tuple[str, ...]:
    """Every field that a column may hold, in the order of the export."""
    return tuple(field for field in _headings() if field not in LEFT_ALONE)


def heading(field: str, language: str) -> str:
    """What our own lists call the column of a field."""
    return _headings()[field]["en" if language == "en" else "th"][0]


def recognized(text: str) -> tuple[str, float]:
    """The field that a heading means and how surely, in per cent; ("", 0) for none."""
    known = _by_heading()
    for words in (text, _BRACKETS.sub(" ", text)):
        if field := known.get(fold(words)):
            return field, SURE
    return _alike(fold(text))


def _alike(folded: str) -> tuple[str, float]:
    if len(folded) < SHORTEST_ALIKE:
        return "", 0
    known = _by_heading()
    close = process.extract(folded, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    fields = {known[heading] for heading, _score, _index in close}
    # As near to one as to another: nobody can tell, so the person is asked.
    return (known[close[0][0]], close[0][1]) if len(fields) == 1 else ("", 0)


@cache
def _headings() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(HEADINGS.read_text(encoding="utf-8"))


@cache
def _by_heading() -> dict[str, str]:
    return {
        fold(heading): field
        for field, languages in _headings().items()
        for headings in languages.values()
        for heading in headings
    }
