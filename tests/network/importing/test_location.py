"""Provinces, districts and addresses as lists write them."""

import pytest

from network.importing.cleaning.location import clean_location, clean_province
from tests.network.importing.conftest import problems


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("เพชรบุรี", "TH-76"),
        ("จ.เพชรบุรี", "TH-76"),
        ("จ. เพชรบุรี 76000", "TH-76"),
        ("จังหวัด เพชรบุรี", "TH-76"),
        ("เพชรบุรี ", "TH-76"),
        ("Phetchaburi", "TH-76"),
        ("Petchburi", "TH-76"),
        ("PETCHABURI PROVINCE", "TH-76"),
        ("Changwat Phetchaburi", "TH-76"),
        ("Phetchabun", "TH-67"),
        ("โคราช", "TH-30"),
        ("Nakorn Ratchasima", "TH-30"),
        ("Korat", "TH-30"),
        ("กทม.", "TH-10"),
        ("กรุงเทพฯ", "TH-10"),
        ("กรุงเทพมหานคร (กทม.)", "TH-10"),
        ("แปดริ้ว", "TH-24"),
        ("อยุธยา", "TH-14"),
        ("Ayuthaya", "TH-14"),
        ("Kanjanaburi", "TH-71"),
        ("Cholburi", "TH-20"),
        ("TH-76", "TH-76"),
    ],
)
def test_a_province_is_known_by_every_usual_name(places, text, code):
    assert places.province(text) == code


@pytest.mark.parametrize("text", ["", "เพชบุรี", "ภาคใต้", "เพชรบุรี/ราชบุรี", "Bali"])
def test_what_is_no_province_is_not_guessed(places, text):
    assert places.province(text) == ""


def test_every_province_is_known_by_its_own_names(places):
    for province in places.provinces.values():
        for name in (province.name, province.name_en, f"จ.{province.name}", f"จังหวัด{province.name}"):
            assert places.province(name) == province.code, name


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("89 หมู่ 4 ต.โพไร่หวาน อ.เมือง จ.เพชรบุรี 76000", "TH-76"),
        ("89 หมู่ 4 ตำบลโพไร่หวาน จังหวัดเพชรบุรี", "TH-76"),
        ("12 ถนนสุขุมวิท แขวงคลองเตย กรุงเทพฯ ๑๐๑๑๐", "TH-10"),
        ("89 Moo 4, Pho Rai Wan, Phetchaburi 76000", "TH-76"),
        ("9 Sample Road, Chiang Mai 50000", "TH-50"),
        ("ตู้ ปณ. 1 76000", "TH-76"),
        ("บ้านเลขที่ 5 หมู่ 3", ""),
        ("", ""),
    ],
)
def test_an_address_says_its_province(places, address, code):
    assert places.province_in(address) == code


class TestProvinceOfARow:
    def test_it_may_come_from_the_address_and_that_is_said(self, row, places):
        reading = row(address="1 หมู่ 2 จ.น่าน")
        clean_province(reading, places)
        assert reading.values == {"province": "TH-55"}
        assert problems(reading.notes) == ["province_from"]

    def test_a_slip_is_refused_with_what_may_be_meant(self, row, places):
        reading = row(province="เพชบุรี")
        clean_province(reading, places)
        assert [(r.problem, r.values["like"]) for r in reading.refusals] == [("province_like", "TH-76")]
        assert "เพชรบุรี" in str(reading.refusals[0])

    def test_anything_else_is_refused(self, row, places):
        reading = row(province="ภาคใต้ตอนล่าง", address="จ.ตรัง")
        clean_province(reading, places)
        assert problems(reading.refusals) == ["province_unknown"]


class TestDistrict:
    @pytest.mark.parametrize("text", ["เมือง", "อ.เมือง", "อำเภอเมืองเพชรบุรี", "Mueang Phetchaburi", "Muang"])
    def test_the_one_around_the_town_has_many_names(self, row, places, text):
        reading = row(district=text)
        clean_location(reading, places, "TH-76")
        assert reading.values == {"district": "เมืองเพชรบุรี", "district_en": "Mueang Phetchaburi"}

    def test_bangkok_has_its_own_word(self, row, places):
        reading = row(district="เขตบางรัก")
        clean_location(reading, places, "TH-10")
        assert reading.values["district"] == "บางรัก"

    def test_one_of_another_province_is_for_a_person_to_decide(self, row, places):
        reading = row(district="หัวหิน")
        clean_location(reading, places, "TH-76")
        assert [(d.problem, d.values["elsewhere"]) for d in reading.doubts] == [("district_elsewhere", "TH-77")]

    def test_an_unknown_one_is_kept_and_said(self, row, places):
        reading = row(district="บ้านเรา")
        clean_location(reading, places, "TH-76")
        assert reading.values == {"district": "บ้านเรา"}
        assert problems(reading.notes) == ["district_unknown"]


class TestAddress:
    @pytest.mark.parametrize(
        ("cells", "address"),
        [
            (
                {"house": 89, "village": 4, "subdistrict": "โพไร่หวาน", "district": "เมือง", "postal_code": 76000},
                "89 หมู่ที่ 4 ตำบลโพไร่หวาน อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี 76000",
            ),
            (
                {"house": "๘๙", "village": "หมู่ ๔", "subdistrict": "ต.โพไร่หวาน", "district": "อ.เมือง"},
                "๘๙ หมู่ที่ ๔ ตำบลโพไร่หวาน อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี",
            ),
            (
                {"address": "89 หมู่ 4 ต.โพไร่หวาน", "district": "อ.เมือง", "postal_code": "76000"},
                "89 หมู่ 4 ต.โพไร่หวาน อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี 76000",
            ),
            (
                {"address": "89 ม.4 ต.โพไร่หวาน อ.เมือง จ.เพชรบุรี 76000", "district": "เมือง", "postal_code": "76000"},
                "89 ม.4 ต.โพไร่หวาน อ.เมือง จ.เพชรบุรี 76000",
            ),
            ({"district": "เมือง", "postal_code": "76000"}, None),
        ],
    )
    def test_what_stands_in_cells_of_its_own_is_put_behind_it_once(self, row, places, cells, address):
        reading = row(**cells)
        clean_location(reading, places, "TH-76")
        assert reading.values.get("address") == address

    def test_bangkok_is_written_as_bangkok(self, row, places):
        reading = row(house="12", road="ถนนสีลม", subdistrict="สีลม", district="บางรัก", postal_code="10500")
        clean_location(reading, places, "TH-10")
        assert reading.values["address"] == "12 ถนนสีลม แขวงสีลม เขตบางรัก กรุงเทพมหานคร 10500"

    def test_a_postal_code_has_five_digits(self, row, places):
        reading = row(house="1", postal_code="7600")
        clean_location(reading, places, "TH-76")
        assert problems(reading.refusals) == ["postal_code"]
