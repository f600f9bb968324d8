"""The address: each list follows from the one before, the postal code from the subdistrict."""

import pytest
from django.utils.translation import gettext, override

from network.forms.answers import LocationForm
from network.models import District, Subdistrict
from tests.factories.membership import ApplicationFactory, DistrictFactory, SubdistrictFactory
from tests.factories.network import ProvinceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places():
    SubdistrictFactory(other_postal_codes="76001")
    nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
    DistrictFactory(code="5501", name="เมืองน่าน", name_en="Mueang Nan", province=nan)
    DistrictFactory(code="7602", name="เก่า", name_en="Former", is_abolished=True)


def form(**typed):
    return LocationForm({"province": "TH-76", "district": "7601", **typed})


def names(bound):
    return [label for value, label in bound.field.choices if value]


def test_province_and_district_are_enough():
    one = form()
    assert one.is_valid(), one.errors
    assert one.answers() == {
        "province": ProvinceFactory(),
        "district": District.objects.get(pk="7601"),
        "subdistrict": None,
        "village_number": "",
        "address_line": "",
        "postal_code": "",
    }


def test_without_a_province_only_provinces_are_offered():
    one = LocationForm()
    assert not one.has_districts
    assert len(names(one["province"])) == 2
    assert names(one["district"]) == []
    assert LocationForm({}).errors.keys() == {"province", "district"}


def test_the_districts_of_the_province_follow_without_those_abolished():
    one = LocationForm({"province": "TH-76", "address_line": "89", "choose": "province"})
    assert one.is_choosing
    again = one.chosen()
    assert again.has_districts
    assert not again.has_subdistricts
    assert names(again["district"]) == ["เมืองเพชรบุรี"]
    assert again["address_line"].value() == "89"
    assert not again.errors


def test_the_subdistricts_follow_the_district():
    again = form(choose="district").chosen()
    assert again.has_subdistricts
    assert names(again["subdistrict"]) == ["โพไร่หวาน"]


def test_another_province_leaves_the_old_district_behind():
    again = form(province="TH-55", choose="province").chosen()
    assert not again.has_subdistricts
    assert names(again["district"]) == ["เมืองน่าน"]
    assert form(province="TH-55").errors["district"] == [gettext("This place is not in the list. Please choose again.")]


def test_lists_are_in_the_readers_language():
    with override("en"):
        assert names(LocationForm(application=ApplicationFactory())["district"]) == ["Mueang Phetchaburi"]


def test_the_postal_code_follows_from_the_subdistrict():
    one = form(subdistrict="760107")
    assert one.is_valid(), one.errors
    assert one.answers()["postal_code"] == "76000"


@pytest.mark.parametrize("typed", ["76001", "๗๖๐๐๑", " 76001 "])
def test_a_second_postal_code_of_the_subdistrict_is_right_too(typed):
    one = form(subdistrict="760107", postal_code=typed)
    assert one.is_valid(), one.errors
    assert one.answers()["postal_code"] == "76001"


def test_a_postal_code_of_elsewhere_is_told():
    [sentence] = form(subdistrict="760107", postal_code="10200").errors["postal_code"]
    assert "76000, 76001" in sentence


@pytest.mark.parametrize("typed", ["7600", "abcde", "00000", "760000"])
def test_what_is_no_postal_code_is_refused(typed):
    assert "postal_code" in form(postal_code=typed).errors


def test_a_postal_code_alone_is_kept():
    one = form(postal_code="76100")
    assert one.is_valid(), one.errors
    assert one.answers()["postal_code"] == "76100"


@pytest.mark.parametrize("typed", ["4", "๔", "หมู่ 4", "หมู่ที่ ๔", "ม.4"])
def test_a_village_number_is_kept_without_its_word(typed):
    one = form(village_number=typed)
    assert one.is_valid(), one.errors
    assert one.answers()["village_number"] == "4"


@pytest.mark.parametrize("code", ["\x00", "TH-99", "7" * 5000, "' OR 1=1"])
@pytest.mark.parametrize("name", ["province", "district", "subdistrict"])
def test_other_codes_are_refused(name, code):
    one = form(**{"subdistrict": "760107", name: code})
    assert name in one.errors
    assert one.chosen().as_div()


def test_a_prefix_keeps_it_apart_from_other_forms():
    data = {"paper-province": "TH-76", "paper-district": "7601", "paper-choose": "district"}
    one = LocationForm(data, prefix="paper")
    assert one.is_choosing
    assert one.is_valid(), one.errors
    assert one.chosen().prefix == "paper"


def test_questions_to_the_database(django_assert_num_queries):
    application = ApplicationFactory(subdistrict=Subdistrict.objects.get())
    with django_assert_num_queries(3):
        LocationForm(application=application).as_div()
