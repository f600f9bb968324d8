from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from network.importing import exporting


class Command(BaseCommand):
    help = "Writes the whole register as a list that import_organizations understands: .xlsx or .csv, by the name."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", choices=["th", "en"], default="th", help="Of headings, dates and provinces.")

    def handle(self, *args: Any, **options: Any) -> None:
        path, language = options["file"], options["language"]
        organizations = exporting.exported()
        if path.suffix.lower() == ".csv":
            content = exporting.as_csv(organizations, language)
        elif path.suffix.lower() == ".xlsx":
            content = exporting.as_workbook(_("Organizations"), organizations, language)
        else:
            raise CommandError(_("The name of the file must end in .xlsx or .csv."))
        # Names and phone numbers of people: for the operator's eyes alone.
        path.touch(mode=0o600)
        path.write_bytes(content)
        self.stdout.write(_("%(count)s organizations written.") % {"count": organizations.count()})
