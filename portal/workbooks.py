"""Workbooks (.xlsx) of plain texts: what somebody typed stays what they typed, and is never a formula."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT = "s"
WIDTH = 28
# What Excel takes for the title of a sheet.
TITLE_LENGTH = 31


def workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The file with one sheet: its headings stand still while the rows move."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(letter for letter in title if letter not in "[]:*?/\\")[:TITLE_LENGTH])
    sheet.freeze_panes = "B2"
    for number in range(len(headings)):
        sheet.column_dimensions[get_column_letter(number + 1)].width = WIDTH
    sheet.append([_cell(sheet, words, Font(bold=True)) for words in headings])
    for row in rows:
        sheet.append([_cell(sheet, words) for words in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet, words: str, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=words)
    # A name that begins with "=" would be calculated, and a phone number would lose its zero.
    cell.data_type = TEXT
    if font:
        cell.font = font
    return cell
