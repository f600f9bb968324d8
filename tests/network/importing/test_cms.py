"""Lists in the CMS: every page of the way, who may not walk it, and what leaves the room."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import Workbook
from wagtail.log_actions import registry

from network.enums import ImportState
from network.importing import exporting, intake
from network.models import ImportRun, Organization
from portal.sheets import read_sheet, reading
from tests.factories.importing import HEADINGS, checked, list_file, uploaded
from tests.factories.network import OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
GOOD = ["มูลนิธิ ก", "เพชรบุรี", "0812345678"]
BAD = ["มูลนิธิ ข", "ภาคใต้", "0812345678"]
ALIKE = ["มูลนิธิคนรักเมืองเพชร", "เพชรบุรี", "0812345678"]
# One for the page itself whatever its rows; see the two tests of each.
ROW_QUERIES = 19
HISTORY_QUERIES = 12


def at(name, *args, **query):
    return reverse(f"network_imports:{name}", args=args, query=query or None)


def file(content, name="รายชื่อ.xlsx"):
    return {"file": SimpleUploadedFile(name, content)}


@pytest.fixture(autouse=True)
def province():
    return ProvinceFactory()


@pytest.fixture
def known():
    return OrganizationFactory(name="สมาคมคนรักเมืองเพชร", name_en="")


class TestDoors:
    ROOMS = ("index", "template", "export", "sample")
    OF_A_LIST = ("columns", "sheet", "rows", "decide", "decide_rest", "carry", "delete", "file", "remaining")

    @pytest.fixture
    def addresses(self):
        run = checked(GOOD)
        return [*map(at, self.ROOMS), *(at(name, run.pk) for name in self.OF_A_LIST)]

    @pytest.mark.parametrize("person_of", ["editor", "outsider"])
    def test_nobody_else_finds_them(self, client, addresses, person_of, request):
        client.force_login(request.getfixturevalue(person_of))
        for address in addresses:
            assert client.get(address).status_code == 404, address
            assert client.post(address).status_code == 404, address

    def test_a_stranger_is_asked_to_sign_in(self, client, addresses):
        for address in addresses:
            assert reverse("account_login") in client.get(address).url

    def test_the_menu_shows_them_to_those_who_may_only(self, desk, client, editor):
        assert at("index") in desk.get(reverse("wagtailadmin_home")).text
        client.force_login(editor)
        assert at("index") not in client.get(reverse("wagtailadmin_home")).text

    def test_what_changes_something_is_not_done_by_looking(self, desk):
        run = checked(GOOD)
        for name in ("sheet", "decide", "decide_rest", "carry"):
            assert desk.get(at(name, run.pk)).status_code == 405
        assert not Organization.objects.exists()

    def test_what_is_not_there_is_not_found(self, desk):
        for name in self.OF_A_LIST:
            address = at(name, 99)
            assert {desk.get(address).status_code, desk.post(address).status_code} <= {404, 405}


class TestTheFirstPage:
    def test_a_list_is_taken_in_and_its_columns_are_next(self, desk, registrar):
        response = desk.post(at("index"), file(list_file(GOOD)))
        run = ImportRun.objects.get()
        assert response.url == at("columns", run.pk)
        assert (run.file_name, run.by) == ("รายชื่อ.xlsx", registrar)

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({}, "เลือกไฟล์ก่อน"),
            (file(b""), "ไฟล์นี้ว่างเปล่า"),
            (file(b"PK\x03\x04"), "เปิดอ่านไฟล์นี้ไม่ได้"),
            (file("ก,ข\n1,2".encode()), "ไม่พบแถวหัวตาราง"),
        ],
    )
    def test_what_is_no_list_is_told_beside_the_field(self, desk, data, sentence):
        response = desk.post(at("index"), data)
        assert response.status_code == 422
        assert sentence in response.text
        assert not ImportRun.objects.exists()

    def test_a_large_file_is_refused_before_it_is_read(self, desk, monkeypatch):
        monkeypatch.setattr("network.forms.importing.MAX_BYTES", 10)
        monkeypatch.setattr(reading, "MAX_BYTES", 10**9)
        response = desk.post(at("index"), file(list_file(GOOD)))
        assert response.status_code == 422
        assert "ไฟล์ใหญ่เกินไป" in response.text

    @pytest.mark.parametrize("count", [1, 4])
    def test_the_history_costs_as_many_queries_for_one_as_for_many(
        self, desk, registrar, count, django_assert_num_queries
    ):
        for _ in range(count):
            checked(GOOD, by=registrar)
        desk.get(at("index"))
        with django_assert_num_queries(HISTORY_QUERIES):
            page = desk.get(at("index")).text
        assert page.count("รายชื่อ.xlsx") == count

    def test_the_sample_is_of_the_demo_alone(self, desk, settings):
        assert at("sample") not in desk.get(at("index")).text
        assert desk.get(at("sample")).status_code == 404
        settings.DEMO = True
        assert at("sample") in desk.get(at("index")).text
        assert len(read_sheet(desk.get(at("sample")).content).rows) > 30

    def test_an_english_reader_reads_english(self, desk, registrar):
        registrar.wagtail_userprofile.preferred_language = "en"
        registrar.wagtail_userprofile.save()
        page = desk.get(at("index")).text
        assert "at most 10 MB and 20,000 rows" in page
        assert "ไม่เกิน" not in page


class TestColumns:
    @pytest.fixture
    def run(self, registrar):
        return uploaded([*GOOD, "ปลูกป่า"], headings=[*HEADINGS, "รายละเอียด"], by=registrar)

    def test_each_is_shown_with_what_it_is_taken_for(self, desk, run):
        page = desk.get(at("columns", run.pk))
        form = page.context["form"]
        assert [column["field"].value() for column in form.columns] == ["name", "province", "phone", ""]
        assert "ปลูกป่า" in page.text

    def test_checked_they_lead_to_the_rows(self, desk, run):
        data = {"column-0": "name", "column-1": "province", "column-3": "current_work", "status": "pending"}
        assert desk.post(at("columns", run.pk), data).url == at("rows", run.pk)
        run.refresh_from_db()
        assert (run.fields, run.status) == ({0: "name", 1: "province", 3: "current_work"}, "pending")
        assert run.rows.get().values["current_work"] == "ปลูกป่า"

    @pytest.mark.parametrize(
        ("data", "sentence"),
        [
            ({"column-1": "province", "status": "listed"}, "เลือกก่อนว่าคอลัมน์ใดเป็นชื่อองค์กร"),
            ({"column-0": "name", "column-3": "name", "status": "listed"}, "คอลัมน์ “ชื่อองค์กร” ใช้ข้อมูลนี้แล้ว"),
            ({"column-0": "name"}, "status"),
            ({"column-0": "password", "status": "listed"}, "column-0"),
        ],
    )
    def test_what_does_not_go_together_is_told_and_what_was_chosen_stays(self, desk, run, data, sentence):
        response = desk.post(at("columns", run.pk), data)
        assert response.status_code == 422
        assert sentence in response.text
        assert not run.rows.exists()

    def test_the_same_file_a_second_time_is_told(self, desk, run):
        assert "ไฟล์นี้เคยนำเข้าแล้ว" not in desk.get(at("columns", run.pk)).text
        again = intake.take_in(intake.content_of(run), "x.xlsx", by=None)
        ImportRun.objects.filter(pk=run.pk).update(state=ImportState.DONE, done_at=timezone.now())
        assert "ไฟล์นี้เคยนำเข้าแล้ว" in desk.get(at("columns", again.pk)).text

    def test_after_the_import_they_are_not_changed(self, desk, run):
        ImportRun.objects.update(state=ImportState.DONE)
        assert desk.get(at("columns", run.pk)).url == at("rows", run.pk)
        assert desk.post(at("columns", run.pk), {"column-0": "name", "status": "listed"}).url == at("rows", run.pk)

    def test_a_file_that_is_gone_is_told(self, desk, run, private_files):
        (private_files / run.file.name).unlink()
        assert desk.get(at("columns", run.pk)).status_code == 200
        data = {"column-0": "name", "column-1": "province", "status": "listed"}
        assert "ถูกลบไปแล้ว" in desk.post(at("columns", run.pk), data, follow=True).text


class TestSheets:
    @pytest.fixture
    def run(self):
        book = Workbook()
        for number in (1, 2):
            sheet = book.create_sheet(f"ภาค {number}")
            for row in (HEADINGS, [f"มูลนิธิ {number}", "เพชรบุรี", ""]):
                sheet.append(list(row))
        content = io.BytesIO()
        book.save(content)
        return intake.take_in(content.getvalue(), "x.xlsx", by=None)

    def test_another_one_can_be_chosen(self, desk, run):
        assert "ภาค 2" in desk.get(at("columns", run.pk)).text
        assert desk.post(at("sheet", run.pk), {"sheet": "ภาค 2"}).url == at("columns", run.pk)
        run.refresh_from_db()
        assert run.sheet == "ภาค 2"

    def test_one_that_is_none_is_told(self, desk, run):
        assert "ไม่มีแผ่นงานนี้" in desk.post(at("sheet", run.pk), {"sheet": "x"}, follow=True).text

    def test_of_one_sheet_nothing_is_asked(self, desk):
        assert at("sheet", 1) not in desk.get(at("columns", uploaded(GOOD).pk)).text


class TestRows:
    def test_those_that_a_person_has_to_decide_on_stand_first(self, desk, known):
        run = checked(GOOD, BAD, ALIKE)
        page = desk.get(at("rows", run.pk))
        assert [row["row"].number for row in page.context["rows"]] == [4]
        assert known.name in page.text

    @pytest.mark.parametrize(("show", "numbers"), [("new", [2]), ("refused", [3]), ("same", [])])
    def test_each_outcome_has_its_list(self, desk, known, show, numbers):
        run = checked(GOOD, BAD, ALIKE)
        page = desk.get(at("rows", run.pk, show=show))
        assert [row["row"].number for row in page.context["rows"]] == numbers

    def test_why_a_row_is_refused_is_told_by_its_cell(self, desk):
        page = desk.get(at("rows", checked(BAD).pk))
        assert "แถว 2 คอลัมน์ จังหวัด: ไม่รู้จักจังหวัด “ภาคใต้”" in page.text

    def test_what_changes_is_shown_beside_what_stands_in_the_register(self, desk, known):
        Organization.objects.update(phone="+6632400000")
        page = desk.get(at("rows", checked([known.name, "เพชรบุรี", "032400111"]).pk))
        [line] = page.context["rows"][0]["lines"]
        assert (line.label, line.old, line.new) == ("โทรศัพท์", "032 400 000", "032 400 111")

    def test_everything_that_a_new_one_says_is_shown_in_words(self, desk):
        headings = [*HEADINGS, "ปีที่ก่อตั้ง", "วันจดทะเบียน", "ประเภท"]
        run = checked([*GOOD, "2541", "6/1/2565", "มูลนิธิ"], headings=headings)
        lines = {line.label: line.new for line in desk.get(at("rows", run.pk)).context["rows"][0]["lines"]}
        assert lines == {
            "ชื่อองค์กร": "มูลนิธิ ก",
            "รูปแบบองค์กร": "มูลนิธิ",
            "วันจดทะเบียน": "6 ม.ค. 2565",
            "ปีที่ก่อตั้ง": "2541",
            "จังหวัด": "เพชรบุรี",
            "โทรศัพท์": "081 234 5678",
        }

    def test_columns_that_are_not_used_are_named(self, desk):
        page = desk.get(at("rows", checked([*GOOD, "x"], headings=[*HEADINGS, "หมายเหตุ"]).pk)).text
        assert "คอลัมน์ที่ไม่ได้ใช้: หมายเหตุ" in page

    def test_a_list_whose_columns_are_not_settled_leads_there(self, desk):
        run = uploaded(GOOD)
        assert desk.get(at("rows", run.pk)).url == at("columns", run.pk)

    def test_many_rows_come_page_by_page(self, desk, monkeypatch):
        monkeypatch.setattr("network.viewsets.importing.rows.ON_A_PAGE", 3)
        run = checked(*[[f"มูลนิธิ {number}", "เพชรบุรี"] for number in range(7)])
        assert len(desk.get(at("rows", run.pk)).context["rows"]) == 3
        assert len(desk.get(at("rows", run.pk, p=3)).context["rows"]) == 1

    @pytest.mark.parametrize("count", [1, 5])
    def test_many_cost_as_many_queries_as_one(self, desk, count, django_assert_num_queries):
        names = [f"สมาคมคนรักเมืองเพชร {number}" for number in range(count)]
        for name in names:
            OrganizationFactory(name=name, name_en="")
        run = checked(*[[name.replace("สมาคม", "มูลนิธิ"), "เพชรบุรี", "0812345678"] for name in names])
        desk.get(at("rows", run.pk))
        with django_assert_num_queries(ROW_QUERIES):
            page = desk.get(at("rows", run.pk))
        assert len(page.context["rows"]) == count

    def test_an_english_reader_reads_english(self, desk, registrar):
        registrar.wagtail_userprofile.preferred_language = "en"
        registrar.wagtail_userprofile.save()
        page = desk.get(at("rows", checked(BAD).pk)).text
        assert "Row 2, column จังหวัด: “ภาคใต้” is not a province that we know." in page


class TestDecisions:
    def test_they_are_kept_and_shown_as_chosen(self, desk, known, registrar):
        run = checked(ALIKE)
        response = desk.post(at("decide", run.pk), {"row-2": f"same-{known.pk}", "p": "1"}, follow=True)
        row = run.rows.get()
        assert (row.decision, row.same_as, row.decided_by) == ("same", known, registrar)
        [same] = [choice for choice in response.context["rows"][0]["choices"] if choice["chosen"]]
        assert same["organization"] == known

    @pytest.mark.parametrize("said", ["same-999", "same", "maybe", "same-x"])
    def test_what_was_not_offered_is_not_taken(self, desk, known, said):
        run = checked(ALIKE)
        assert desk.post(at("decide", run.pk), {"row-2": said, "row-x": "new"}, follow=True).status_code == 200
        assert run.rows.get().decision == ""

    @pytest.mark.parametrize(("said", "decision"), [("skip", "skip"), ("new", "new"), ("same", ""), ("", "")])
    def test_one_word_for_all(self, desk, known, said, decision):
        run = checked(ALIKE)
        desk.post(at("decide_rest", run.pk), {"decision": said})
        assert run.rows.get().decision == decision


class TestTheImport:
    def test_it_is_offered_when_nothing_waits(self, desk, known):
        run = checked(ALIKE)
        assert at("carry", run.pk) not in desk.get(at("rows", run.pk)).text
        desk.post(at("decide_rest", run.pk), {"decision": "skip"})
        assert at("carry", run.pk) in desk.get(at("rows", run.pk)).text

    def test_pressed_it_is_done_and_told(self, desk):
        run = checked(GOOD)
        page = desk.post(at("carry", run.pk), follow=True).text
        assert "นำเข้ารายชื่อเรียบร้อยแล้ว" in page
        assert "เพิ่มใหม่ 1 องค์กร เปลี่ยนข้อมูล 0 องค์กร" in page
        organization = Organization.objects.get()
        assert reverse("wagtailsnippets_network_organization:edit", args=[organization.pk]) in page
        assert "เพิ่มใหม่ 1 องค์กร" in desk.get(at("index")).text

    def test_refused_rows_have_to_be_left_out_on_purpose(self, desk):
        run = checked(GOOD, BAD)
        assert "มีแถวที่รับไม่ได้ 1 แถว" in desk.post(at("carry", run.pk), follow=True).text
        assert not Organization.objects.exists()
        desk.post(at("carry", run.pk), {"without_refused": "1"})
        assert Organization.objects.count() == 1

    def test_while_another_list_is_imported_one_is_told_so(self, desk):
        other, run = checked(GOOD), checked(GOOD)
        ImportRun.objects.filter(pk=other.pk).update(state=ImportState.RUNNING, started_at=timezone.now())
        assert "ขณะนี้กำลังนำเข้า" in desk.post(at("carry", run.pk), follow=True).text
        assert "กำลังนำเข้ารายชื่อ" in desk.get(at("rows", other.pk)).text

    def test_it_stands_in_the_history_of_each_organization(self, desk, registrar):
        desk.post(at("carry", checked(GOOD, by=registrar).pk))
        organization = Organization.objects.get()
        history = desk.get(reverse("wagtailsnippets_network_organization:history", args=[organization.pk])).text
        assert "เข้าทะเบียนมากับรายชื่อ “รายชื่อ.xlsx”" in history


class TestGivingUp:
    def test_it_asks_once_and_deletes(self, desk):
        run = checked(GOOD)
        assert desk.get(at("delete", run.pk)).status_code == 200
        assert ImportRun.objects.exists()
        assert desk.post(at("delete", run.pk)).url == at("index")
        assert not ImportRun.objects.exists()

    def test_what_was_imported_is_not_deleted(self, desk):
        run = checked(GOOD)
        desk.post(at("carry", run.pk))
        assert desk.post(at("delete", run.pk)).url == at("rows", run.pk)
        assert ImportRun.objects.exists()


class TestDownloads:
    def test_the_list_comes_back_as_it_was_brought(self, desk):
        content = list_file(GOOD)
        response = desk.get(at("file", intake.take_in(content, "รายชื่อ.xlsx", by=None).pk))
        assert response.content == content
        assert "attachment" in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]

    def test_a_csv_is_given_as_one(self, desk):
        content = ",".join(HEADINGS).encode() + "\nก,เพชรบุรี,\n".encode()
        response = desk.get(at("file", intake.take_in(content, "<x>.html", by=None).pk))
        assert response["Content-Type"].startswith("text/csv")

    def test_the_rows_that_remain_come_with_their_reasons(self, desk):
        rows = read_sheet(desk.get(at("remaining", checked(GOOD, BAD).pk)).content).rows
        assert [row[0] for row in rows] == ["ชื่อองค์กร", "มูลนิธิ ข"]
        assert "ไม่รู้จักจังหวัด" in rows[1][-1]

    @pytest.mark.parametrize("name", ["file", "remaining"])
    def test_a_file_that_is_gone_is_told(self, desk, name, private_files):
        run = checked(GOOD, BAD)
        (private_files / run.file.name).unlink()
        assert "ถูกลบไปแล้ว" in desk.get(at(name, run.pk), follow=True).text

    @pytest.mark.parametrize(("kind", "language"), [("xlsx", "th"), ("xlsx", "en"), ("csv", "th")])
    def test_the_register_leaves_with_an_entry_in_the_log(self, desk, known, registrar, kind, language):
        response = desk.get(at("export", kind=kind, language=language))
        assert read_sheet(response.content).rows[0] == exporting.headings(language)
        assert f".{kind}" in response["Content-Disposition"]
        entry = registry.get_logs_for_instance(registrar).get(action="portal.list.export")
        assert entry.data == {
            "model": "network.organization",
            "rows": 1,
            "chosen": {"language": language, "kind": kind},
        }

    def test_the_empty_list_has_our_headings(self, desk):
        assert read_sheet(desk.get(at("template")).content).rows == [exporting.headings("th")]
