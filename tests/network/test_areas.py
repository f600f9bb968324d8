"""Districts and subdistricts: what `geothai` gives, what stays when it is loaded again."""

import pytest
from django.utils.translation import override

from network.models import District, Province, Subdistrict
from network.reference import load_districts, load_provinces

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    load_provinces()
    load_districts()


def test_every_district_and_subdistrict_is_there(places):
    assert (District.objects.count(), Subdistrict.objects.count()) == (928, 7436)
    assert set(District.objects.values_list("province_id", flat=True)) == set(
        Province.objects.values_list("pk", flat=True)
    )
    assert not Subdistrict.objects.filter(postal_code="").exists()


def test_a_subdistrict_leads_to_its_district_and_province(places):
    place = Subdistrict.objects.get(code="760121")
    assert (place.name, place.name_en, place.postal_code) == ("โพไร่หวาน", "Pho Rai Wan", "76000")
    assert (place.district.name, place.district.province_id) == ("เมืองเพชรบุรี", "TH-76")
    with override("en"):
        assert (str(place), str(place.district)) == ("Pho Rai Wan", "Mueang Phetchaburi")


def test_districts_of_bangkok_stand_without_their_kind(places):
    assert District.objects.get(code="1001").name == "พระนคร"
    assert not District.objects.filter(name__startswith="เขต").exists()


def test_a_subdistrict_between_post_offices_keeps_every_code(places):
    place = Subdistrict.objects.get(code="100608")
    assert place.postal_codes == ["10240", "10250"]
    assert place in Subdistrict.objects.with_postal_code("10250")
    assert place in Subdistrict.objects.with_postal_code("10240")


def test_they_stand_in_the_order_of_the_readers_language(places):
    names = [d.name for d in District.objects.in_province("TH-76").in_reading_order()]
    assert (names[0], names[-1], len(names)) == ("แก่งกระจาน", "หนองหญ้าปล้อง", 8)
    with override("en"):
        names = [str(d) for d in District.objects.in_province("TH-76").in_reading_order()]
        assert names == sorted(names)


def test_loading_again_asks_twice_and_writes_nothing(places, django_assert_num_queries):
    with django_assert_num_queries(2):
        load_districts()


def test_what_was_changed_comes_back_and_what_is_gone_is_marked_and_stays(places):
    District.objects.filter(code="7601").update(name="ผิด", is_abolished=True)
    Subdistrict.objects.create(code="769999", name="ยุบแล้ว", name_en="Gone", district_id="7601", postal_code="76000")
    load_districts()
    district = District.objects.get(code="7601")
    assert (district.name, district.is_abolished) == ("เมืองเพชรบุรี", False)
    assert Subdistrict.objects.get(code="769999").is_abolished
    assert not Subdistrict.objects.in_use().filter(code="769999").exists()
    load_districts()
    assert Subdistrict.objects.filter(code="769999").exists()
