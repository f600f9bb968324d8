"""Lists of organizations as files."""

from network.importing import intake, previewing
from network.models import ImportRun
from portal.workbooks import workbook

HEADINGS = ("ชื่อองค์กร", "จังหวัด", "โทรศัพท์")


def list_file(*rows, headings=HEADINGS) -> bytes:
    """An .xlsx with these rows."""
    return workbook("รายชื่อ", headings, [[*row, *[""] * (len(headings) - len(row))] for row in rows])


def uploaded(*rows, headings=HEADINGS, by=None, name="รายชื่อ.xlsx") -> ImportRun:
    """A list that was brought, its columns recognized."""
    return intake.take_in(list_file(*rows, headings=headings), name, by=by)


def checked(*rows, headings=HEADINGS, by=None) -> ImportRun:
    """A list that was brought and checked."""
    return previewing.preview(uploaded(*rows, headings=headings, by=by), by=by)
