"""Two rows of which only one may stand, and what can become of them: the words in which rules speak."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from network.merging.relations import Relation
from network.models import Organization


@dataclass(frozen=True)
class Clash:
    """Two rows of which a constraint lets only one stand, once both belong to the same organization."""

    relation: Relation
    winners: Any
    losers: Any


@dataclass(frozen=True)
class Change:
    """New values for fields of a row, written before anything moves and taken back by an undo."""

    row: Model
    values: dict[str, Any]


@dataclass(frozen=True)
class Settlement:
    """What becomes of a clash.

    Attributes:
        sentence: says it to the person who merges.
        changes: what is written so that both rows may stand.
        stays: the loser's row is left where it is: it says the same, or tells of a day when there were two.
        refuses: the sentence says what has to be settled first.
        note: called inside the transaction with the person who merges, for a timeline of the rule's own.
    """

    sentence: str
    changes: tuple[Change, ...] = ()
    stays: bool = False
    refuses: bool = False
    note: Callable[[Any], object] | None = None


type Settle = Callable[[Clash], Settlement]


@dataclass(frozen=True)
class MergeRule:
    """What a merge does with one relation.

    Attributes:
        relation: the model's label and the field, as in "events.Delegate.organization".
        stays: its rows are the loser's for good: they tell of that row itself.
        settle: what becomes of a clash; without it the merge is refused.
        undone: told each row whose changes an undo has taken back, and who did it.
    """

    relation: str
    stays: bool = False
    settle: Settle | None = None
    undone: Callable[[Any, Any], object] | None = None


def clashes(relation: Relation, winner: Organization, loser: Organization) -> Iterator[Clash]:
    """The loser's rows that cannot stand beside the winner's; two queries for each promise of the database."""
    found = set()
    for unique in relation.uniques():
        winners = unique.rows(relation.rows(winner))
        for key, row in unique.rows(relation.rows(loser)).items() if winners else ():
            # Invited by mail and by phone: two promises, one row.
            if key in winners and row.pk not in found:
                found.add(row.pk)
                yield Clash(relation, winners[key], row)
