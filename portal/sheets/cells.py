"""What a cell holds, and how it reads as text."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Broken:
    """A cell without a value: a formula that was never calculated, or one that came out wrong.

    Attributes:
        text: the formula, or the error as Excel shows it.
    """

    text: str


type Cell = str | int | float | date | Broken | None


def text_of(cell: Cell) -> str:
    """The cell as text: whole numbers without decimals, days as ISO dates, nothing as ""."""
    match cell:
        case None:
            return ""
        case Broken():
            return cell.text
        # Excel keeps every number as a float: 0812345678 arrives as 812345678.0.
        case float() if cell.is_integer():
            return str(int(cell))
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def plain(value: object) -> Cell:
    """What a reader gave, as one of our kinds; text of nothing but spaces is no value."""
    match value:
        case datetime():
            return value.date()
        case None | Broken() | date():
            return value
        case bool():
            return str(value).upper()
        case int() | float():
            return value
        case _:
            text = str(value)
            return text if text.strip() else None
