"""The register as a list: taken out, brought back, and nothing has changed."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from network.enums import EntryStatus, LegalForm
from network.importing import exporting, intake, previewing
from network.importing.carrying import carry_out
from network.importing.headings import heading
from network.models import ImportRun, Organization, RegisterEntry
from portal.sheets import read_sheet
from tests.factories.importing import checked
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
WAYS = {
    ("xlsx", "th"): lambda: exporting.as_workbook("x", exporting.exported(), "th"),
    ("xlsx", "en"): lambda: exporting.as_workbook("x", exporting.exported(), "en"),
    ("csv", "th"): lambda: exporting.as_csv(exporting.exported(), "th"),
    ("csv", "en"): lambda: exporting.as_csv(exporting.exported(), "en"),
}
# What a person may have typed anywhere: both digits, quotes, what Excel would calculate, long texts, line breaks.
letters = st.sampled_from("กขคงมวสอเแไะาิีุูํ์่้๊๐๑๒๓๙0189aZé=+-@'\"“”,;\t\n\r /()[]#\u200b\u00a0\u0e33&<>_")
texts = st.text(letters | st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)
names = texts.filter(lambda text: any(map(str.isalnum, text)))


def everything(**facts) -> Organization:
    """An organization about which all is known."""
    issues = [IssueFactory(name="น้ำ", name_en="Water"), IssueFactory(name="เด็กและเยาวชน", name_en="Children")]
    profile = {
        "name": "ตัวอย่าง สมาคมที่ ๓",
        "name_en": "Sample",
        "other_names": "ส.ต.ย.; ก",
        "year_started": 1998,
        "target_groups": "ชาวประมง",
        "target_groups_en": "fishers",
        "current_work": "ปลูกป่า\nทำฝาย",
        "current_work_en": "Forests",
        "leader_name": "น.ส.ก ข",
        "phone": "+6632400111;ext=12",
        "email": "a@example.org",
        "line_id": "@a",
        "website": "https://example.org/",
        "facebook": "https://example.org/fb",
        "address": "89 หมู่ 4\nต.โพไร่หวาน อ.ท่ายาง จ.เพชรบุรี",
        "address_en": "89 Moo 4",
    }
    entry = {
        "entry__district": "เขตท่ายาง",
        "entry__district_en": "Tha Yang",
        "entry__legal_form": LegalForm.PUBLIC_BENEFIT,
        "entry__registration_number": "๑/๒๕๔๑",
        "entry__registered_on": "1998-01-12",
    }
    return OrganizationFactory(**{**profile, **entry, "issues": issues, **facts})


def brought_back(content) -> ImportRun:
    return previewing.preview(intake.take_in(content, "x", by=None), by=None)


@pytest.mark.parametrize("way", WAYS, ids="-".join)
class TestTheRoundTrip:
    def test_a_list_of_ours_changes_nothing(self, way):
        everything()
        OrganizationFactory(name_en="", phone="ไม่มีเบอร์", entry__status=EntryStatus.PENDING)
        OrganizationFactory(name="=1+1", name_en="'=2", phone="02 000 1001", email="ผิด", website="https://ผิด")
        run = brought_back(WAYS[way]())
        assert run.counts == {"same": 3}
        assert [row.remarks for row in run.rows.all()] == [[], [], []]

    def test_every_column_of_it_is_known(self, way):
        everything()
        run = brought_back(WAYS[way]())
        assert [field for _index, _heading, field, _samples in run.columns] == list(exporting.EXPORTED)

    def test_without_the_code_the_name_and_the_province_tell_which_it_is(self, way):
        organization = everything()
        content = WAYS[way]()
        run = intake.take_in(content, "x", by=None)
        fields = {index: field for index, field in run.fields.items() if field != "code"}
        run = previewing.preview(intake.choose_columns(run, fields, "listed", by=None), by=None)
        assert (run.counts, run.rows.get().organization) == ({"same": 1}, organization)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        name=names,
        name_en=texts,
        other_names=texts,
        target_groups=texts,
        current_work=st.one_of(texts, texts.map(lambda text: text * 200)),
        leader_name=texts,
        phone=texts,
        email=texts,
        line_id=texts,
        website=texts,
        facebook=texts,
        address=texts,
        entry__district=texts,
        entry__registration_number=texts,
    )
    def test_whatever_was_typed(self, way, **facts):
        Organization.objects.all().delete()
        OrganizationFactory(**facts)
        run = brought_back(WAYS[way]())
        assert (run.counts, run.rows.get().values) == ({"same": 1}, {}), run.rows.get().remarks


def test_a_changed_cell_of_our_list_is_the_only_change():
    organization = everything()
    book = load_workbook(io.BytesIO(exporting.as_workbook("x", exporting.exported(), "th")))
    column = list(exporting.EXPORTED).index("current_work") + 1
    book.active.cell(row=2, column=column).value = "ดูแลป่าชายเลน"
    file = io.BytesIO()
    book.save(file)
    row = brought_back(file.getvalue()).rows.get()
    assert (row.organization, row.values) == (organization, {"current_work": "ดูแลป่าชายเลน"})


def test_a_list_of_ours_enters_the_same_organizations_into_an_empty_register():
    everything()
    content = exporting.as_workbook("x", exporting.exported(), "th")
    before = list(exporting.rows(exporting.exported(), "th"))
    RegisterEntry.objects.all().delete()
    Organization.objects.all().delete()
    carry_out(brought_back(content), by=None)
    after = list(exporting.rows(exporting.exported(), "th"))
    # A title is written in full.
    assert after == [[text.replace("น.ส.", "นางสาว") for text in row] for row in before]


def test_what_was_merged_into_another_is_left_out():
    OrganizationFactory(entry__status=EntryStatus.MERGED)
    assert list(exporting.rows(exporting.exported(), "th")) == []


def test_a_csv_calculates_nothing_in_excel():
    OrganizationFactory(name='=HYPERLINK("x")')
    assert '"\'=HYPERLINK(""x"")"' in exporting.as_csv(exporting.exported(), "th").decode("utf-8-sig")


@pytest.mark.parametrize("count", [1, 4])
def test_an_export_asks_the_database_as_often_for_one_as_for_many(count, django_assert_num_queries):
    for _ in range(count):
        everything()
    with django_assert_num_queries(3):
        exporting.as_workbook("x", exporting.exported(), "th")


def test_the_template_is_a_list_without_rows():
    assert read_sheet(exporting.template("th")).rows == [[heading(field, "th") for field in exporting.EXPORTED]]


class TestWhatRemains:
    @pytest.fixture
    def run(self):
        ProvinceFactory()
        headings = ["ลำดับ", "ชื่อองค์กร", "จังหวัด", "โทรศัพท์", "หมายเหตุ"]
        return checked(
            ["1", "มูลนิธิ ก", "เพชรบุรี", "0812345678", "ดี"],
            ["2", "มูลนิธิ ข", "ภาคใต้", "123", "=แย่"],
            ["3", "มูลนิธิ ก", "เพชรบุรี", "032400111", ""],
            headings=headings,
        )

    def test_the_rows_come_back_as_they_were_with_the_reasons_behind_them(self, run):
        rows = read_sheet(exporting.remaining(run, "th")).rows
        assert rows[0] == ["ลำดับ", "ชื่อองค์กร", "จังหวัด", "โทรศัพท์", "หมายเหตุ", "เหตุผลจากการนำเข้า"]
        assert [row[:5] for row in rows[1:]] == [
            ["2", "มูลนิธิ ข", "ภาคใต้", "123", "=แย่"],
            ["3", "มูลนิธิ ก", "เพชรบุรี", "032400111", None],
        ]
        assert "แถว 3 คอลัมน์ จังหวัด: ไม่รู้จักจังหวัด “ภาคใต้”" in rows[1][5]
        assert "แถว 4: แถว 2 เป็นองค์กรเดียวกัน แต่ข้อมูลต่างกันที่ โทรศัพท์" in rows[2][5]

    def test_corrected_they_are_a_list_again(self, run):
        content = exporting.remaining(run, "en")
        again = intake.take_in(content, "x.xlsx", by=None)
        assert again.fields[5] == "reasons"
        assert previewing.preview(again, by=None).counts == {"refused": 1, "new": 1}

    def test_a_formula_without_a_result_does_not_come_back_as_a_text(self):
        book = Workbook()
        for row in (["ชื่อองค์กร", "จังหวัด"], ["=A1", "เพชรบุรี"]):
            book.active.append(row)
        file = io.BytesIO()
        book.save(file)
        assert read_sheet(exporting.remaining(brought_back(file.getvalue()), "th")).rows[1][:2] == [None, "เพชรบุรี"]
