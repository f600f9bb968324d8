"""The dry run: every row is checked and kept with what would come of it, for a person to look at and to decide on."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import batched

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from network.enums import ImportDecision, ImportState
from network.importing.checking import Answer, Check, Checked
from network.importing.exceptions import ImportRefused, RowsUndecided
from network.importing.intake import check_may_import, check_open, locked_run, table_of
from network.models import ImportRow, ImportRun
from portal.models import User

BATCH = 500
type Progress = Callable[[int], object]


def preview(run: ImportRun, *, by: User | None, progress: Progress | None = None) -> ImportRun:
    """Check every row against the register as it is now; earlier decisions are forgotten with the earlier check.

    `progress` is called with the number of rows that were done since the last call. Raises ImportRefused.
    """
    check_may_import(by)
    check_open(run)
    found = list(reported(Check().rows(table_of(run).rows()), progress))
    with transaction.atomic():
        present = locked_run(run)
        check_open(present)
        keep(present, found)
    return present


def keep(run: ImportRun, found: Iterable[Checked]) -> None:
    """Write what a check found in the place of what an earlier one had."""
    run.rows.all().delete()
    counts: Counter[str] = Counter()
    for batch in batched(found, BATCH, strict=False):
        ImportRow.objects.bulk_create([row_of(run, checked) for checked in batch])
        counts.update(checked.outcome.value for checked in batch)
    run.counts = dict(counts)
    run.state = ImportState.CHECKED
    run.save(update_fields=["counts", "state"])


def row_of(run: ImportRun, checked: Checked) -> ImportRow:
    return ImportRow(
        run=run,
        number=checked.number,
        outcome=checked.outcome,
        name=checked.name[:250],
        province=checked.province,
        values=checked.values,
        remarks=[remark.as_json() for remark in checked.remarks],
        candidates=checked.candidates,
        organization_id=checked.organization,
    )


def decide(run: ImportRun, answers: Mapping[int, Answer], *, by: User | None) -> None:
    """Say what becomes of doubtful rows, by their numbers; what is said of other rows counts for nothing.

    Raises:
        ImportRefused: the run is imported already, or an answer is none that the row allows.
    """
    check_may_import(by)
    with transaction.atomic():
        check_open(locked_run(run))
        rows = list(run.rows.doubtful().filter(number__in=list(answers)))
        for row in rows:
            answer = answers[row.number]
            if answer.decision not in decisions_of(row) or (
                answer.decision == ImportDecision.SAME and answer.organization not in possible_for(row)
            ):
                raise ImportRefused
            row.decision, row.same_as_id, row.decided_by = answer.decision, answer.organization, by
        ImportRow.objects.bulk_update(rows, ["decision", "same_as", "decided_by"], batch_size=BATCH)


def decide_rest(run: ImportRun, decision: ImportDecision, *, by: User | None) -> int:
    """Say the same (new, or left out) to all doubtful rows that wait for a decision; returns how many there were.

    A row whose organization is certain is never entered as a new one: "new" takes what it says for that one.
    """
    check_may_import(by)
    if decision == ImportDecision.SAME:
        raise ImportRefused
    with transaction.atomic():
        check_open(locked_run(run))
        rows = run.rows.undecided()
        count = rows.count()
        if decision == ImportDecision.NEW:
            for row in rows.filter(organization__isnull=False):
                row.decision, row.same_as_id, row.decided_by = ImportDecision.SAME, row.organization_id, by
                row.save(update_fields=["decision", "same_as", "decided_by"])
        rows.update(decision=decision, same_as=None, decided_by=by)
    return count


def decisions_of(row: ImportRow) -> list[ImportDecision]:
    """What may be said to a doubtful row."""
    possible = [ImportDecision.SAME] if possible_for(row) else []
    return [*possible, *([] if row.organization_id else [ImportDecision.NEW]), ImportDecision.SKIP]


def possible_for(row: ImportRow) -> list[int]:
    """The keys of the organizations that it may be the same as."""
    return [row.organization_id] if row.organization_id else list(row.candidates)


def answers_of(run: ImportRun) -> dict[int, Answer]:
    """The decisions of the run, by row number. Raises RowsUndecided while one is missing."""
    rows = run.rows.doubtful().values_list("number", "decision", "same_as_id")
    if missing := sum(not decision for _number, decision, _same_as in rows):
        raise RowsUndecided(missing)
    return {number: Answer(ImportDecision(decision), same_as) for number, decision, same_as in rows}


def reported[T](rows: Iterable[T], progress: Progress | None) -> Iterable[T]:
    for row in rows:
        yield row
        if progress:
            progress(1)


def fingerprint(row: ImportRow | Checked) -> str:
    """Equal for a row that a second check finds as the first one did."""
    if isinstance(row, Checked):
        row = row_of(ImportRun(), row.asked or row)
    said = [row.number, row.outcome, row.organization_id, row.candidates, row.values, row.remarks]
    # PostgreSQL keeps the keys of JSON in an order of its own.
    return json.dumps(said, cls=DjangoJSONEncoder, sort_keys=True)
