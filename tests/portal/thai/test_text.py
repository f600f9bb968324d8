"""The fold makes spellings meet, and never loses what a person may look for."""

import geothai
import pytest

from portal.thai.abbreviations import expand, shorten
from portal.thai.text import drop_tones, fold, fold_terms, tidy, to_arabic_digits, to_thai_digits


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("สภาประชาสังคมไทย", "สภาประชาสังคมไทย"),
        ("องค์กร", "องคกร"),
        ("ก็ได้ ก๊ ก๋", "กไดกก"),
        ("พ.ศ. ๒๕๖๕", "พศ 2565"),
        ("เเพร่", "แพร"),
        ("น้ำ", "นำ"),
        ("นํ้า", "นำ"),
        ("น้ํา", "นำ"),
        ("ประชา\u200bสังคม", "ประชาสังคม"),
        ("ประชา สังคม", "ประชาสังคม"),
        ("ต่าง ๆ ฯลฯ", "ตาง"),
        ("ฤาษี", "ฤๅษี"),
        ("หมู่4", "หมู 4"),
        ("100%_a'b", "100 ab"),
        ("Phetchaburi", "petcaburi"),
        ("Phetcha Buri", "petcaburi"),
        ("Pattani", "patani"),
        ("Public Health", "public healt"),
        ("Free School", "friscul"),
        ("Café Vivat", "cafewiwat"),
        ("covid-19", "cowid 19"),
        ("中文 ລາວ", "中文 ລາວ"),
        ("", ""),
        ("\x00\ud800 ฯ", ""),
    ],
)
def test_fold_writes_one_form(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chon Buri", "Chonburi"),
        ("Phang-nga", "Phangnga"),
        ("Nakhon Nayok", "nakornnayok".replace("r", "")),
        ("Kanchanaburi", "Kancanaburi"),
        ("Suphan Buri", "SUPANBURI"),
        ("สิทธิ์", "สิทธิ"),
        ("โน้ต", "โนต"),
        ("COVID 19", "covid19"),
        ("สสส.", "ส.ส.ส."),
        ("สสส.", "ThaiHealth"),
        ("พอช", "CODI"),
        ("กทม.", "กรุงเทพฯ"),
        ("NGOs", "NGO"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert fold(one) == fold(other)


def place_names():
    provinces = geothai.provinces()
    places = [*provinces, *(area for province in provinces for area in geothai.districts(province.code))]
    return [name for place in places for name in (place.name_th, place.name_en)]


ODD = ["n g o", "ส สส", "จ.ส.อ. ดำ", "t h a i", "e e o o", "the east", "ph-h-ph", "กํ ่า", "İstanbul ŉ ß", "กป-อพช"]


def test_folding_twice_changes_nothing():
    assert [name for name in [*place_names(), *ODD] if fold(fold(name)) != fold(name)] == []


def test_every_word_of_a_place_is_found_in_its_fold():
    lost = [
        (name, term)
        for name in place_names()
        for term in fold_terms(name)
        if term not in fold(f"เครือข่าย {name} Thailand")
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ประชาสังคม", "สภาประชาสังคมไทย"),
        ("ประชาสงคม", "สภาประชาสังคมไทย".replace("ั", "")),
        ("สังคม ไทย", "สภาประชาสังคมไทย"),
        ("ไทย สภา", "สภาประชาสังคมไทย"),
        ("ข่ายผู้หญิง", "เครือข่ายผู้หญิงภาคใต้"),
        ("ขายผูหญิง", "เครือข่ายผู้หญิงภาคใต้"),
        ("health", "Public Health Network"),
        ("environment", "the environment"),
        ("nayok", "Nakhon Nayok"),
        ("2565", "สมัชชา ๒๕๖๕"),
        ("สสส", "สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ"),
        ("สสส.", "กองทุนสนับสนุนการสร้างเสริมสุขภาพ (สสส.)"),
        ("สร้างเสริมสุขภาพ", "ภาคี สสส."),
        ("สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ", "กองทุนสนับสนุนการสร้างเสริมสุขภาพ"),
        ("กทม", "กรุงเทพ"),
        ("กรุงเทพ", "สำนักงาน กทม."),
        ("จ.เพชรบุรี", "เพชรบุรี"),
        ("จังหวัดเพชรบุรี", "เพชรบุรี"),
        ("อ.เมือง", "อำเภอเมืองเพชรบุรี"),
        ("(พอช.)", "สถาบันพัฒนาองค์กรชุมชน"),
        ("เด็ก/เยาวชน", "ชมรมเด็กและเยาวชน"),
        ("องค์กรภาคประชาสังคมจังหวัด", "ศูนย์ประสานงานองค์กรภาคประชาสังคมจังหวัดเพชรบุรี"),
    ],
)
def test_a_query_finds_the_text(query, text):
    assert fold_terms(query)
    assert all(term in fold(text) for term in fold_terms(query))


@pytest.mark.parametrize(
    ("query", "text"),
    [("สสส", "สสสส"), ("ต.ค.", "ตำบลคลองหลวง"), ("ngo", "mangosteen"), ("พม.", "พิมาย"), ("ประชาคม", "ประชาสังคม")],
)
def test_a_query_does_not_find_what_only_looks_alike(query, text):
    assert not all(term in fold(text) for term in fold_terms(query))


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", []),
        ("  %_ ฯ \x00", []),
        ("ไทย ไทย", ["ไทย"]),
        ("Chiang Mai", ["ciang", "mai"]),
        ("จังหวัด", ["จังหวัด"]),
        ("จังหวัด เพชรบุรี", ["จังหวัด", "เพชรบุรี"]),
        ("ก" * 10_000, ["ก" * 200]),
    ],
)
def test_a_query_becomes_terms(query, terms):
    assert fold_terms(query) == terms


@pytest.mark.parametrize("term", [fold(name) for name in ("สสส", "กทม", "cso", "อสม", "จังหวัดตาก", "แพร่")])
def test_shortening_only_takes_away(term):
    assert shorten(term) in term


@pytest.mark.parametrize("text", ["6 ต.ค. 2565", "จ.ส.อ. ดำ", "ส.ค.ส.", "อบต", "xngo", "กสสส"])
def test_letters_of_something_longer_are_no_abbreviation(text):
    if text == "อบต":
        assert expand(text) == drop_tones("องค์การบริหารส่วนตำบล")
    else:
        assert expand(text) == text


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเม่", "แม่"),
        ("ที่ี", "ที่"),
        ("ที่่", "ที่"),
        ("ท่ี", "ที่"),
        ("กุ่ม", "กุ่ม"),
        ("a\u200b\u00a0b\tc", "a b c"),
        ("e\u0301", "é"),
    ],
)
def test_tidy_keeps_the_look_and_one_spelling(written, tidied):
    assert tidy(written) == tidied


def test_tones_drop_and_vowels_stay():
    assert drop_tones("เก่าแก่ที่สุด ก็ องค์") == "เกาแกทีสุด ก องค"


def test_digits_go_both_ways():
    assert to_arabic_digits("ข้อ ๑๒๓๔๕๖๗๘๙๐") == "ข้อ 1234567890"
    assert to_thai_digits("ข้อ 1234567890") == "ข้อ ๑๒๓๔๕๖๗๘๙๐"
