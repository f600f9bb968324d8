"""Rows that reached a merged organization after its merge: sent from a page that was open, or by whoever waited.

A lock keeps them out while a merge runs; what waited behind it arrives a moment later.
"""

from django.db import OperationalError, transaction

from network.merging.merging import locked_pair, move_rows
from network.merging.plan import Move, plan
from network.models import Merge


def with_latecomers() -> list[Merge]:
    """The merges in force whose loser has got something that can follow the rest."""
    return [merge for merge in Merge.objects.in_force().select_related("winner", "loser") if _movable(merge)]


def gather(merge: Merge) -> bool:
    """Move them to the winner, and remember them for an undo; False when there was nothing to move.

    What the winner has already stays where it is, and is seen beside it on the page of the merge.
    """
    try:
        with transaction.atomic():
            present = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
            if present.undone_at:
                return False
            present.winner, present.loser = locked_pair(present.winner, present.loser)
            moves = _movable(present, lock=True)
            for move in moves:
                _follow(present, move)
            present.save(update_fields=["counts", "undo"])
    # Somebody is at one of the rows: the next round takes it.
    except OperationalError:
        return False
    return bool(moves)


def _movable(merge: Merge, *, lock: bool = False) -> list[Move]:
    todo = plan(merge.winner, merge.loser, lock=lock)
    clashing = {(clash.relation.name, clash.losers.pk) for clash, _settlement in todo.settled}
    moves = [
        Move(move.relation, [row for row in move.rows if (move.relation.name, row.pk) not in clashing])
        for move in todo.moves
    ]
    return [move for move in moves if move.rows]


def _follow(merge: Merge, move: Move) -> None:
    name, marks = move.relation.name, move_rows(move, merge.loser, merge.winner)
    merge.counts[name] = merge.counts.get(name, 0) + len(marks)
    if merge.undo is not None:
        merge.undo["rows"].setdefault(name, {}).update(marks)
