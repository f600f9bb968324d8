"""The import itself: every row that can be taken, in one transaction or not at all."""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Max
from django.utils import timezone

from network.enums import ImportOutcome, ImportState
from network.importing.checking import Check, Checked
from network.importing.exceptions import ImportRefused, OtherImportRuns, RegisterMoved, RowsRefused
from network.importing.intake import check_may_import, locked_run, table_of
from network.importing.previewing import Progress, answers_of, fingerprint, keep, reported
from network.importing.writing import write
from network.models import ImportRow, ImportRun, Organization, RegisterEntry
from portal.models import User

# How often a register that is never still is tried.
ATTEMPTS = 3


def carry_out(
    run: ImportRun, *, by: User | None, without_refused: bool = False, progress: Progress | None = None
) -> ImportRun:
    """Import the list as it was checked and decided; one that is imported already stays as it is.

    `progress` is called with numbers of rows; each row is counted when it is checked, and again when it is written.

    Raises:
        OtherImportRuns: somebody else imports at this moment.
        RowsUndecided, RowsRefused: a person has to say something first.
        RegisterMoved: a second check finds something else than the first; the new one is kept.
    """
    check_may_import(by)
    if not _start(run, without_refused=without_refused):
        return ImportRun.objects.get(pk=run.pk)
    try:
        return _carried(run, by, progress)
    except BaseException:
        # Whatever went wrong, nothing was written, and the list may be tried again.
        ImportRun.objects.filter(pk=run.pk, state=ImportState.RUNNING).update(state=ImportState.CHECKED)
        raise


def _start(run: ImportRun, *, without_refused: bool) -> bool:
    """Take the one place in which an import runs; False when this one is imported already."""
    # Asked before the database is locked: on SQLite nobody else gets a word in while an import writes.
    _check_alone()
    try:
        with transaction.atomic():
            present = locked_run(run)
            if present.state == ImportState.DONE:
                return False
            if present.is_running:
                raise OtherImportRuns(present)
            if present.state == ImportState.UPLOADED:
                raise ImportRefused
            answers_of(present)
            refused = present.counts.get(ImportOutcome.REFUSED, 0)
            if refused and not without_refused:
                raise RowsRefused(refused)
            ImportRun.objects.given_up().update(state=ImportState.CHECKED)
            present.state, present.started_at = ImportState.RUNNING, timezone.now()
            present.save(update_fields=["state", "started_at"])
    except IntegrityError:
        _check_alone()
        raise
    return True


def _check_alone() -> None:
    if other := ImportRun.objects.running().select_related("by").first():
        raise OtherImportRuns(other)


def _carried(run: ImportRun, by: User | None, progress: Progress | None) -> ImportRun:
    """Check again, compare, write. The long check stands outside the transaction, for which others have to wait."""
    for _attempt in range(ATTEMPTS):
        before = _stamp()
        found = list(reported(Check(answers_of(run)).rows(table_of(run).rows()), progress))
        if [fingerprint(row) for row in run.rows.order_by("number")] != [fingerprint(checked) for checked in found]:
            _keep_anew(run, found)
            raise RegisterMoved
        with transaction.atomic():
            if _stamp() == before:
                return write(locked_run(run), found, by=by, progress=progress)
    raise RegisterMoved


def _stamp() -> tuple[Any, ...]:
    """What changes whenever a row of the register does."""
    entries = RegisterEntry.objects.aggregate(Count("pk"), Max("updated_at"))
    return *entries.values(), *Organization.objects.aggregate(Count("pk"), Max("latest_revision_id")).values()


def _keep_anew(run: ImportRun, found: Iterable[Checked]) -> None:
    """Keep a newer check; what was decided on a row that is still the same stays decided."""
    with transaction.atomic():
        present = locked_run(run)
        decided = {row.number: row for row in present.rows.exclude(decision="")}
        keep(present, [checked.asked or checked for checked in found])
        again = [row for row in present.rows.filter(number__in=list(decided)) if _is_still(row, decided[row.number])]
        for row in again:
            was = decided[row.number]
            row.decision, row.same_as_id, row.decided_by_id = was.decision, was.same_as_id, was.decided_by_id
        ImportRow.objects.bulk_update(again, ["decision", "same_as", "decided_by"], batch_size=500)


def _is_still(row: ImportRow, was: ImportRow) -> bool:
    return fingerprint(row) == fingerprint(was)
