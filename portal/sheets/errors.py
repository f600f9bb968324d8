"""Why a file cannot be read as a table."""

from enum import StrEnum


class SheetProblem(StrEnum):
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    OLD_OR_LOCKED = "old_or_locked"
    UNREADABLE = "unreadable"
    UNKNOWN_LETTERS = "unknown_letters"
    EMPTY = "empty"
    NO_SUCH_SHEET = "no_such_sheet"


class SheetError(ValueError):
    """A file that cannot be taken; `problem` says why."""

    def __init__(self, problem: SheetProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem
