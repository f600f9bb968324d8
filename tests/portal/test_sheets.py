"""Tables that people send are read as they look, whoever wrote the file, and within limits."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from portal.sheets import Broken, SheetError, SheetProblem, read_sheet, reading, sheet_names, text_of, xlsx
from portal.workbooks import workbook

MOMENT = datetime.fromisoformat("2022-01-06T09:00")


def saved(book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(*rows, title="รายชื่อ") -> Workbook:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def rewritten(content: bytes, part: str, change) -> bytes:
    """The workbook with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


def refused(content: bytes, name: str = "") -> SheetProblem:
    with pytest.raises(SheetError) as raised:
        read_sheet(content, name)
    return raised.value.problem


class TestWorkbooks:
    def test_cells_come_as_they_look(self):
        content = saved(book_of(["ก", 812345678.0, 2541, date(2022, 1, 6), MOMENT, True, None, 1.5]))
        assert read_sheet(content).rows == [
            ["ก", 812345678, 2541, date(2022, 1, 6), date(2022, 1, 6), "TRUE", None, 1.5]
        ]

    def test_rows_keep_their_numbers_and_empty_ones_at_the_end_are_left_out(self):
        book = book_of(["หัวเรื่อง"])
        book.active["B4"] = "ข้อมูล"
        book.active["C9"] = "   "
        assert read_sheet(saved(book)).rows == [["หัวเรื่อง"], [], [], [None, "ข้อมูล"]]

    def test_a_formatted_column_does_not_make_a_million_rows(self):
        book = book_of(["a", "b"])
        book.active.cell(row=900_000, column=1).number_format = "0.00"
        assert read_sheet(saved(book)).rows == [["a", "b"]]

    def test_a_formula_counts_as_its_result(self):
        content = saved(book_of(["=1+1", "ก"]))
        with_result = rewritten(
            content,
            "xl/worksheets/sheet1.xml",
            lambda xml: xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>"),
        )
        assert read_sheet(with_result).rows == [[2, "ก"]]

    def test_a_formula_that_nobody_calculated_is_broken(self):
        assert read_sheet(saved(book_of(["=A2&B2", "ก"]))).rows == [[Broken("=A2&B2"), "ก"]]

    def test_what_came_out_wrong_is_broken(self):
        book = book_of(["ก", "x"])
        book.active["B1"].data_type = "e"
        book.active["B1"].value = "#REF!"
        assert read_sheet(saved(book)).rows == [["ก", Broken("#REF!")]]

    def test_cells_joined_over_rows_say_the_same_in_each(self):
        book = book_of(["เพชรบุรี", "ก"], [None, "ข"], [None, "ค"], [], ["", "ง"])
        book.active.merge_cells("A1:A4")
        assert read_sheet(saved(book)).rows == [
            ["เพชรบุรี", "ก"],
            ["เพชรบุรี", "ข"],
            ["เพชรบุรี", "ค"],
            [],
            [None, "ง"],
        ]

    def test_a_title_joined_over_columns_stays_one_cell(self):
        book = book_of(["ทะเบียน"], ["ชื่อ", "จังหวัด"])
        book.active.merge_cells("A1:B1")
        assert read_sheet(saved(book)).rows == [["ทะเบียน"], ["ชื่อ", "จังหวัด"]]

    def test_the_visible_sheets_are_offered_and_the_first_with_anything_is_read(self):
        book = book_of(title="ว่าง")
        book.create_sheet("สมาชิก").append(["ชื่อ"])
        book.create_sheet("ซ่อน").sheet_state = "hidden"
        content = saved(book)
        assert sheet_names(content) == ["ว่าง", "สมาชิก"]
        assert read_sheet(content).name == "สมาชิก"
        assert refused(content, "ซ่อน") == SheetProblem.NO_SUCH_SHEET
        assert refused(content, "ว่าง") == SheetProblem.EMPTY

    @given(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40), min_size=1, max_size=5
        )
    )
    def test_what_our_own_writer_wrote_is_read_back_letter_by_letter(self, words):
        texts = [word if word.strip() else None for word in words]
        rows = read_sheet(workbook("x", ["หัว"] * len(words), [words])).rows
        assert rows[1:] == ([[*_without_end(texts)]] if any(texts) else [])


def _without_end(texts):
    while texts and texts[-1] is None:
        texts = texts[:-1]
    return texts


class TestWhatIsNoTable:
    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            (b"", SheetProblem.EMPTY),
            (b"\n\n;;\n", SheetProblem.EMPTY),
            (b"PK\x03\x04 and then nothing", SheetProblem.UNREADABLE),
            (b"\xd0\xcf\x11\xe0 an .xls, or one with a password", SheetProblem.OLD_OR_LOCKED),
            (b"\x00\x01\x02", SheetProblem.UNREADABLE),
            (b"\xff\xd8\xff\xdb", SheetProblem.UNKNOWN_LETTERS),
        ],
    )
    def test_it_is_refused_with_its_reason(self, content, problem):
        assert refused(content) == problem

    def test_a_zip_of_something_else_is_refused(self):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as other:
            other.writestr("word/document.xml", "<x/>")
        assert refused(file.getvalue()) == SheetProblem.UNREADABLE

    def test_a_damaged_sheet_is_refused(self):
        content = rewritten(saved(book_of(["ก"])), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
        assert refused(content) == SheetProblem.UNREADABLE


class TestLimits:
    def test_bytes(self, monkeypatch):
        monkeypatch.setattr(reading, "MAX_BYTES", 10)
        assert refused(b"a,b\n1,2\n3,4\n") == SheetProblem.TOO_LARGE

    def test_a_bomb_is_not_unpacked(self, monkeypatch):
        bomb = rewritten(saved(book_of(["ก"])), "xl/worksheets/sheet1.xml", lambda xml: b" " * (xlsx.MAX_UNPACKED + 1))
        assert len(bomb) < 1_000_000
        monkeypatch.setattr(xlsx, "load_workbook", None)
        assert refused(bomb) == SheetProblem.TOO_LARGE

    def test_a_file_of_thousands_of_parts_is_refused(self, monkeypatch):
        monkeypatch.setattr(xlsx, "MAX_PARTS", 3)
        assert refused(saved(book_of(["ก"]))) == SheetProblem.TOO_LARGE

    def test_entities_that_grow_are_refused(self):
        bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'

        def armed(xml):
            return bomb + xml[xml.index(b"<worksheet") :].replace(
                b"<sheetData>", b"<sheetData><row><c><v>&b;</v></c></row>"
            )

        assert refused(rewritten(saved(book_of(["ก"])), "xl/worksheets/sheet1.xml", armed)) == SheetProblem.UNREADABLE

    @pytest.mark.parametrize("content", [b"a,b\n" * 3, saved(book_of(["a"], ["b"], ["c"]))], ids=["csv", "xlsx"])
    def test_rows(self, content, monkeypatch):
        monkeypatch.setattr(reading, "MAX_ROWS", 2)
        assert refused(content) == SheetProblem.TOO_MANY_ROWS

    @pytest.mark.parametrize("content", [b"a,b,c\n", saved(book_of(["a", "b", "c"]))], ids=["csv", "xlsx"])
    def test_columns(self, content, monkeypatch):
        monkeypatch.setattr(reading, "MAX_COLUMNS", 2)
        assert refused(content) == SheetProblem.TOO_MANY_COLUMNS


class TestCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
    def test_thai_is_read_in_every_usual_encoding(self, encoding):
        content = "ชื่อ,จังหวัด\r\nสมาคมรักษ์น้ำ ๑,เพชรบุรี\r\n".encode(encoding)
        assert read_sheet(content).rows == [["ชื่อ", "จังหวัด"], ["สมาคมรักษ์น้ำ ๑", "เพชรบุรี"]]

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_the_separator_is_seen_below_title_lines_and_with_commas_in_texts(self, separator):
        lines = ["ทะเบียนองค์กร", separator.join(["ชื่อ", "ที่อยู่"]), separator.join(["ก", '"1, หมู่ 2; ต.ก"'])]
        assert read_sheet("\n".join(lines).encode()).rows[1:] == [["ชื่อ", "ที่อยู่"], ["ก", "1, หมู่ 2; ต.ก"]]

    def test_one_text_full_of_other_separators_does_not_fool_us(self):
        assert read_sheet(b"a,b\nx,\t\t\t\t\t;;;;;;y\n").rows == [["a", "b"], ["x", "\t\t\t\t\t;;;;;;y"]]

    def test_quotes_and_line_breaks_stay_inside_their_cell(self):
        assert read_sheet(b'a,b\n"x ""y""","1\n2"\n').rows[1] == ['x "y"', "1\n2"]

    def test_a_text_longer_than_a_cell_of_excel_is_refused(self):
        assert refused(b"a,b\n" + b"x" * 200_000) == SheetProblem.UNREADABLE

    def test_an_apostrophe_that_guards_a_text_is_taken_off_once(self):
        assert read_sheet(b"a,b\n'=1+1,''+66\n'x,-\n").rows[1:] == [["=1+1", "'+66"], ["'x", "-"]]

    def test_one_column_needs_no_separator(self):
        assert read_sheet("ชื่อ\nก\n".encode()).rows == [["ชื่อ"], ["ก"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (812345678.0, "812345678"),
        (2.5, "2.5"),
        (date(2022, 1, 6), "2022-01-06"),
        (Broken("#REF!"), "#REF!"),
        ("ก", "ก"),
    ],
)
def test_cells_as_text(cell, text):
    assert text_of(cell) == text


def test_openpyxl_still_has_the_private_door_to_merged_cells():
    # `xlsx._merged` goes through it: https://openpyxl.readthedocs.io/ offers none for read-only sheets.
    import openpyxl.worksheet._read_only as module

    assert "_worksheet_path" in Path(module.__file__).read_text(encoding="utf-8")
