"""A list is taken in: kept, read, and its columns settled."""

import io

import pytest
from openpyxl import Workbook

from network.enums import ImportState
from network.importing import intake
from network.importing.exceptions import (
    ColumnsMissing,
    FileGone,
    FileRefused,
    ImportRefused,
    NoHeadings,
    NotYourImport,
)
from network.models import ImportRun
from portal.sheets import SheetProblem, reading
from tests.factories.importing import checked, list_file, uploaded
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def test_a_list_is_kept_as_it_came_under_a_name_that_nobody_guesses(registrar, private_files):
    content = list_file(["มูลนิธิ ก", "เพชรบุรี"])
    run = intake.take_in(content, "C:\\งาน/รายชื่อ 2566.xlsx", by=registrar)
    assert (run.file_name, run.by, run.state) == ("รายชื่อ 2566.xlsx", registrar, ImportState.UPLOADED)
    assert intake.content_of(run) == content
    assert private_files in [*(private_files / run.file.name).parents]
    assert "รายชื่อ" not in run.file.name


def test_the_columns_are_known_by_their_headings(registrar):
    run = uploaded(["มูลนิธิ ก", "เพชรบุรี", "x"], headings=["ชื่อองค์กร", "จังหวัด", "หมายเหตุ"], by=registrar)
    assert run.fields == {0: "name", 1: "province"}
    assert run.headings == {"name": "ชื่อองค์กร", "province": "จังหวัด"}
    assert run.columns[2] == [2, "หมายเหตุ", "", ["x"]]


def test_who_may_not_import_is_told_nothing(person):
    with pytest.raises(NotYourImport):
        uploaded(["มูลนิธิ ก", "เพชรบุรี"], by=person)
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize("problem", SheetProblem)
def test_every_problem_of_a_file_has_a_sentence(problem):
    assert "%" not in str(FileRefused(problem))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileRefused),
        (b"PK\x03\x04", FileRefused),
        (b"\xd0\xcf\x11\xe0", FileRefused),
        ("ก,ข\n1,2\n".encode(), NoHeadings),
    ],
)
def test_what_is_no_list_is_refused_and_leaves_nothing(content, refusal, private_files):
    with pytest.raises(refusal):
        intake.take_in(content, "x", by=None)
    assert not ImportRun.objects.exists()
    assert not list(private_files.rglob("*.*"))


def test_a_file_that_is_too_large_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(FileRefused, match="10 MB"):
        uploaded(["มูลนิธิ ก", "เพชรบุรี"])


@pytest.fixture
def book():
    """Two sheets: notes, and a list below an empty one."""
    book = Workbook()
    book.active.title = "ว่าง"
    book.create_sheet("คำชี้แจง").append(["อ่านก่อน"])
    for number in (1, 2):
        sheet = book.create_sheet(f"ภาค {number}")
        sheet.append(["ชื่อองค์กร", "จังหวัด"])
        sheet.append([f"มูลนิธิ {number}", "เพชรบุรี"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_of_several_sheets_the_first_list_is_taken_and_another_can_be_chosen(book):
    run = intake.take_in(book, "x.xlsx", by=None)
    assert run.sheet == "ภาค 1"
    run = intake.choose_sheet(run, "ภาค 2", by=None)
    assert [row.cells["name"] for row in intake.table_of(run).rows()] == ["มูลนิธิ 2"]


@pytest.mark.parametrize(("sheet", "refusal"), [("คำชี้แจง", NoHeadings), ("ไม่มี", FileRefused), ("ว่าง", FileRefused)])
def test_a_sheet_without_a_list_leaves_the_other_one_chosen(book, sheet, refusal):
    run = intake.take_in(book, "x.xlsx", by=None)
    with pytest.raises(refusal):
        intake.choose_sheet(run, sheet, by=None)
    assert ImportRun.objects.get().sheet == "ภาค 1"


class TestColumns:
    @pytest.fixture
    def run(self):
        headings = ["ชื่อองค์กร", "จังหวัด", "รายละเอียด", "ข้อมูล"]
        return checked(["มูลนิธิ ก", "เพชรบุรี", "ปลูกป่า", "x"], headings=headings)

    def test_a_person_says_what_they_hold(self, run):
        run = intake.choose_columns(run, {0: "name", 1: "province", 2: "current_work"}, "pending", by=None)
        assert run.fields == {0: "name", 1: "province", 2: "current_work"}
        assert (run.state, run.status) == (ImportState.UPLOADED, "pending")

    def test_two_columns_for_one_field_and_fields_that_are_none_count_once_and_not_at_all(self, run):
        run = intake.choose_columns(run, {0: "name", 2: "name", 3: "password", 9: "phone"}, "listed", by=None)
        assert run.fields == {0: "name"}

    def test_one_has_to_tell_which_organization_it_is(self, run):
        with pytest.raises(ColumnsMissing):
            intake.choose_columns(run, {1: "province"}, "listed", by=None)
        assert ImportRun.objects.get().fields == {0: "name", 1: "province"}

    def test_only_those_with_the_right_say_so(self, run, person):
        with pytest.raises(NotYourImport):
            intake.choose_columns(run, {0: "name"}, "listed", by=person)


class TestForgetting:
    def test_a_list_that_was_not_imported_is_deleted_with_its_file(
        self, private_files, django_capture_on_commit_callbacks
    ):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"])
        for _ in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                intake.forget(run, by=None)
        assert not ImportRun.objects.exists()
        assert not list(private_files.rglob("*.xlsx"))

    @pytest.mark.parametrize("state", [ImportState.DONE, ImportState.RUNNING])
    def test_one_that_was_imported_or_is_being_imported_stays(self, state):
        from django.utils import timezone

        run = checked(["มูลนิธิ ก", "เพชรบุรี"])
        ImportRun.objects.update(state=state, started_at=timezone.now())
        for refused in (
            lambda: intake.forget(run, by=None),
            lambda: intake.choose_columns(run, {0: "name"}, "listed", by=None),
            lambda: intake.choose_sheet(run, "", by=None),
        ):
            with pytest.raises(ImportRefused):
                refused()

    def test_nobody_else_deletes_it(self):
        run = checked(["มูลนิธิ ก", "เพชรบุรี"])
        with pytest.raises(NotYourImport):
            intake.forget(run, by=UserFactory())

    def test_a_file_whose_days_are_over_is_missed_in_a_sentence(self, private_files):
        run = uploaded(["มูลนิธิ ก", "เพชรบุรี"])
        (private_files / run.file.name).unlink()
        with pytest.raises(FileGone):
            intake.table_of(run)
