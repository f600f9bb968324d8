"""Titles before names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.titles import full_name, split_title, tidy_person


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("นางสาวสมหญิง ใจดี", "นางสาว", "สมหญิง ใจดี"),
        ("น.ส. สมหญิง  ใจดี", "นางสาว", "สมหญิง ใจดี"),
        ("นายกิตติ ดี", "นาย", "กิตติ ดี"),
        ("ดร. พระมหาสมชาย", "ดร.พระมหา", "สมชาย"),
        ("ผศ. ดร. สมชาย", "ผศ.ดร.", "สมชาย"),
        ("ว่าที่ ร.ต.สมชาย", "ว่าที่ร้อยตรี", "สมชาย"),
        ("ร.ต.อ.หญิง สมใจ", "ร.ต.อ.หญิง", "สมใจ"),
        ("พระครูสุธรรม", "พระครู", "สุธรรม"),
        ("นายแพทย์ตัวอย่าง ดี", "นายแพทย์", "ตัวอย่าง ดี"),
        ("อ.สมชาย", "อาจารย์", "สมชาย"),
        ("\u200bนาง\u00a0สมใจ", "นาง", "สมใจ"),
        ("mr Somchai Jaidee", "Mr.", "Somchai Jaidee"),
        ("Dr. Jane Doe", "Dr.", "Jane Doe"),
    ],
)
def test_a_title_is_told_from_the_name(text, title, name):
    assert split_title(text) == (title, name)


@pytest.mark.parametrize("text", ["สมชาย", "นาย", "", "อัญชลี ดี", "Drew Barry", "นายิกา"])
def test_a_name_without_a_title_stays_whole(text):
    assert split_title(text) == ("", text)


def test_a_name_that_begins_like_a_longer_title_keeps_its_letters():
    assert split_title("นางสาวิตรี ดีงาม") == ("นาง", "สาวิตรี ดีงาม")


@pytest.mark.parametrize(
    ("text", "title", "person"),
    [
        ("สมหญิง ใจดี", "น.ส.", "นางสาวสมหญิง ใจดี"),
        ("นางสาวสมหญิง ใจดี", "นางสาว", "นางสาวสมหญิง ใจดี"),
        ("สมชาย", "", "สมชาย"),
        ("Jane Doe", "Dr", "Dr. Jane Doe"),
        ("ดร.สมชาย", "นาย", "นายดร.สมชาย"),
        ("สมชาย", "ท่าน อาจารย์", "ท่าน อาจารย์สมชาย"),
    ],
)
def test_a_title_from_a_column_of_its_own_is_put_before_the_name_once(text, title, person):
    assert tidy_person(text, title=title) == person


@given(st.text(st.sampled_from("นางสาวยดร.ผศพระครู มกิ\u200b Drx"), max_size=25))
def test_tidying_twice_changes_nothing(text):
    once = tidy_person(text)
    assert tidy_person(once) == once


@given(st.text(max_size=30))
def test_anything_is_split_without_losing_a_letter_of_the_name(text):
    title, name = split_title(text)
    assert full_name(title, name).endswith(name)
