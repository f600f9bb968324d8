"""The table is found on the sheet, and every column is named: used or not."""

import pytest

from network.importing.headings import fields, heading, recognized
from network.importing.showing import EXPORTED
from network.importing.table import NoHeadingsError, Row, found_table
from portal.sheets import Sheet


def table_of(*rows):
    return found_table(Sheet("x", [list(row) for row in rows]))


def used(table):
    return {column.heading: column.field for column in table.columns}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("ชื่อ องค์กร", "name"),
        ("ชื่อองค์กร (ภาษาอังกฤษ)", "name_en"),
        ("เบอร์โทร.", "phone"),
        ("โทรศัพท์ (มือถือ)", "mobile"),
        ("E-Mail", "email"),
        ("e mail address", "email"),
        ("จังหวัด *", "province"),
        ("จ.", "province"),
        ("ปีที่ก่อตั้ง (พ.ศ.)", "year_started"),
        ("ที่อยู่\nที่ติดต่อได้", "address"),
        ("Registraton number", "registration_number"),
        ("\u200bอำเภอ\u00a0/ เขต", "district"),
        ("ลำดับ", "row_number"),
    ],
)
def test_headings_are_recognized_in_the_ways_people_write_them(text, field):
    assert recognized(text)[0] == field


@pytest.mark.parametrize("text", ["", "หมายเหตุ", "จำนวนสมาชิก", "x", "ชื่อ", "สถานะ"])
def test_what_no_heading_says_is_not_guessed(text):
    assert recognized(text) == ("", 0)


@pytest.mark.parametrize("language", ["th", "en"])
def test_our_own_headings_are_each_recognized_for_certain(language):
    assert {field: recognized(heading(field, language)) for field in fields()} == {
        field: (field, 100) for field in fields()
    }


def test_our_own_lists_name_no_two_columns_alike():
    for language in ("th", "en"):
        assert len({heading(field, language) for field in EXPORTED}) == len(EXPORTED)


def test_titles_above_the_table_are_passed_over():
    table = table_of(["ทะเบียนองค์กรสมาชิก จังหวัดเพชรบุรี"], [], ["ข้อมูล ณ 1 ม.ค. 2566"], ["ชื่อองค์กร", "จังหวัด"], ["ก", "ข"])
    assert table.heading_row == 4
    assert list(table.rows()) == [Row(5, {"name": "ก", "province": "ข"})]


def test_headings_in_two_lines_are_read_together():
    table = table_of(
        ["ลำดับ", "ชื่อองค์กร", "ที่อยู่", None, None, "โทร"],
        [None, None, "ตำบล", "อำเภอ", "จังหวัด", None],
        [1, "ก", "ต", "อ", "จ", "02"],
    )
    assert table.heading_row == 2
    assert [row.cells for row in table.rows()] == [
        {"name": "ก", "subdistrict": "ต", "district": "อ", "province": "จ", "phone": "02"}
    ]


def test_an_unknown_column_is_named_and_not_used():
    table = table_of(["ชื่อองค์กร", "จังหวัด", "หมายเหตุ", None, None], ["ก", "ข", "ค", None, "ง"])
    assert [(column.heading, column.samples) for column in table.unused] == [("หมายเหตุ", ("ค",)), ("", ("ง",))]


def test_of_two_columns_for_one_field_the_surer_is_taken():
    table = table_of(["ที่อยู่องค์กรร", "ที่อยู่", "จังหวัด", "จ."], [])
    assert used(table) == {"ที่อยู่องค์กรร": "", "ที่อยู่": "address", "จังหวัด": "province", "จ.": ""}


@pytest.mark.parametrize(
    ("headings", "field"),
    [
        (["ชื่อ", "จังหวัด"], "name"),
        (["องค์กร", "ชื่อ", "จังหวัด"], "leader_name"),
        (["ชื่อ", "นามสกุล", "จังหวัด"], "leader_name"),
    ],
)
def test_a_bare_name_is_the_organizations_unless_a_person_stands_beside_it(headings, field):
    assert used(table_of(headings))["ชื่อ"] == field


def test_rows_that_say_nothing_are_no_rows():
    headings = ["ลำดับ", "ชื่อองค์กร", "จังหวัด", "หมายเหตุ"]
    table = table_of(headings, [1, "ก", "ข"], [], [2], headings, [3, "ค", "ง"], [None, None, None, "รวม"])
    assert [row.number for row in table.rows()] == [2, 6]


def test_headings_of_two_lines_are_known_again_by_most_of_them():
    table = table_of(
        ["ชื่อองค์กร", "ที่ตั้ง", None, "โทร"],
        [None, "ตำบล", "จังหวัด", None],
        ["ก", "ต", "จ", "02"],
        ["ชื่อองค์กร", "ที่ตั้ง", "จังหวัด", "โทร"],
        ["จังหวัด", "ต", "จ", "02"],
    )
    assert [row.number for row in table.rows()] == [3, 5]


def test_a_person_may_say_what_a_column_holds():
    table = table_of(["ชื่อองค์กร", "จังหวัด", "เพิ่มเติม"], ["ก", "ข", "ค"]).with_fields({0: "name", 2: "current_work"})
    assert [row.cells for row in table.rows()] == [{"name": "ก", "current_work": "ค"}]
    assert [column.heading for column in table.unused] == ["จังหวัด"]


@pytest.mark.parametrize("rows", [[["ก", "ข"]], [["ชื่อองค์กร"], ["ก"]], [[None]], [["x"]] * 40 + [["ชื่อองค์กร", "จังหวัด"]]])
def test_a_sheet_without_headings_is_refused(rows):
    with pytest.raises(NoHeadingsError):
        table_of(*rows)
