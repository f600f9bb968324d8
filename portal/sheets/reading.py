"""Read one sheet of a file. What the file is, its content says: names of files lie."""

from dataclasses import dataclass

from portal.sheets import delimited, xlsx
from portal.sheets.cells import Cell
from portal.sheets.errors import SheetError, SheetProblem

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 100
ZIP = b"PK"
# Excel before 2007, and every file that asks for a password.
COMPOUND = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Sheet:
    """One table.

    Attributes:
        name: what the tab is called; "" for a csv.
        rows: as they stand in the file, the first is row 1; empty ones at the end are left out.
    """

    name: str
    rows: list[list[Cell]]


def sheet_names(content: bytes) -> list[str]:
    """The visible sheets of a file, in their order; [""] for a csv. Raises SheetError."""
    return xlsx.names(content) if _is_workbook(content) else [""]


def read_sheet(content: bytes, name: str = "") -> Sheet:
    """The sheet called `name`, or the first one that holds anything. Raises SheetError."""
    if not _is_workbook(content):
        return _within_limits(Sheet("", delimited.rows(content, MAX_ROWS)))
    names = xlsx.names(content)
    if name and name not in names:
        raise SheetError(SheetProblem.NO_SUCH_SHEET)
    for wanted in [name] if name else names:
        rows = xlsx.rows(content, wanted, MAX_ROWS, MAX_COLUMNS)
        if rows:
            return _within_limits(Sheet(wanted, rows))
    raise SheetError(SheetProblem.EMPTY)


def _is_workbook(content: bytes) -> bool:
    if len(content) > MAX_BYTES:
        raise SheetError(SheetProblem.TOO_LARGE)
    if content.startswith(COMPOUND):
        raise SheetError(SheetProblem.OLD_OR_LOCKED)
    return content.startswith(ZIP)


def _within_limits(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise SheetError(SheetProblem.EMPTY)
    if max(map(len, sheet.rows)) > MAX_COLUMNS:
        raise SheetError(SheetProblem.TOO_MANY_COLUMNS)
    return sheet
