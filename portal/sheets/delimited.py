"""CSV as programs in Thailand write it: UTF-8, UTF-16 or Windows' Thai; commas, semicolons or tabs."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from portal.sheets.cells import Cell, plain
from portal.sheets.errors import SheetError, SheetProblem

SEPARATORS = ",;\t"
# Enough to see what separates: title lines above the table have no separators at all.
SAMPLE = 30
# An apostrophe keeps a spreadsheet from calculating a text; in a workbook it is no part of the cell either.
_GUARDED = re.compile(r"'+[=+\-@\t]")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def rows(content: bytes, most: int) -> list[list[Cell]]:
    """The rows of a csv, without empty ones at the end; `most` is how many there may be. Raises SheetError."""
    text = decoded(content)
    found: list[list[Cell]] = []
    for cells in _records(text, _separator(text)):
        found.append([plain(_unguarded(cell)) for cell in cells])
        if len(found) > most:
            raise SheetError(SheetProblem.TOO_MANY_ROWS)
    while found and not any(cell is not None for cell in found[-1]):
        found.pop()
    return found


def decoded(content: bytes) -> str:
    """The text in whichever of the usual encodings it is. Raises SheetError."""
    # Nothing that people type holds one of these: it is a picture or another program's file.
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = _windows(content)
    if "\0" in text:
        raise SheetError(SheetProblem.UNREADABLE)
    return text


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp874")
    except UnicodeDecodeError:
        raise SheetError(SheetProblem.UNKNOWN_LETTERS) from None


def _separator(text: str) -> str:
    """The one that cuts most rows into equally many cells, and of two such the one that cuts more."""

    def evenness(separator: str) -> tuple[int, int]:
        widths = Counter(len(cells) for cells, _n in zip(_records(text, separator), range(SAMPLE), strict=False))
        # A single text full of tabs must not make a table of tabs.
        return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))

    return max(SEPARATORS, key=evenness)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise SheetError(SheetProblem.UNREADABLE) from None
