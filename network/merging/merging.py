"""Merge two organizations that are one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex

from network.enums import EntryStatus
from network.exceptions import (
    MergeBusy,
    MergedAlready,
    MergeNotAllowed,
    MergeRecused,
    MergeRefused,
    SomethingMoved,
)
from network.mail import merging as letters
from network.mail.readers import primary_contacts
from network.merging.clashes import Change
from network.merging.parts import chosen_values, spoken, value_of
from network.merging.plan import Move, Plan, plan
from network.merging.relations import Relation
from network.merging.stored import fingerprint, kept
from network.merging.writing import write_entry, write_profile
from network.models import MembershipSettings, Merge, Organization, RegisterEntry
from network.permissions import user_is_recused, user_merges
from network.search.texts import refresh
from portal.models import User


def merge_organizations(
    winner: Organization,
    loser: Organization,
    *,
    by: User,
    choices: Mapping[str, str] | None = None,
    seen: str | None = None,
) -> Merge:
    """Everything that points at `loser` points at `winner`; merging the same two again gives the same merge.

    `choices` says whose word is kept, a side for each part by its name (`network.merging.parts`); `seen` is the digest
    of the plan that the person has read.

    Raises:
        MergeNotAllowed, MergeRecused: the person may not.
        MergedAlready: one of them is merged into a third.
        SomethingMoved: the plan is no longer the one that was read.
        MergeBusy: somebody else is at one of the rows; nothing is waited for.
        MergeRefused: with sentences that name what has to be settled first.
    """
    if not user_merges(by):
        raise MergeNotAllowed
    try:
        with transaction.atomic():
            winner, loser = locked_pair(winner, loser)
            if same := Merge.objects.in_force().filter(winner=winner, loser=loser).first():
                return same
            check_pair(by, winner, loser)
            return _merge(_read_plan(winner, loser, seen), choices or {}, by)
    except OperationalError:
        raise MergeBusy from None
    except IntegrityError:
        # A promise that cannot be read from the model, such as one about an expression.
        raise MergeRefused(
            _("Both have something that one organization can have only once. Ask whoever looks after the portal.")
        ) from None


def locked_pair(winner: Organization, loser: Organization) -> tuple[Organization, Organization]:
    """Both as they are now, locked with their register entries; also against new rows that point at them."""
    pks = sorted((winner.pk, loser.pk))
    # In the order of their keys, whichever stays: two who merge the same pair must not wait for each other.
    rows = Organization.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk")
    found = {row.pk: row for row in rows}
    for entry in RegisterEntry.objects.select_for_update(of=("self",)).filter(organization__in=pks).order_by("pk"):
        found[entry.organization_id].entry = entry
    return found[winner.pk], found[loser.pk]


def check_pair(by: User, winner: Organization, loser: Organization) -> None:
    if winner.pk == loser.pk:
        raise MergeRefused(_("Choose two organizations."))
    if user_is_recused(by, winner, loser):
        raise MergeRecused
    if EntryStatus.MERGED in (winner.entry.status, loser.entry.status):
        raise MergedAlready


def _read_plan(winner: Organization, loser: Organization, seen: str | None) -> Plan:
    """The plan with its rows locked, when nothing stands in its way and it is still the one that was read."""
    todo = plan(winner, loser, lock=True)
    if todo.obstacles:
        raise MergeRefused(*todo.obstacles)
    if seen is not None and seen != todo.digest:
        raise SomethingMoved
    return todo


def _merge(todo: Plan, choices: Mapping[str, str], by: User) -> Merge:
    winner, loser = todo.winner, todo.loser
    # Before the people move: both organizations' contacts are told.
    people = {person.pk: person for o in (winner, loser) for person in primary_contacts(o.pk)}
    undo: dict[str, Any] = {"status": loser.entry.status, "changes": [], "rows": {}}
    for clash, settled in todo.settled:
        undo["changes"] += [write_change(change, clash.relation) for change in settled.changes]
    for move in todo.moves:
        undo["rows"][move.relation.name] = move_rows(move, loser, winner)
    undo |= _write_words(winner, loser, choices, by)
    RegisterEntry.objects.filter(organization=loser).update(status=EntryStatus.MERGED)
    refresh(Q(pk__in=[winner.pk, loser.pk]))
    merge = Merge.objects.create(
        winner=winner,
        loser=loser,
        by=by,
        undo=undo,
        undo_until=timezone.localdate() + timedelta(days=MembershipSettings.load().merge_undo_days),
        counts={move.relation.name: len(move.rows) for move in todo.moves if move.rows},
    )
    for _clash, settled in todo.settled:
        if settled.note:
            settled.note(by)
    for organization, other in ((winner, loser), (loser, winner)):
        data = {"merge": merge.pk, "other": str(other), "is_winner": organization is winner}
        log(instance=organization, action="network.organization.merge", user=by, data=data)
    letters.tell_of_merge(merge, people.values())
    return merge


def write_change(change: Change, relation: Relation) -> dict[str, Any]:
    """Write it, and return what an undo needs: the row, and the values before and after."""
    names = list(change.values)
    # As `plan` does: not waited for, and as it is now.
    row = type(change.row)._base_manager.select_for_update(of=("self",), nowait=True).get(pk=change.row.pk)
    before = kept(row, names)
    for name, value in change.values.items():
        setattr(row, name, value)
    row.save(update_fields=names)
    return {"relation": relation.name, "pk": str(row.pk), "before": before, "after": kept(row, names)}


def move_rows(move: Move, source: Organization, target: Organization) -> dict[str, str]:
    """Point the rows at `target`; their keys, each with the fingerprint by which a later change is noticed."""
    relation, pks = move.relation, [row.pk for row in move.rows]
    rows = relation.model._base_manager.filter(pk__in=pks)
    # Past save(): neither "changed on" nor a signal, since nothing of the row itself has changed.
    rows.update(**relation.target(target))
    # Wagtail's index of who refers to whom follows only what is saved.
    kinds = ContentType.objects.get_for_models(relation.model, Organization)
    references = ReferenceIndex.objects.filter(
        base_content_type=kinds[relation.model],
        object_id__in=map(str, pks),
        to_content_type=kinds[Organization],
        to_object_id=source.pk,
    )
    references.update(to_object_id=target.pk)
    return {str(row.pk): fingerprint(row, relation.pointers) for row in rows}


def _write_words(winner: Organization, loser: Organization, choices: Mapping[str, str], by: User) -> dict[str, Any]:
    ours, theirs = spoken(winner), spoken(loser)
    wanted = chosen_values(ours, theirs, choices)
    before = {
        "profile": {name: value_of(ours, name) for name in wanted["profile"]},
        "entry": {name: value_of(winner.entry, name) for name in wanted["entry"]},
    }
    write_profile(winner, wanted["profile"], by=by)
    if wanted["entry"]:
        write_entry(winner.entry, wanted["entry"])
    return {kind: {"before": before[kind], "after": wanted[kind]} for kind in wanted}
