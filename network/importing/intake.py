"""Take a list in: keep its file, find its table, and settle what its columns hold."""

import hashlib
from collections.abc import Mapping
from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from network.enums import ImportState
from network.importing.exceptions import ColumnsMissing, FileGone, FileRefused, ImportRefused, NoHeadings, NotYourImport
from network.importing.headings import LEFT_ALONE, fields
from network.importing.table import NoHeadingsError, Table, found_table
from network.models import ImportRun
from network.permissions import user_can_import
from portal.models import User
from portal.sheets import SheetError, SheetProblem, read_sheet, sheet_names

NAME_LENGTH = 150


def take_in(content: bytes, name: str, *, by: User | None, sheet: str = "") -> ImportRun:
    """Keep the file, with its columns as far as their headings are known; `by` None is the operator's command.

    Raises:
        NotYourImport: the person imports no lists.
        FileRefused, NoHeadings: it is no table that we can read.
    """
    check_may_import(by)
    table = _table(content, sheet)
    run = ImportRun(file_name=PurePath(name).name[-NAME_LENGTH:], digest=hashlib.sha256(content).hexdigest(), by=by)
    _note_table(run, table)
    # Under a name nobody can guess, and never under one that somebody has typed.
    suffix = ".xlsx" if sheet_names(content) != [""] else ".csv"
    run.file.save(f"{uuid4().hex}{suffix}", ContentFile(content), save=False)
    run.save()
    return run


def choose_sheet(run: ImportRun, sheet: str, *, by: User | None) -> ImportRun:
    """Read another sheet of the same file; its columns are found anew. Raises ImportRefused."""
    check_may_import(by)
    table = _table(content_of(run), sheet)
    with transaction.atomic():
        present = locked_run(run)
        check_open(present)
        _note_table(present, table)
        present.state = ImportState.UPLOADED
        present.save()
        present.rows.all().delete()
    return present


def choose_columns(run: ImportRun, chosen: Mapping[int, str], status: str, *, by: User | None) -> ImportRun:
    """What each column holds, by its index, and the status that new organizations get.

    Raises:
        ColumnsMissing: no column tells which organization it is.
    """
    check_may_import(by)
    known = {*fields(), *LEFT_ALONE}
    with transaction.atomic():
        present = locked_run(run)
        check_open(present)
        taken: set[str] = set()
        for column in present.columns:
            field = chosen.get(column[0], "")
            # One column for each field: the first that is said to hold it.
            column[2] = field if field in known and field not in taken else ""
            taken.add(column[2])
        if not {"name", "code"} & taken:
            raise ColumnsMissing
        present.status = status
        present.state = ImportState.UPLOADED
        present.save()
    return present


def forget(run: ImportRun, *, by: User | None) -> None:
    """Delete a list that was not imported, its file and its rows; harmless when it is gone."""
    check_may_import(by)
    with transaction.atomic():
        present = ImportRun.objects.select_for_update(of=("self",), no_key=True).filter(pk=run.pk).first()
        if present is None:
            return
        check_open(present)
        drop_file(present)
        present.delete()


def drop_file(run: ImportRun) -> None:
    """Delete the stored file once the transaction is committed."""
    if name := run.file.name:
        storage = run.file.storage
        transaction.on_commit(lambda: storage.delete(name))
        run.file = ""


def locked_run(run: ImportRun) -> ImportRun:
    """The run as it is now, its row locked. Raises NotYourImport when somebody has deleted it."""
    present = ImportRun.objects.select_for_update(of=("self",), no_key=True).filter(pk=run.pk).first()
    if present is None:
        raise NotYourImport
    return present


def content_of(run: ImportRun) -> bytes:
    """The bytes of the file as it was brought. Raises FileGone."""
    if not run.file:
        raise FileGone
    try:
        with run.file.open() as file:
            return file.read()
    except FileNotFoundError:
        raise FileGone from None


def table_of(run: ImportRun) -> Table:
    """The list with its columns as they were settled. Raises ImportRefused."""
    return _table(content_of(run), run.sheet).with_fields(run.fields)


def _table(content: bytes, sheet: str) -> Table:
    """The table of the sheet, or of the first sheet that has one."""
    refusal: ImportRefused = FileRefused(SheetProblem.EMPTY)
    try:
        for name in [sheet] if sheet else sheet_names(content):
            try:
                return found_table(read_sheet(content, name))
            except NoHeadingsError:
                refusal = NoHeadings()
            except SheetError as error:
                # A book may begin with an empty sheet.
                if error.problem != SheetProblem.EMPTY:
                    raise
    except SheetError as error:
        raise FileRefused(error.problem) from None
    raise refusal


def check_may_import(by: User | None) -> None:
    if by is not None and not user_can_import(by):
        raise NotYourImport


def check_open(run: ImportRun) -> None:
    if run.state == ImportState.DONE or run.is_running:
        raise ImportRefused


def _note_table(run: ImportRun, table: Table) -> None:
    run.sheet, run.heading_row = table.sheet.name[:100], table.heading_row
    run.columns = [[c.index, c.heading, c.field, [text[:80] for text in c.samples]] for c in table.columns]
    run.counts = {}
