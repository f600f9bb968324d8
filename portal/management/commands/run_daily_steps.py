from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.daily import Tally, daily_steps, run_step


class Command(BaseCommand):
    help = "Does what each day brings: reminders, hand-ups, deletions. Safe to run twice, late, or at once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say what would be done, and change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        dry = options["dry_run"]
        if dry:
            self.stdout.write(_("A rehearsal: nothing is changed."))
        tallies = [self.report(run_step(step, dry=dry)) for step in daily_steps()]
        if failed := sum(tally.failed for tally in tallies):
            raise CommandError(
                ngettext(
                    "%(count)d thing could not be done; the log above says which. It is tried again the next time.",
                    "%(count)d things could not be done; the log above says which. They are tried again the next time.",
                    failed,
                )
                % {"count": failed}
            )

    def report(self, tally: Tally) -> Tally:
        line = f"{tally.name}: {tally.done}"
        if tally.failed:
            line += " " + _("(failed: %(count)d)") % {"count": tally.failed}
        self.stdout.write(line)
        return tally
