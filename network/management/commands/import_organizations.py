from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from tqdm import tqdm

from network.enums import EntryStatus, ImportDecision, ImportOutcome
from network.importing import exporting, intake, previewing
from network.importing.carrying import carry_out
from network.importing.exceptions import ImportRefused
from network.importing.headings import fields
from network.models import ImportRun
from portal.models import User

# So many rows are named on the screen; the rest stands in the report.
NAMED = 20
OPEN = (ImportOutcome.REFUSED, ImportOutcome.DOUBTFUL)


class Command(BaseCommand):
    help = (
        "Imports a list of organizations (.xlsx or .csv), all of it or nothing. Ends with 1 when rows are refused or "
        "doubtful, unless it was told what to do with them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done, and change nothing.")
        parser.add_argument("--sheet", default="", help="The sheet to read; the first one that holds a list.")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="HEADING=FIELD",
            help=f"What a column holds that is not recognized; no field leaves it out. Fields: {', '.join(fields())}",
        )
        parser.add_argument(
            "--status",
            choices=[EntryStatus.LISTED.value, EntryStatus.PENDING.value],
            default=EntryStatus.LISTED.value,
            help="Whether new organizations are shown in the directory at once (listed).",
        )
        parser.add_argument(
            "--doubtful",
            choices=[ImportDecision.SKIP.value, ImportDecision.NEW.value],
            help="Leave doubtful rows out, or take them all. Without it they are kept to be decided in the CMS.",
        )
        parser.add_argument("--without-refused", action="store_true", help="Import the others when rows are refused.")
        parser.add_argument("--report", type=Path, help="Write refused and doubtful rows with their reasons (.xlsx).")
        parser.add_argument("--by", default="", metavar="EMAIL", help="Who imports, for the log; needs the right.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.imported(**options)
        except ImportRefused as refusal:
            raise CommandError(str(refusal)) from None

    def imported(self, **options: Any) -> None:
        by = person(options["by"])
        run = self.taken_in(options, by)
        rows = sum(1 for _row in intake.table_of(run).rows())
        with self.bar(_("Checking"), rows) as progress:
            run = previewing.preview(run, by=by, progress=progress)
        self.tell(run)
        if options["report"]:
            options["report"].write_bytes(exporting.remaining(run, get_language() or "th"))
        if options["dry_run"]:
            self.stdout.write(_("A rehearsal: nothing is changed."))
            # Kept by the database until now, since the report is written from there.
            intake.forget(run, by=by)
            self.stop(run, options)
            return
        if options["doubtful"]:
            previewing.decide_rest(run, ImportDecision(options["doubtful"]), by=by)
        with self.bar(_("Importing"), 2 * rows) as progress:
            run = carry_out(run, by=by, without_refused=options["without_refused"], progress=progress)
        done = _("Imported: %(new)s new, %(changed)s changed, %(skipped)s left out, %(refused)s refused.") % run.result
        self.stdout.write(self.style.SUCCESS(done))

    def taken_in(self, options: dict[str, Any], by: User | None) -> ImportRun:
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from None
        run = intake.take_in(content, options["file"].name, by=by, sheet=options["sheet"])
        chosen = run.fields | self.chosen(run, options["column"])
        return intake.choose_columns(run, chosen, options["status"], by=by)

    def chosen(self, run: ImportRun, columns: list[str]) -> dict[int, str]:
        """What --column says, by the index of the column."""
        indexes = {heading: index for index, heading, *_rest in run.columns}
        found = {}
        for column in columns:
            heading, _sign, field = column.rpartition("=")
            if heading not in indexes or field not in {"", *fields()}:
                intake.forget(run, by=None)
                raise CommandError(_("“%(column)s” names no column, or no field.") % {"column": column})
            found[indexes[heading]] = field
        return found

    def tell(self, run: ImportRun) -> None:
        """The columns that are not used, how many rows of each kind, and why some cannot be taken."""
        if unused := [heading or _("(no heading)") for _i, heading, field, *_samples in run.columns if not field]:
            self.stdout.write(_("Columns that are not used: %(columns)s") % {"columns": ", ".join(unused)})
        for outcome in ImportOutcome:
            self.stdout.write(f"{outcome.label}: {run.counts.get(outcome, 0)}")
        rows = run.rows.filter(outcome__in=OPEN)
        for row in rows[:NAMED]:
            self.stdout.write(f"  {exporting.reasons(row, run)}".replace("\n", "\n  "))
        if (more := rows.count() - NAMED) > 0:
            self.stdout.write(_("  … and %(count)s more; --report writes them all.") % {"count": more})

    def stop(self, run: ImportRun, options: dict[str, Any]) -> None:
        """After a rehearsal: fail where the import would."""
        refused = 0 if options["without_refused"] else run.counts.get(ImportOutcome.REFUSED, 0)
        doubtful = 0 if options["doubtful"] else run.counts.get(ImportOutcome.DOUBTFUL, 0)
        if refused or doubtful:
            text = _("The import would stop here: %(refused)s rows refused, %(doubtful)s doubtful.")
            raise CommandError(text % {"refused": refused, "doubtful": doubtful})

    @contextmanager
    def bar(self, what: str, total: int) -> Iterator[Callable[[int], object]]:
        # tqdm asks the stream whether anybody watches: a log file gets no bar.
        with tqdm(desc=what, total=total, unit="", disable=None, file=self.stderr._out) as bar:
            yield bar.update


def person(email: str) -> User | None:
    if not email:
        return None
    found = User.objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise CommandError(_("Nobody has the e-mail address %(email)s.") % {"email": email})
    return found
