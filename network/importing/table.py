"""Find the table on a sheet: where its headings stand, which column holds what, and which rows are rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from network.importing.headings import LEFT_ALONE, recognized
from portal.sheets import Cell, Sheet, text_of
from portal.thai.text import fold

# Titles, dates and names of offices stand above a table, but not for pages.
FARTHEST_HEADING = 30
# Two columns that we know are a table; one may be a word in a title.
FEWEST_COLUMNS = 2
# What a person is shown of a column, and how far down it is looked for.
SAMPLES = 3
SAMPLED = 200
# Alone it is the organization's name; beside an organization's name, or before a family name, a person's.
NAME = fold("ชื่อ")


class NoHeadingsError(ValueError):
    """No row of the sheet looks like the headings of a list of organizations."""


@dataclass(frozen=True)
class Column:
    """One column: its place from 0, its heading as written, the field it holds ("" for none), some of its texts."""

    index: int
    heading: str
    field: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row: its number as Excel shows it, and the cells of the columns in use, empty ones left out."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Table:
    """A list of organizations.

    Attributes:
        heading_row: the number of the last row of headings.
        columns: all that have a heading or hold anything.
    """

    sheet: Sheet
    heading_row: int
    columns: tuple[Column, ...]

    @property
    def unused(self) -> list[Column]:
        """Columns that nothing is taken from, though they may say something."""
        return [column for column in self.columns if not column.field]

    def with_fields(self, fields: Mapping[int, str]) -> "Table":
        """The same table with other fields for its columns, by their index; what is not named is not used."""
        columns = (replace(column, field=fields.get(column.index, "")) for column in self.columns)
        return replace(self, columns=tuple(columns))

    def rows(self) -> Iterator[Row]:
        """The rows of organizations: no empty ones, none with only a running number, no repeated headings."""
        used = [column for column in self.columns if column.field and column.field not in LEFT_ALONE]
        headings = {column.index: fold(column.heading) for column in used}
        for number, cells in enumerate(self.sheet.rows[self.heading_row :], start=self.heading_row + 1):
            found = {c.field: cells[c.index] for c in used if c.index < len(cells) and cells[c.index] is not None}
            if found and not _repeats(cells, headings):
                yield Row(number, found)


def found_table(sheet: Sheet) -> Table:
    """The table with what its headings mean, as far as they are known. Raises NoHeadingsError."""
    candidates = [
        (len(_fields(headings)), -number, -lines)
        for number in range(1, min(len(sheet.rows), FARTHEST_HEADING) + 1)
        for lines, headings in _headings_at(sheet, number)
    ]
    # The most known headings; among equals the upper before the lower, and one line before two.
    known, minus_number, minus_lines = max(candidates, default=(0, 0, 0))
    if known < FEWEST_COLUMNS:
        raise NoHeadingsError
    headings = dict(_headings_at(sheet, -minus_number))[-minus_lines]
    return Table(sheet, -minus_number, tuple(_columns(sheet, -minus_number, headings)))


def _headings_at(sheet: Sheet, number: int) -> Iterator[tuple[int, list[str]]]:
    """The headings if row `number` is the last of them: alone, or below a row that names groups of columns."""
    below = [text_of(cell) for cell in sheet.rows[number - 1]]
    yield 1, below
    if number > 1:
        above = [text_of(cell) for cell in sheet.rows[number - 2]]
        width = max(len(below), len(above))
        above += [""] * (width - len(above))
        below = below + [""] * (width - len(below))
        yield 2, [low or high for low, high in zip(below, above, strict=True)]


def _columns(sheet: Sheet, heading_row: int, headings: list[str]) -> Iterator[Column]:
    below = sheet.rows[heading_row:]
    width = max(len(headings), *map(len, below)) if below else len(headings)
    fields = _fields(headings)
    for index in range(width):
        texts = (text_of(cells[index]) for cells in below[:SAMPLED] if index < len(cells))
        samples = tuple(dict.fromkeys(text for text in texts if text))[:SAMPLES]
        written = " ".join(headings[index].split()) if index < len(headings) else ""
        if written or samples:
            yield Column(index, written, fields.get(index, ""), samples)


def _fields(headings: list[str]) -> dict[int, str]:
    """The field of each column that is recognized; of two for one field the surer, else the first."""
    found = {index: recognized(text) for index, text in enumerate(headings)}
    best: dict[str, int] = {}
    for index in sorted(found, key=lambda index: (-found[index][1], index)):
        if field := found[index][0]:
            best.setdefault(field, index)
    for index, text in enumerate(headings):
        if fold(text) == NAME:
            best.setdefault("leader_name" if {"name", "leader_family_name"} & set(best) else "name", index)
    return {index: field for field, index in best.items()}


def _repeats(cells: list[Cell], headings: Mapping[int, str]) -> bool:
    """Headings again, as at the top of each printed page; a heading of two lines is never all the same."""
    said = [(heading, fold(text_of(cells[i]))) for i, heading in headings.items() if i < len(cells) and cells[i]]
    same = sum(heading == text for heading, text in said)
    return same >= FEWEST_COLUMNS and same * 2 > len(said)
