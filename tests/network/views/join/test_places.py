"""/join/places/: the lists that follow one another, as data for the script."""

import pytest

from tests.factories.membership import DistrictFactory, SubdistrictFactory

pytestmark = pytest.mark.usefixtures("ready")


@pytest.fixture(autouse=True)
def _places(ready):
    SubdistrictFactory(other_postal_codes="76001")
    DistrictFactory(code="7602", name="เก่า", name_en="Former", is_abolished=True)


def test_the_districts_of_a_province(client, prefix):
    found = client.get(f"{prefix}/join/places/?province=TH-76").json()
    assert found == {"places": [{"code": "7601", "name": "Mueang Phetchaburi" if prefix else "เมืองเพชรบุรี"}]}


def test_the_subdistricts_of_a_district_with_every_postal_code(client):
    found = client.get("/join/places/?district=7601").json()
    assert found == {"places": [{"code": "760107", "name": "โพไร่หวาน", "codes": ["76000", "76001"]}]}


@pytest.mark.parametrize("query", ["", "?province=", "?district=", "?province=%00", "?district=' OR 1=1", "?x=1"])
def test_nothing_known_is_an_empty_list(client, query):
    assert client.get(f"/join/places/{query}").json() == {"places": []}


def test_it_may_be_kept_for_an_hour_and_is_only_read(client):
    assert "max-age=3600" in client.get("/join/places/?province=TH-76")["Cache-Control"]
    assert client.post("/join/places/").status_code == 405


@pytest.mark.parametrize("count", [1, 50])
def test_one_question_to_the_database(client, count, django_assert_num_queries):
    for number in range(count):
        SubdistrictFactory(code=f"7601{number + 20}")
    with django_assert_num_queries(1):
        client.get("/join/places/?district=7601")
