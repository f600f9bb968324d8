"""Cells as real lists have them, and what becomes of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.importing.cleaning import clean_key, clean_rest, complete_form
from network.importing.cleaning.contacts import clean_contacts, phones
from network.importing.cleaning.dates import clean_day, clean_year
from network.importing.cleaning.forms import form_of_name
from network.importing.cleaning.names import clean_leader, clean_names, clean_work
from network.importing.reading import Reading
from portal.sheets import Broken
from portal.thai.text import fold
from tests.network.importing.conftest import problems


class TestTexts:
    def test_spaces_of_every_kind_are_tidied(self, row):
        reading = row(name="\u200b มูลนิธิ\u00a0\u00a0รักเมือง \n จังหวัดเพชรบุรี ")
        clean_names(reading)
        assert reading.values == {"name": "มูลนิธิ รักเมือง จังหวัดเพชรบุรี"}

    @pytest.mark.parametrize("text", ["-", "–", "ไม่มี", "N/A", "…", "  ", "ไม่ระบุ", "."])
    def test_what_stands_for_nothing_is_nothing(self, row, text):
        assert row(name=text).text("name") == ""

    def test_lines_stay_where_they_are_meant(self, row):
        reading = row(current_work="ปลูกป่า \r\n\r\n  ทำฝาย")
        clean_work(reading, {})
        assert reading.values == {"current_work": "ปลูกป่า\nทำฝาย"}

    def test_a_text_too_long_for_its_column_is_refused(self, row):
        reading = row(name="ก" * 251)
        clean_names(reading)
        assert problems(reading.refusals) == ["too_long"]
        assert reading.values == {}

    def test_a_cell_without_a_value_is_refused_once(self, row):
        reading = row(name=Broken("=A1&B1"))
        clean_names(reading)
        assert reading.text("name") == ""
        assert problems(reading.refusals) == ["no_value"]

    @given(st.text(max_size=60))
    def test_anything_can_stand_in_a_name(self, text):
        reading = Reading(1, {"name": text})
        clean_names(reading)
        assert "\n" not in reading.values.get("name", "")


class TestLeaders:
    @pytest.mark.parametrize(
        ("cells", "name"),
        [
            ({"leader_name": "น.ส.สมหญิง  ใจดี"}, "นางสาวสมหญิง ใจดี"),
            ({"leader_name": "สมหญิง", "leader_family_name": "ใจดี", "leader_title": "นาง"}, "นางสมหญิง ใจดี"),
            ({"leader_name": "ดร. พระมหาสมชาย"}, "ดร.พระมหาสมชาย"),
            ({"leader_name": "นายกิตติ", "leader_title": "นาย"}, "นายกิตติ"),
        ],
    )
    def test_title_and_name_become_one(self, row, cells, name):
        reading = row(**cells)
        clean_leader(reading)
        assert reading.values == {"leader_name": name}

    def test_a_title_alone_is_nobody(self, row):
        reading = row(leader_title="นาง")
        clean_leader(reading)
        assert reading.values == {}


class TestIssues:
    def test_known_ones_are_taken_and_the_others_named(self, row):
        reading = row(issues="สุขภาพ, เด็ก;ดาราศาสตร์/ health")
        clean_work(reading, {"สุขภาพ": 7, "เดก": 3, "healt": 7})
        assert reading.values == {"issues": [3, 7]}
        assert [note.values for note in reading.notes] == [{"text": "ดาราศาสตร์"}]

    @pytest.mark.parametrize(("text", "known"), [("การศึกษา", [5]), ("การ", None), ("การงาน", None), ("Education", [5])])
    def test_the_beginning_of_one_name_is_enough(self, row, text, known):
        names = ("การศึกษาและการเรียนรู้", "Education and learning", "การงานคน", "การงานสัตว์")
        reading = row(issues=text)
        clean_work(reading, dict(zip(map(fold, names), (5, 5, 6, 7), strict=True)))
        assert reading.values.get("issues") == known


class TestPhones:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("081-234-5678", "+66812345678"),
            ("๐๘๑ ๒๓๔ ๕๖๗๘", "+66812345678"),
            ("812345678", "+66812345678"),
            ("32400111", "+6632400111"),
            ("66812345678", "+66812345678"),
            ("โทร. 0-3240-0111 ต่อ 12", "+6632400111;ext=12"),
            ("081 234 5678 (คุณสมหญิง)", "+66812345678"),
            ("032 400111, 081 2345678", "+6632400111"),
            ("032 400111 / 081 2345678", "+6632400111"),
            ("032 400111 หรือ 081 2345678", "+6632400111"),
            ("032 400111\n081 2345678", "+6632400111"),
            ("ไม่สะดวกให้ไว้; 081 2345678", "+66812345678"),
        ],
    )
    def test_the_first_number_is_kept(self, row, text, kept):
        reading = row(phone=text)
        clean_contacts(reading)
        assert (reading.values, reading.refusals) == ({"phone": kept}, [])

    def test_a_number_that_lost_its_zero_in_excel_gets_it_back(self, row):
        reading = row(phone=812345678.0)
        clean_contacts(reading)
        assert reading.values == {"phone": "+66812345678"}

    def test_further_numbers_are_said_to_be_left_out(self, row):
        reading = row(phone="032 400111, 081 2345678, 123")
        clean_contacts(reading)
        assert reading.notes[0].values == {"text": "081 234 5678, 123"}

    def test_a_mobile_of_its_own_column_counts_when_there_is_no_other(self, row):
        alone, second = row(mobile="0812345678"), row(phone="032400111", mobile="0812345678")
        clean_contacts(alone)
        clean_contacts(second)
        assert alone.values == {"phone": "+66812345678"}
        assert second.values == {"phone": "+6632400111"}
        assert [(note.field, note.values) for note in second.notes] == [("mobile", {"text": "081 234 5678"})]

    @pytest.mark.parametrize(("text", "problem"), [("12345", "wrong_length"), ("โทรหาพี่แดง", "unreadable")])
    def test_no_number_at_all_is_refused_as_the_form_would(self, row, text, problem):
        reading = row(phone=text)
        clean_contacts(reading)
        assert problems(reading.refusals) == [f"phone:{problem}"]

    @given(st.text(max_size=80))
    def test_any_text_is_read_without_a_fault(self, text):
        found, rest, problem = phones(text)
        assert bool(problem) == bool(rest)
        assert all(number.startswith("+") for number in found)


class TestAddressesOfMailAndPages:
    @pytest.mark.parametrize(
        ("field", "text", "kept"),
        [
            ("email", "somchai @example. org", "somchai@example.org"),
            ("email", " <a@example.org>; b@example.org", "a@example.org"),
            ("website", "www.example.org", "https://www.example.org"),
            ("website", "http://example.org/ก", "http://example.org/ก"),
            ("facebook", "facebook.com/example", "https://facebook.com/example"),
            ("facebook", "FB: Example.Page", "https://www.facebook.com/Example.Page"),
            ("line_id", "Line ID: @example", "@example"),
        ],
    )
    def test_it_is_mended(self, row, field, text, kept):
        reading = row(**{field: text})
        clean_contacts(reading)
        assert reading.values == {field: kept}

    def test_a_second_address_is_said_to_be_left_out(self, row):
        reading = row(email="a@example.org b@example.org")
        clean_contacts(reading)
        assert reading.notes[0].values == {"text": "b@example.org"}

    def test_what_is_no_address_is_refused(self, row):
        reading = row(email="example.org", website="ไม่แน่ใจ")
        clean_contacts(reading)
        assert problems(reading.refusals) == ["email", "website"]

    def test_the_name_of_a_page_is_left_out_and_said(self, row):
        reading = row(facebook="เพจ: เรารักเมืองเพชร")
        clean_contacts(reading)
        assert (reading.values, problems(reading.notes)) == ({}, ["page_left_out"])


class TestDays:
    @pytest.mark.parametrize(
        "cell",
        [
            "6/1/2565",
            "๖ ม.ค. ๒๕๖๕",
            "6 January 2022",
            date(2022, 1, 6),
            date(2565, 1, 6),
            44567,
            44567.0,
            242894,
            6012565,
        ],
    )
    def test_a_day_is_read_however_the_list_holds_it(self, row, cell):
        reading = row(registered_on=cell)
        clean_day(reading, "registered_on")
        assert (reading.values, reading.refusals) == ({"registered_on": date(2022, 1, 6)}, [])

    @pytest.mark.parametrize(
        ("cell", "problem"),
        [
            ("6/1/65", "two_digit_year"),
            ("31/2/2565", "impossible_date"),
            (2541, "unreadable"),
            (date(2568, 2, 29), "impossible_date"),
        ],
    )
    def test_what_is_no_day_is_refused_as_the_form_would(self, row, cell, problem):
        reading = row(registered_on=cell)
        clean_day(reading, "registered_on")
        assert problems(reading.refusals) == [f"date:{problem}"]

    @pytest.mark.parametrize(
        ("cell", "year"),
        [
            *(
                (text, 1998)
                for text in ("2541", "๒๕๔๑", "พ.ศ. 2541", "ปี 2541", "ค.ศ.1998", "2541 BE", "12 มกราคม 2541")
            ),
            *((cell, 1998) for cell in (2541.0, 1998, date(2541, 1, 12), date(1998, 1, 12))),
        ],
    )
    def test_a_year_is_read_in_either_era(self, row, cell, year):
        reading = row(year_started=cell)
        clean_year(reading)
        assert (reading.values, reading.refusals) == ({"year_started": year}, [])

    @pytest.mark.parametrize("cell", ["41", "นานแล้ว", 2700, 1500, "2541-2545"])
    def test_no_year_is_refused(self, row, cell):
        reading = row(year_started=cell)
        clean_year(reading)
        assert problems(reading.refusals) == ["year"]


class TestForms:
    @pytest.mark.parametrize(
        ("name", "form"),
        [
            ("มูลนิธิรักเมือง", "foundation"),
            ("ตัวอย่าง สมาคมประมง", "association"),
            ("เครือข่ายวิสาหกิจชุมชนบ้านนา", "community_enterprise"),
            ("เครือข่ายป่าชุมชน", "network"),
            ("สภาองค์กรชุมชนตำบลบางไผ่", "community_council"),
            ("กลุ่มออมทรัพย์", "club_group"),
            ("Friends of the Sea Foundation", "foundation"),
            ("Association of Weavers", "association"),
            ("บ้านมูลนิธิ", None),
            ("Foundational Studies", None),
        ],
    )
    def test_a_name_says_its_legal_form(self, name, form):
        assert form_of_name(name) == form

    @pytest.mark.parametrize(
        ("cells", "form", "notes"),
        [
            ({"legal_form": "Foundation"}, "foundation", []),
            ({"legal_form": "ชมรมหรือกลุ่ม"}, "club_group", []),
            ({"legal_form": "community_council"}, "community_council", []),
            ({"legal_form": "สมาคมจดทะเบียน"}, "association", ["legal_form_read"]),
            ({"legal_form": "โรงเรียน"}, "other", ["legal_form_read"]),
            ({"name": "มูลนิธิ ก"}, "foundation", ["legal_form_from_name"]),
            ({"name": "บ้าน ก"}, "other", ["legal_form_unknown"]),
        ],
    )
    def test_the_column_counts_before_the_name(self, row, known, cells, form, notes):
        reading = row(**cells)
        clean_key(reading, known)
        clean_rest(reading, known, province="TH-76")
        complete_form(reading)
        assert reading.values["legal_form"] == form
        assert problems(reading.notes) == notes
