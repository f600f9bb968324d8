"""What an operator types."""

import io

import pytest
from django.core.management import CommandError, call_command

from network.importing import exporting
from network.models import ImportRun, Organization
from portal.sheets import read_sheet
from tests.factories.importing import list_file
from tests.factories.network import OrganizationFactory, ProvinceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
GOOD = ["มูลนิธิ ก", "เพชรบุรี", "0812345678"]
BAD = ["มูลนิธิ ข", "ภาคใต้", "0812345678"]
ALIKE = ["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", ""]


@pytest.fixture(autouse=True)
def province():
    return ProvinceFactory()


@pytest.fixture
def known():
    return OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")


@pytest.fixture
def command(tmp_path):
    """Runs the command on a list of these rows; returns what it says on both streams."""

    def run(*rows, options=(), **kwargs):
        path = tmp_path / "รายชื่อ.xlsx"
        path.write_bytes(list_file(*rows, **kwargs))
        out, err = io.StringIO(), io.StringIO()
        call_command("import_organizations", str(path), *options, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    return run


def count():
    return Organization.objects.count()


def test_a_list_is_imported_and_told_in_sentences(command):
    out, err = command(GOOD)
    assert count() == 1
    assert "เพิ่มใหม่: 1" in out
    assert "นำเข้าแล้ว: เพิ่มใหม่ 1" in out
    # Nobody watches: no bar.
    assert err == ""


def test_a_rehearsal_leaves_nothing(command):
    out, _err = command(GOOD, options=["--dry-run"])
    assert "เพิ่มใหม่: 1" in out
    assert (count(), ImportRun.objects.count()) == (0, 0)


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_refused_row_stops_it_with_its_reason(command, options, capsys):
    with pytest.raises(CommandError):
        command(GOOD, BAD, options=options)
    assert count() == 0


def test_the_reasons_are_named_by_cell(command):
    out, _err = command(GOOD, BAD, options=["--without-refused"])
    assert "แถว 3 คอลัมน์ จังหวัด: ไม่รู้จักจังหวัด “ภาคใต้”" in out
    assert count() == 1


def test_doubtful_rows_stop_it_and_wait_in_the_cms(command, known):
    with pytest.raises(CommandError, match="1"):
        command(GOOD, ALIKE)
    assert count() == 1
    assert ImportRun.objects.get().rows.undecided().count() == 1


@pytest.mark.parametrize(("answer", "after"), [("skip", 2), ("new", 3)])
def test_doubtful_rows_are_left_out_or_taken_when_told_so(command, known, answer, after):
    command(GOOD, ALIKE, options=["--doubtful", answer])
    assert count() == after


def test_a_rehearsal_that_was_told_everything_succeeds(command, known):
    command(GOOD, BAD, ALIKE, options=["--dry-run", "--doubtful", "skip", "--without-refused"])
    assert count() == 1


def test_a_long_list_of_reasons_is_cut_and_the_report_has_them_all(command, tmp_path):
    report = tmp_path / "report.xlsx"
    out, _err = command(
        *[[f"มูลนิธิ {number}", "x"] for number in range(23)], options=["--without-refused", "--report", str(report)]
    )
    assert "อีก 3 แถว" in out
    assert len(read_sheet(report.read_bytes()).rows) == 24


class TestColumns:
    HEADINGS = ("ชื่อองค์กร", "จังหวัด", "เบอร์กลุ่ม")

    def test_those_that_are_not_used_are_named(self, command):
        out, _err = command(GOOD, headings=self.HEADINGS)
        assert "คอลัมน์ที่ไม่ได้ใช้: เบอร์กลุ่ม" in out
        assert Organization.objects.get().phone == ""

    def test_one_is_said_to_hold_something(self, command):
        command(GOOD, headings=self.HEADINGS, options=["--column", "เบอร์กลุ่ม=phone"])
        assert Organization.objects.get().phone == "+66812345678"

    def test_one_is_left_out(self, command):
        command(GOOD, options=["--column", "โทรศัพท์="])
        assert Organization.objects.get().phone == ""

    @pytest.mark.parametrize("column", ["ไม่มี=phone", "จังหวัด=password", "จังหวัด"])
    def test_a_slip_is_told_and_leaves_nothing(self, command, column):
        with pytest.raises(CommandError):
            command(GOOD, options=["--column", column])
        assert not ImportRun.objects.exists()


def test_who_imports_is_named_and_needs_the_right(command, registrar):
    command(GOOD, options=["--by", registrar.email])
    assert ImportRun.objects.get().done_by == registrar
    for email in (UserFactory().email, "nobody@example.org"):
        with pytest.raises(CommandError):
            command(GOOD, options=["--by", email])


def test_new_ones_may_wait(command):
    command(GOOD, options=["--status", "pending"])
    assert Organization.objects.get().entry.status == "pending"


@pytest.mark.parametrize("content", [None, b"x"])
def test_a_file_that_cannot_be_read_is_told(tmp_path, content):
    path = tmp_path / "x.xlsx"
    if content:
        path.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("import_organizations", str(path))


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_what_is_exported_is_imported_without_a_change(tmp_path, known, suffix):
    path, out = tmp_path / f"list.{suffix}", io.StringIO()
    call_command("export_organizations", str(path), stdout=out)
    assert path.stat().st_mode & 0o077 == 0
    call_command("import_organizations", str(path), stdout=out)
    assert "เหมือนเดิม: 1" in out.getvalue()


def test_an_export_has_the_headings_of_its_language(tmp_path, known):
    path = tmp_path / "list.xlsx"
    call_command("export_organizations", str(path), "--language", "en", stdout=io.StringIO())
    assert read_sheet(path.read_bytes()).rows[0] == exporting.headings("en")


def test_an_export_to_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(CommandError):
        call_command("export_organizations", str(tmp_path / "list.pdf"))
