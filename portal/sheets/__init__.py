"""Tables that people send: .xlsx and .csv become rows of plain values, within limits that hold from the first byte."""

from portal.sheets.cells import Broken, Cell, text_of
from portal.sheets.errors import SheetError, SheetProblem
from portal.sheets.reading import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Sheet, read_sheet, sheet_names

__all__ = [
    "MAX_BYTES",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Broken",
    "Cell",
    "Sheet",
    "SheetError",
    "SheetProblem",
    "read_sheet",
    "sheet_names",
    "text_of",
]
