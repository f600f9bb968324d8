"""Why a list cannot be read, checked or imported; every message is a sentence for the person who asked."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from network.models import ImportRun
from portal.sheets import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, SheetProblem

MEGABYTE = 1024 * 1024
SENTENCES = {
    SheetProblem.TOO_LARGE: _(
        "The file is too large: at most %(megabytes)s MB. Take pictures and other sheets out of it, or cut it in two."
    ),
    SheetProblem.TOO_MANY_ROWS: _("The list has more than %(rows)s rows. Cut it in two, please."),
    SheetProblem.TOO_MANY_COLUMNS: _("The list has more than %(columns)s columns. Is it the right file?"),
    SheetProblem.OLD_OR_LOCKED: _(
        "This file is from an old Excel (.xls), or asks for a password. Open it in Excel and save it as .xlsx "
        "without a password."
    ),
    SheetProblem.UNREADABLE: _("We cannot read this file. Save the list in Excel as .xlsx, and choose that file."),
    SheetProblem.UNKNOWN_LETTERS: _(
        "We cannot read the letters of this file. Save the list in Excel as .xlsx, and choose that file."
    ),
    SheetProblem.EMPTY: _("There is nothing in this file."),
    SheetProblem.NO_SUCH_SHEET: _("The file has no such sheet."),
}
LIMITS = {"megabytes": MAX_BYTES // MEGABYTE, "rows": f"{MAX_ROWS:,}", "columns": MAX_COLUMNS}


class ImportRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught ImportRefused"
    """Something is not done with a list; the text says why and what to do."""

    message = _("This cannot be done with the list now. Please start again.")

    def __str__(self) -> str:
        return str(self.args[0] if self.args else self.message)


class NotYourImport(ImportRefused):
    """The person has no right to it; views answer 404."""

    message = _("There is no such import.")


class FileRefused(ImportRefused):
    """The file is no table that we can read."""

    def __init__(self, problem: SheetProblem) -> None:
        super().__init__(SENTENCES[problem] % LIMITS)


class NoHeadings(ImportRefused):
    message = _(
        "We found no row of headings. The list needs a row that names its columns, with the organization's name and "
        "the province among them. The empty template shows how."
    )


class FileGone(ImportRefused):
    message = _("The file of this import is deleted already, because its days are over. Please choose the file again.")


class ColumnsMissing(ImportRefused):
    message = _("Say first which column holds the name of the organization, or its code in the register.")


class OtherImportRuns(ImportRefused):
    def __init__(self, other: ImportRun) -> None:
        text = _("“%(file)s” is being imported at this moment. Nothing of yours was written: try again in a minute.")
        super().__init__(text % {"file": other.file_name})


class RowsUndecided(ImportRefused):
    def __init__(self, count: int) -> None:
        text = ngettext(
            "%(count)s doubtful row waits for your decision. Nothing was imported.",
            "%(count)s doubtful rows wait for your decision. Nothing was imported.",
            count,
        )
        super().__init__(text % {"count": count})


class RowsRefused(ImportRefused):
    def __init__(self, count: int) -> None:
        text = ngettext(
            "%(count)s row cannot be taken. Nothing was imported: correct it in the file, or leave it out.",
            "%(count)s rows cannot be taken. Nothing was imported: correct them in the file, or leave them out.",
            count,
        )
        super().__init__(text % {"count": count})


class RegisterMoved(ImportRefused):
    message = _(
        "The register has changed since the list was checked. Nothing was imported; the rows were checked anew: look "
        "at them once more."
    )
