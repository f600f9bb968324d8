"""One row while it is cleaned: its cells as texts, what they are found to say, and what is to be said about them."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from network.importing.remarks import Problem, Remark
from portal.forms.texts import tidy_line
from portal.sheets import Broken, Cell, text_of
from portal.thai.text import fold

# What people write where they have nothing to write.
NOTHING = {"", *map(fold, ("ไม่มี", "ไม่ระบุ", "ไม่ทราบ", "ไม่มีข้อมูล", "n/a", "na", "none", "nil"))}
LONGEST_NOTHING = 14
_LINES = re.compile(r"[\r\n]+")


@dataclass
class Reading:
    """The cells of one row by field, and what comes of them.

    Attributes:
        number: the row's, as Excel shows it.
        values: by column of Organization or RegisterEntry; days as dates, the province as its code, issues as keys.
        refusals: why the row cannot be taken.
        doubts: why a person has to decide.
        notes: what was read otherwise than written, or left out.
    """

    number: int
    cells: dict[str, Cell]
    values: dict[str, Any] = field(default_factory=dict)
    refusals: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The cell as one tidy line; "" where it says nothing, a dash or "none"."""
        return _LINES.sub(" ", self.lines(name))

    def lines(self, name: str) -> str:
        """The same with its line breaks."""
        if name not in self._texts:
            self._texts[name] = _said(text_of(self._cell(name)))
        return self._texts[name]

    def day(self, name: str) -> date | float | str:
        """The cell of a day: a date, a number of Excel's, or the text."""
        cell = self._cell(name)
        return cell if isinstance(cell, date | int | float) else self.text(name)

    def says(self, name: str) -> bool:
        return bool(self.text(name))

    def forget(self, names: Container[str]) -> None:
        """Leave aside what was read from cells that say what the register says already, faults of theirs included."""
        self.values = {column: value for column, value in self.values.items() if column not in names}
        self.refusals = [remark for remark in self.refusals if remark.field not in names]
        self.doubts = [remark for remark in self.doubts if remark.field not in names]
        self.notes = [remark for remark in self.notes if remark.field not in names]

    def keep(self, column: str, value: str, name: str, limit: int | None = None) -> None:
        """Take `value` for the column, or refuse what is longer than `limit`; nothing is kept of nothing."""
        if limit and len(value) > limit:
            self.refuse(Problem.TOO_LONG, name, length=len(value), limit=limit)
        elif value:
            self.values[column] = value

    def refuse(self, problem: str, name: str = "", **values: Any) -> None:
        self.refusals.append(Remark(problem, name, values))

    def doubt(self, problem: str, name: str = "", **values: Any) -> None:
        self.doubts.append(Remark(problem, name, values))

    def note(self, problem: str, name: str = "", **values: Any) -> None:
        self.notes.append(Remark(problem, name, values))

    def _cell(self, name: str) -> Cell:
        cell = self.cells.get(name)
        if not isinstance(cell, Broken):
            return cell
        refusal = Remark(Problem.NO_VALUE, name, {"text": cell.text[:60]})
        if refusal not in self.refusals:
            self.refusals.append(refusal)
        return None


def _said(text: str) -> str:
    """The text with tidy lines; "" for what says nothing."""
    text = "\n".join(filter(None, map(tidy_line, _LINES.split(text)))) if text else ""
    is_nothing = not any(map(str.isalnum, text)) or (len(text) <= LONGEST_NOTHING and fold(text) in NOTHING)
    return "" if is_nothing else text
