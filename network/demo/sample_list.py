"""A made-up list to try the import with, as untidy as real ones are."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook

ROWS = Path(__file__).with_name("sample_list.csv")
# What the file has behind this sign becomes a number of Excel's: a phone number that has lost its zero.
NUMBER = "="
# The cells that name a group of columns, and those that have no column below them.
JOINED = ("G4:J4", "A1:M1", "A2:M2", *(f"{column}4:{column}5" for column in "ABCDEFKLM"))


def sample_list() -> bytes:
    """The .xlsx: titles above the table, headings in two lines, numbers for phones, cells joined."""
    book = Workbook()
    sheet = book.active
    sheet.title = "รายชื่อตัวอย่าง"
    with ROWS.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            sheet.append([_cell(text) for text in row])
    for cells in JOINED:
        sheet.merge_cells(cells)
    for column in "BDEFGL":
        sheet.column_dimensions[column].width = 34
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(text: str) -> str | int | None:
    return int(text.removeprefix(NUMBER)) if text.startswith(NUMBER) else text or None
