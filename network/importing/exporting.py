"""The register as a list that the import understands, and the rows of a list that it could not take."""

import csv
import io
import re
from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import override

from network.enums import EntryStatus, ImportOutcome
from network.importing.comparing import memberships
from network.importing.headings import heading
from network.importing.intake import table_of
from network.importing.remarks import Remark, in_place
from network.importing.showing import EXPORTED, shown
from network.models import ImportRow, ImportRun, Organization
from portal.sheets import Broken, Cell, text_of
from portal.workbooks import workbook

REASONS = "reasons"
BATCH = 500
# What Excel would calculate when it opens a csv.
_FORMULA = re.compile(r"'*[=+\-@\t]")


def exported() -> QuerySet[Organization]:
    """The organizations of the register, whatever their status, without those that were merged into others."""
    rows = Organization.objects.filter(entry__isnull=False).exclude(entry__status=EntryStatus.MERGED)
    return rows.select_related("entry__province").prefetch_related("issues", memberships()).in_thai_order()


def headings(language: str) -> list[str]:
    return [heading(field, language) for field in EXPORTED]


def rows(organizations: QuerySet[Organization], language: str) -> Iterator[list[str]]:
    """What a list in that language says of each; fetched by the hundred."""
    for organization in organizations.iterator(chunk_size=BATCH):
        yield [shown(field, organization, language) for field in EXPORTED]


def as_workbook(title: str, organizations: QuerySet[Organization], language: str) -> bytes:
    return workbook(title, headings(language), rows(organizations, language))


def as_csv(organizations: QuerySet[Organization], language: str) -> bytes:
    """UTF-8 with the mark by which Excel knows it; what it would calculate has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings(language))
    writer.writerows([guarded(cell) for cell in row] for row in rows(organizations, language))
    return text.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def template(language: str) -> bytes:
    """A list without rows."""
    return workbook(heading("name", language), headings(language), [])


def remaining(run: ImportRun, language: str) -> bytes:
    """The rows that were refused or are doubtful, as the list has them, with the reasons in a last column.

    Raises FileGone.
    """
    kept = run.rows.filter(outcome__in=(ImportOutcome.REFUSED, ImportOutcome.DOUBTFUL)).order_by("number")
    cells = table_of(run).sheet.rows
    columns = sorted(column[0] for column in run.columns if column[1] != heading(REASONS, language))
    names = {index: name for index, name, *_rest in run.columns}
    with override(language):
        body = [[*_texts(cells[row.number - 1], columns), reasons(row, run)] for row in kept]
    return workbook(run.file_name, [*(names[index] for index in columns), heading(REASONS, language)], body)


def reasons(row: ImportRow, run: ImportRun) -> str:
    """Everything that is said about a row, in the active language, a sentence a line."""
    return "\n".join(in_place(Remark(*kept), row.number, run.headings) for kept in row.remarks)


def _texts(cells: list[Cell], columns: list[int]) -> list[str]:
    found = (cells[index] if index < len(cells) else None for index in columns)
    # A formula would come back as the text of one.
    return ["" if isinstance(cell, Broken) else text_of(cell) for cell in found]
