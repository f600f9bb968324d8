"""What a merge would do: told before it is done, and asked again behind the lock."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from network.enums import EntryStatus
from network.merging.clashes import Clash, Settlement, clashes
from network.merging.parts import PARTS, spoken
from network.merging.relations import Relation, relations
from network.merging.rules import rules, settlement
from network.merging.stored import fingerprint
from network.merging.writing import plain
from network.models import Organization


@dataclass(frozen=True)
class Move:
    """Rows of one relation that go over to the winner."""

    relation: Relation
    rows: list[Model]

    @property
    def label(self) -> str:
        return str(self.relation.model._meta.verbose_name_plural)


@dataclass(frozen=True)
class Plan:
    """What a merge of two organizations does.

    Attributes:
        moves: what goes over.
        settled: what both have and only one can have, and what becomes of it.
        obstacles: sentences, each naming what has to be settled before they can be merged.
        digest: another one as soon as anything of the two has changed.
    """

    winner: Organization
    loser: Organization
    moves: list[Move]
    settled: list[tuple[Clash, Settlement]]
    obstacles: list[str]
    digest: str


def plan(winner: Organization, loser: Organization, *, lock: bool = False) -> Plan:
    """What merging `loser` into `winner` would do; with `lock` the rows that move are locked.

    Raises:
        django.db.OperationalError: with `lock`, somebody else has one of the rows locked at this moment.
    """
    known = rules()
    moves, settled = [], []
    for relation in relations():
        rule = known.get(relation.name)
        if rule and rule.stays:
            continue
        if rows := list(_locked(relation.rows(loser)) if lock else relation.rows(loser)):
            found = [(clash, settlement(clash, rule)) for clash in clashes(relation, winner, loser)]
            left = {clash.losers.pk for clash, settled_as in found if settled_as.stays}
            settled += found
            moves.append(Move(relation, [row for row in rows if row.pk not in left]))
    obstacles = [*_obstacles(winner, loser), *(s.sentence for _clash, s in settled if s.refuses)]
    return Plan(winner, loser, moves, settled, obstacles, _digest(winner, loser, moves, settled))


def _locked(rows: QuerySet[Model]) -> QuerySet[Model]:
    # Never wait with an organization locked: whoever has the row may be waiting for the organization.
    return rows.select_for_update(of=("self",), nowait=True)


def _obstacles(winner: Organization, loser: Organization) -> Iterator[str]:
    if loser.entry.status == EntryStatus.LISTED and not (winner.live and winner.entry.status == EntryStatus.LISTED):
        sentence = _("%(winner)s is not shown in the directory, %(loser)s is. Keep the one that is shown.")
        yield sentence % {"winner": winner.display_name, "loser": loser.display_name}
    for organization in (winner, loser):
        name = {"organization": organization.display_name}
        if organization.current_workflow_state:
            yield _("A version of the profile of %(organization)s waits. Approve it or send it back first.") % name
        if organization.locked or organization.approved_schedule:
            yield _("The profile of %(organization)s is locked or scheduled. Release it first.") % name


def _digest(winner: Organization, loser: Organization, moves: list[Move], settled: list) -> str:
    said = [
        [organization.pk, organization.latest_revision_id, organization.entry.status]
        + [part.values(spoken(organization)) for part in PARTS]
        for organization in (winner, loser)
    ]
    rows = [[move.relation.name, [[row.pk, fingerprint(row, ())] for row in move.rows]] for move in moves]
    clashing = [[clash.relation.name, clash.winners.pk, clash.losers.pk] for clash, _settlement in settled]
    text = json.dumps(plain([said, rows, clashing]), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
