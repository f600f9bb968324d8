"""The reference list of provinces is complete, and finds a province by any of its names."""

from collections import Counter

import geothai
import pytest

from portal.thai.provinces import Region, all_provinces, find_province
from portal.thai.text import fold


def test_codes_and_names_agree_with_geothai():
    ours = [(province.code, province.name, province.name_en) for province in all_provinces()]
    assert ours == [(f"TH-{area.code}", area.name_th, area.name_en) for area in geothai.provinces()]


def test_six_regions_hold_the_77_provinces():
    assert Counter(province.region for province in all_provinces()) == {
        Region.NORTH: 9,
        Region.NORTHEAST: 20,
        Region.CENTRAL: 22,
        Region.EAST: 7,
        Region.WEST: 5,
        Region.SOUTH: 14,
    }


def test_slugs_are_unique_ascii_made_from_the_english_name():
    slugs = [province.slug for province in all_provinces()]
    assert len(set(slugs)) == 77
    assert slugs == [province.name_en.lower().replace(" ", "-") for province in all_provinces()]
    assert all(slug.isascii() for slug in slugs)


def test_no_name_belongs_to_two_provinces():
    owners = {}
    for province in all_provinces():
        for name in (province.name, province.name_en, province.slug, *province.aliases):
            owners.setdefault(fold(name), set()).add(province.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("TH-76", "TH-76"),
        ("เพชรบุรี", "TH-76"),
        ("จ.เพชรบุรี", "TH-76"),
        ("จังหวัดเพชรบุรี", "TH-76"),
        ("PHETCHABURI", "TH-76"),
        ("Petchaburi Province", "TH-76"),
        ("กทม.", "TH-10"),
        ("กรุงเทพฯ", "TH-10"),
        ("โคราช", "TH-30"),
        ("Korat", "TH-30"),
        ("แปดริ้ว", "TH-24"),
        ("Ayutthaya", "TH-14"),
        ("Buriram", "TH-31"),
        ("Phang Nga", "TH-82"),
    ],
)
def test_a_province_is_found_by_any_of_its_names(written, code):
    assert find_province(written).code == code


def test_every_name_in_the_list_finds_its_own_province():
    lost = [
        name
        for province in all_provinces()
        for name in (province.code, province.slug, province.name, province.name_en, *province.aliases)
        if find_province(name) is not province
    ]
    assert lost == []


@pytest.mark.parametrize("written", ["", "จังหวัด", "เมือง", "Province", "TH-99", "เพชร"])
def test_what_is_no_province_is_not_found(written):
    assert find_province(written) is None


def test_search_text_holds_every_name_folded():
    korat = find_province("TH-30")
    assert korat.search_text.splitlines() == ["นครราชสีมา", "nakonratcasima", "โคราช", "korat"]


def test_regions_are_named_in_both_languages():
    assert [(region.name_th, region.name_en) for region in Region] == [
        ("เหนือ", "North"),
        ("ตะวันออกเฉียงเหนือ", "Northeast"),
        ("กลาง", "Central"),
        ("ตะวันออก", "East"),
        ("ตะวันตก", "West"),
        ("ใต้", "South"),
    ]
