"""Names come in dictionary order, the same as PostgreSQL's Thai collation gives."""

import os
from itertools import pairwise

import geothai
import psycopg
import pytest

from portal.thai.sorting import sort_key

WORDS = """
กก กด กต กบ ก็ ก่ ก้ ก๊ ก๋ ก์ กา ก่า ก้า กาก กำ กิ่ง เก เก่ เก้ เกก เก็บ เก่ง เกม เกาะ เกียรติ เกื้อกูล แก แก่ แก้ว แกะ
โก โก้ ไก่ ใกล้ ใต้ ไทย ทหาร ทำ ทำนา ท่าเรือ ท่า ทา ทราย เทศ เท่า เท้า เทา ธรรม ธรรมนูญ น้ำ นำ น้ำใจ นา นาก นาว เพชร เพชรบุรี เพชรบูรณ์
เพื่อ เพื่อน พร พระ พฤกษา ฤดู ฤๅษี ฦๅชา ลม ล้ม ลำ ลึก สภา สมาคม สมาคมฯ สมุทร ส้ม สม เสรี เสรีภาพ แสง แสงสว่าง โสม ไสว ใส
หญิง หมอ หม้อ เหนือ แหล่ง โหล ไหม ใหม่ ไหม้ อา อาสา เอ็ด เอก แอ โอ ไอ ฮา เฮ ไฮ ชมรมเด็กและเยาวชน ชมรม-ผู้สูงอายุ ชมรม ผู้สูงอายุ
""".split()  # noqa: SIM905 -- a list of words reads best as words
ORGANIZATIONS = [
    "มูลนิธิ พัฒนาประชาสังคม",
    "มูลนิธิพัฒนาประชาสังคม",
    "มูลนิธิฯ เพื่อชุมชน",
    "มูลนิธิเพื่อชุมชน",
    "มูลนิธิ “เพื่อ” ชุมชน",
    "เครือข่าย 4 ภาค",
    "เครือข่าย ๔ ภาค",
    "เครือข่าย 10 จังหวัด",
    "เครือข่าย (ภาคเหนือ)",
    "เครือข่ายNGO ภาคใต้",
    "เครือข่าย NGO ภาคเหนือ",
    "เครือข่ายไทย",
    "กลุ่มต่าง ๆ",
    "กลุ่มต่างๆ",
    "กลุ่มต่างคน",
    "กลุ่ม + เพื่อน",
    "กรุงเทพฯ",
    "กรุงเทพมหานคร",
    "12 สิงหา",
    "๑๒ สิงหา",
    "100 ปี",
    "YMCA",
    "ymca",
    "Ymca Bangkok",
    "Zonta",
    "Amnesty",
    "amnesty",
    "Café",
    "Cafe",
    "CAFÉ",
    "Cafes",
    "Øresund",
    "Æther",
    "Straße",
]


def names():
    provinces = geothai.provinces()
    districts = [area for province in provinces for area in geothai.districts(province.code)]
    places = [*provinces, *districts]
    places += [area for district in districts for area in geothai.subdistricts(district.code)]
    written = {name for place in places for name in (place.name_th, place.name_en)}
    prefixed = {f"{form}{place.name_th}" for place in provinces for form in ("สมาคมคนรัก", "เครือข่าย")}
    return sorted(written | prefixed | set(WORDS) | set(ORGANIZATIONS))


@pytest.fixture
def postgresql():
    try:
        connection = psycopg.connect(os.environ.get("POSTGRES_TEST_URL", "postgresql://root@127.0.0.1:5432/postgres"))
    except psycopg.OperationalError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"NOT CHECKED: the order of names needs a PostgreSQL server ({error})")
    with connection:
        yield connection


@pytest.mark.postgresql
def test_order_has_no_inversion_against_the_thai_collation_of_postgresql(postgresql):
    expected = [
        row[0]
        for row in postgresql.execute(
            'SELECT name FROM unnest(%s::text[]) AS name ORDER BY name COLLATE "th-x-icu"', (names(),)
        )
    ]
    inversions = [(before, after) for before, after in pairwise(expected) if sort_key(before) >= sort_key(after)]
    assert len(expected) > 10_000
    assert inversions == []


@pytest.mark.postgresql
def test_stored_keys_order_alike_as_bytea_and_in_python(postgresql):
    keys = [sort_key(name) for name in names()]
    ordered = postgresql.execute("SELECT key FROM unnest(%s::bytea[]) AS key ORDER BY key", (keys,))
    assert [bytes(row[0]) for row in ordered] == sorted(keys)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("กขค", "เกข"),
        ("เกม", "ขวด"),
        ("กา", "ก่า"),
        ("ก่า", "กาก"),
        ("เพชรบุรี", "เพชรบูรณ์"),
        ("99 วัน", "กลุ่ม"),
        ("ฮา", "Amnesty"),
        ("amnesty", "Amnesty"),
        ("Amnesty", "Banyan"),
        ("นาว", "นำ"),
        ("ร", "ฤดู"),
        ("ฤดู", "ลม"),
    ],
)
def test_the_first_name_comes_before_the_second(first, second):
    assert sort_key(first) < sort_key(second)


@pytest.mark.parametrize("written", ["มูลนิธิ เพื่อชุมชน", "มูลนิธิฯ เพื่อชุมชน", "มูลนิธิ-เพื่อชุมชน"])
def test_spaces_and_signs_only_break_ties(written):
    assert sort_key("มูลนิธิเพื่อ") < sort_key(written) < sort_key("มูลนิธิเพื่อชุมชนก")


def test_a_misspelled_sara_am_stands_beside_the_right_one():
    assert sort_key("กาฮ") < sort_key("กํา") < sort_key("กิ")
    assert sort_key("กาฮ") < sort_key("กำ") < sort_key("กิ")


def test_different_texts_never_share_a_key():
    written = names()
    assert len({sort_key(name) for name in written}) == len(written)


@pytest.mark.parametrize("odd", ["", " ", "\x00", "\ud800", "เ", "่", "😀", "ลาว ລາວ", "中文", "ก" * 10_000])
def test_any_text_has_a_key(odd):
    assert isinstance(sort_key(odd), bytes)
