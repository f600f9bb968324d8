"""Workbooks, read row by row; what they claim to unpack to is counted before anything is unpacked."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import column_index_from_string

from portal.sheets.cells import Broken, Cell, plain, text_of
from portal.sheets.errors import SheetError, SheetProblem

# Twenty thousand rows of twenty columns unpack to about 60 MB. `zipfile` reads no more than an entry declares.
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 2_000
_MERGED = re.compile(rb'mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
FORMULA, ERROR = "f", "e"
_CHUNK = 1024 * 1024


def names(content: bytes) -> list[str]:
    """The visible sheets. Raises SheetError."""
    with _opened(content) as book:
        return [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]


def rows(content: bytes, name: str, most_rows: int, most_columns: int) -> list[list[Cell]]:
    """The rows of one sheet. Cells joined over several rows say the same in each; formulas count as their results.

    One column more than `most_columns` is read, so that the caller sees what is too wide. Raises SheetError.
    """
    with _opened(content, data_only=False) as book:
        found, formulas = _rows(book[name], most_rows, most_columns)
        merged = _merged(book, book[name])
    if formulas:
        with _opened(content) as book:
            results, _none = _rows(book[name], most_rows, most_columns)
        for row, column, formula in formulas:
            found[row][column] = _result(results, row, column, formula)
    _fill_down(found, merged)
    return found


@contextmanager
def _opened(content: bytes, *, data_only: bool = True) -> Iterator[Any]:
    _refuse_bombs(content)
    # The reader meets what other programs wrote and raises whatever comes to it: none of that is a fault of ours.
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    except Exception:
        raise SheetError(SheetProblem.UNREADABLE) from None
    try:
        yield book
    except SheetError:
        raise
    except Exception:
        raise SheetError(SheetProblem.UNREADABLE) from None
    finally:
        book.close()


def _refuse_bombs(content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile:
        raise SheetError(SheetProblem.UNREADABLE) from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise SheetError(SheetProblem.TOO_LARGE)
    if any(part.flag_bits & 0x1 for part in parts):
        raise SheetError(SheetProblem.OLD_OR_LOCKED)


def _rows(sheet, most_rows: int, most_columns: int) -> tuple[list[list[Cell]], list[tuple[int, int, str]]]:
    """The cells, and where formulas stand: row and column from 0, and the formula."""
    # A sheet may claim a million rows because somebody formatted a column.
    sheet.reset_dimensions()
    found: list[list[Cell]] = []
    formulas: list[tuple[int, int, str]] = []
    for index, cells in enumerate(sheet.iter_rows(max_col=most_columns + 1)):
        values: list[Cell] = []
        for column, cell in enumerate(cells):
            if cell is EMPTY_CELL or (value := _value(cell)) is None:
                continue
            values += [None] * (column - len(values))
            values.append(value)
            if cell.data_type == FORMULA:
                formulas.append((index, column, text_of(value)))
        if values and index >= most_rows:
            raise SheetError(SheetProblem.TOO_MANY_ROWS)
        if values:
            found += [[] for _ in range(index - len(found))]
            found.append(values)
    return found, formulas


def _value(cell) -> Cell:
    if cell.data_type in (FORMULA, ERROR):
        return Broken(str(getattr(cell.value, "text", cell.value)))
    return plain(cell.value)


def _result(results: list[list[Cell]], row: int, column: int, formula: str) -> Cell:
    """What Excel last calculated; a program that cannot calculate writes nothing there."""
    cells = results[row] if row < len(results) else []
    value = cells[column] if column < len(cells) else None
    return Broken(formula) if value is None else value


def _merged(book, sheet) -> list[tuple[int, int, int]]:
    """Cells joined over several rows: first and last row and the left column, from 0."""
    found = set()
    rest = b""
    # Read-only sheets do not tell (openpyxl 3.1), and the others keep every cell in memory.
    with book._archive.open(sheet._worksheet_path) as part:
        while chunk := part.read(_CHUNK):
            rest = rest[-200:] + chunk
            found |= set(_MERGED.findall(rest))
    corners = ((int(top), int(bottom), column_index_from_string(left.decode())) for left, top, _right, bottom in found)
    return sorted((top - 1, bottom - 1, column - 1) for top, bottom, column in corners if bottom > top)


def _fill_down(found: list[list[Cell]], merged: list[tuple[int, int, int]]) -> None:
    for top, bottom, column in merged:
        if top >= len(found) or column >= len(found[top]):
            continue
        for cells in found[top + 1 : bottom + 1]:
            # A row without anything of its own is no row, whatever hangs down into it.
            if cells and (column >= len(cells) or cells[column] is None):
                cells += [None] * (column + 1 - len(cells))
                cells[column] = found[top][column]
