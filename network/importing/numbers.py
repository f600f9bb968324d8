"""Membership numbers: each stands for one organization, in the register and in a list."""

from collections.abc import Mapping
from typing import Any

from network.importing.reading import Reading
from network.importing.remarks import Problem
from network.models import Membership


class Numbers:
    """The numbers that are taken, by tier, and those of earlier rows; one query."""

    def __init__(self) -> None:
        self._taken = set(Membership.objects.values_list("tier__kind", "number"))
        self._rows: dict[tuple[str, int], int] = {}

    def check(self, row: Reading) -> None:
        """Refuse the row when its new membership has a number of another one."""
        number = _number(row.values)
        if number is None:
            return
        if number in self._taken:
            row.refuse(Problem.MEMBER_NUMBER_TAKEN, "member_number", number=number[1])
        elif number in self._rows:
            row.refuse(Problem.MEMBER_NUMBER_OF_ROW, "member_number", row=self._rows[number])

    def remember(self, row: int, values: Mapping[str, Any]) -> None:
        if number := _number(values):
            self._rows.setdefault(number, row)


def _number(values: Mapping[str, Any]) -> tuple[str, int] | None:
    said = values.get("membership")
    return (said["tier"], said["number"]) if said and said["number"] else None
