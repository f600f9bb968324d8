"""Take a merge back: what moved and was not changed since returns, what was changed stays with the winner and is named.

`Merge.undo` holds what that needs:

    status   the loser's status in the register
    rows     relation → key of a row → fingerprint by which a later change is noticed
    changes  [{relation, pk, before, after}]: fields that the rules wrote so that both rows may stand
    profile, entry   {before, after}: what the winner said, and what was chosen
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from network.enums import EntryStatus
from network.exceptions import MergeBusy, MergeNotAllowed, MergeRecused, MergeRefused, UndoOver
from network.mail import merging as letters
from network.merging.merging import locked_pair, move_rows
from network.merging.parts import spoken, value_of
from network.merging.plan import Move
from network.merging.relations import Relation, relations
from network.merging.rules import rules
from network.merging.stored import fingerprint, kept, read
from network.merging.writing import plain, write_entry, write_profile
from network.models import Merge, Organization, RegisterEntry
from network.permissions import user_is_recused, user_merges
from network.search.texts import refresh
from portal.models import User


@dataclass
class Return:
    """What an undo would do now.

    Attributes:
        moves: what goes back.
        changed: rows that stay with the winner, because something of them was changed since.
        values: {"profile": {field: value}, "entry": {…}}: what the winner says again.
        kept_words: labels of the fields that were changed since, and stay as they are.
    """

    moves: list[Move] = field(default_factory=list)
    changed: list[Model] = field(default_factory=list)
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept_words: list[str] = field(default_factory=list)

    @property
    def left(self) -> list[str]:
        """A line for everything that an undo leaves as it is."""
        return [*(f"{capfirst(row._meta.verbose_name)}: {row}" for row in self.changed), *self.kept_words]


def undo_merge(merge: Merge, *, by: User) -> Merge:
    """The loser is an organization of its own again; undoing twice undoes once.

    Raises:
        MergeNotAllowed, MergeRecused: the person may not.
        UndoOver: its days are over.
        MergeBusy: somebody else is at one of the rows.
        MergeRefused: with sentences that name what has to be settled first.
    """
    if not user_merges(by):
        raise MergeNotAllowed
    try:
        with transaction.atomic():
            present = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
            if present.undone_at:
                return present
            present.winner, present.loser = locked_pair(present.winner, present.loser)
            _check(present, by)
            _undo(present, by)
    except OperationalError:
        raise MergeBusy from None
    return present


def what_returns(merge: Merge, *, lock: bool = False) -> Return:
    """What an undo would give back now, and what it would leave; `lock` as in `plan`."""
    found, undo = Return(), merge.undo or {}
    for relation in relations():
        if marks := undo.get("rows", {}).get(relation.name):
            rows = _marked(relation, merge.winner, marks, lock=lock)
            same = [row for row in rows if fingerprint(row, relation.pointers) == marks[str(row.pk)]]
            found.moves.append(Move(relation, same))
            found.changed += [row for row in rows if row not in same]
    for kind, row in (("profile", spoken(merge.winner)), ("entry", merge.winner.entry)):
        words = undo.get(kind, {"before": {}, "after": {}})
        now = {name: plain(value_of(row, name)) for name in words["after"]}
        same_words = {name for name, value in words["after"].items() if now[name] == value}
        found.values[kind] = {name: value for name, value in words["before"].items() if name in same_words}
        found.kept_words += [_label(row, name) for name in now if name not in same_words]
    return found


def _marked(relation: Relation, winner: Organization, marks: dict[str, str], *, lock: bool) -> list[Model]:
    rows = relation.rows(winner).filter(pk__in=list(marks))
    return list(rows.select_for_update(of=("self",), nowait=True) if lock else rows)


def _label(row: Any, name: str) -> str:
    return capfirst(str(row._meta.get_field(name).verbose_name))


def _check(merge: Merge, by: User) -> None:
    if user_is_recused(by, merge.winner, merge.loser):
        raise MergeRecused
    if not merge.can_be_undone:
        raise UndoOver
    if merge.winner.entry.status == EntryStatus.MERGED:
        words = {"winner": merge.winner.display_name}
        raise MergeRefused(_("%(winner)s was merged into another one since. Undo that merge first.") % words)
    name = {"organization": merge.winner.display_name}
    if merge.winner.current_workflow_state:
        raise MergeRefused(
            _("A version of the profile of %(organization)s waits. Approve it or send it back first.") % name
        )
    if merge.winner.locked or merge.winner.approved_schedule:
        raise MergeRefused(_("The profile of %(organization)s is locked or scheduled. Release it first.") % name)


def _undo(merge: Merge, by: User) -> None:
    todo = what_returns(merge, lock=True)
    undo, loser = merge.undo or {}, merge.loser
    for move in todo.moves:
        todo.changed += _move_back(move, merge)
    # The last change first, and after the rows are apart: only then both may stand as they did.
    for change in reversed(undo["changes"]):
        todo.changed += _take_back(change, todo.changed, by)
    write_profile(merge.winner, todo.values["profile"], by=by)
    if todo.values["entry"]:
        write_entry(merge.winner.entry, todo.values["entry"])
    RegisterEntry.objects.filter(organization=loser, status=EntryStatus.MERGED).update(status=undo["status"])
    refresh(Q(pk__in=[merge.winner_id, loser.pk]))
    merge.undone_at, merge.undone_by, merge.left = timezone.now(), by, todo.left
    merge.undo = None
    merge.save()
    for organization, other in ((merge.winner, loser), (loser, merge.winner)):
        data = {"merge": merge.pk, "other": str(other), "left": todo.left}
        log(instance=organization, action="network.organization.unmerge", user=by, data=data)
    letters.tell_of_undo(merge)


def _move_back(move: Move, merge: Merge) -> list[Model]:
    """Those that cannot return, because the loser has got another one meanwhile."""
    try:
        with transaction.atomic():
            move_rows(move, merge.winner, merge.loser)
    except IntegrityError:
        return move.rows
    return []


def _take_back(change: dict[str, Any], left: Iterable[Model], by: User) -> Iterator[Model]:
    """Write the values of before, unless the row was changed since, or may not stand that way any more."""
    relation = next((r for r in relations() if r.name == change["relation"]), None)
    row = relation.model._base_manager.filter(pk=change["pk"]).first() if relation else None
    if relation is None or row is None or row in left:
        return
    if plain(kept(row, change["after"])) != change["after"]:
        yield row
        return
    for name, value in read(relation.model, change["before"]).items():
        setattr(row, name, value)
    try:
        with transaction.atomic():
            row.save(update_fields=list(change["before"]))
    except IntegrityError:
        yield row
        return
    rule = rules().get(relation.name)
    if rule and rule.undone:
        rule.undone(row, by)


def forget_undo(merge: Merge) -> bool:
    """Delete what an undo would need, once its days are over; the merge and its counts stay."""
    rows = Merge.objects.outdated().filter(pk=merge.pk)
    return bool(rows.update(undo=None))
