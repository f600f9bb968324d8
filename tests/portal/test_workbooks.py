"""Workbooks keep what was typed."""

import io

from openpyxl import load_workbook

from portal.workbooks import workbook


def sheet_of(title, headings, rows):
    return load_workbook(io.BytesIO(workbook(title, headings, rows))).active


def test_rows_come_back_as_they_went_in():
    sheet = sheet_of("รายชื่อ", ["ชื่อ", "โทรศัพท์"], [["สมาคม ก", "032 400 111"], ["", ""]])
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=2)] == [
        ["ชื่อ", "โทรศัพท์"],
        ["สมาคม ก", "032 400 111"],
    ]
    assert sheet.freeze_panes == "B2"


def test_nothing_that_was_typed_is_calculated():
    sheet = sheet_of("x", ["a"], [['=HYPERLINK("https://example.org")'], ["+66 81"], ["-1"], ["@x"]])
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert cells[0].value == '=HYPERLINK("https://example.org")'


def test_a_title_that_excel_would_refuse_is_made_fit():
    assert sheet_of("[รายชื่อ]: " + "ก" * 40, ["a"], []).title == ("รายชื่อ " + "ก" * 40)[:31]


def test_a_list_may_have_more_columns_than_the_alphabet_letters():
    sheet = sheet_of("x", [str(number) for number in range(30)], [["ก"] * 30])
    assert sheet["AD2"].value == "ก"
