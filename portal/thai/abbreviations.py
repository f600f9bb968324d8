"""Abbreviations that Thai civil society uses, expanded alike in texts and in queries.

The list is `abbreviations.csv`: `short` forms (separated by |), the `long` form that
replaces them, and the `core`: the part of the long form that every writer uses.
"""

import csv
import re
from functools import cache
from pathlib import Path

_LETTER = "\u0e01-\u0e4ea-z0-9"
_SILENT = re.compile("[\u0e47-\u0e4c\u0e4e]")


def expand(text: str) -> str:
    """Return `text` (lower case, tone marks dropped) with abbreviations in full."""
    pattern, longs = _shorts()
    return pattern.sub(lambda match: longs[_bare(match[0])], text)


def shorten(term: str) -> str:
    """Return the part of a folded query `term` that every writer uses.

    Texts keep their long forms, and the result always lies inside `term`: nothing is lost.
    """
    for long, core in _cores():
        # Whoever writes สสส. means what another text calls by its full name, or by a part of it.
        if term == long or (term.startswith(long) and long.endswith(core)):
            term = core + term.removeprefix(long)
    return term.removeprefix(_folded("จังหวัด")) or term


@cache
def _rows() -> list[dict[str, str]]:
    path = Path(__file__).with_name("abbreviations.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _shorts() -> tuple[re.Pattern[str], dict[str, str]]:
    longs = {short: _folded(row["long"]) for row in _rows() for short in row["short"].split("|")}
    # The longest first: พ.ร.บ. must not be taken for พ. and a rest.
    words = "|".join(_pattern(short) for short in sorted(longs, key=len, reverse=True))
    return re.compile(f"(?<![{_LETTER}])(?:{words})"), {_bare(s): long for s, long in longs.items()}


def _pattern(short: str) -> str:
    """Match a whole word; one or two letters need their dot, or every ต would be ตำบล."""
    spelled = r"\.?".join(_bare(short))
    if len(_bare(short)) > 2:
        return f"{spelled}{'ฯ' if short.endswith('ฯ') else r'\.?'}(?![{_LETTER}])"
    # Not one of the letters of a longer one: ต.ค. is a month, จ.ส.อ. a rank.
    return rf"(?<!\.){spelled}\.(?![ก-ฮ]{{1,2}}\.)"


@cache
def _cores() -> list[tuple[str, str]]:
    return [(_folded(row["long"]), _folded(row["core"])) for row in _rows() if row["core"]]


def _bare(short: str) -> str:
    return re.sub(r"[.ฯ\s]", "", short)


def _folded(text: str) -> str:
    return _SILENT.sub("", text)
