"""Districts and subdistricts in the CMS: registrars read and search them, nobody changes them."""

import pytest
from django.urls import reverse

from network.models import District, Subdistrict
from tests.factories.membership import DistrictFactory, SubdistrictFactory

QUERIES = {"district": 12, "subdistrict": 12}


def cms(model, name, *args):
    return reverse(f"wagtailsnippets_network_{model}:{name}", args=args)


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("model", "make"), [("district", DistrictFactory), ("subdistrict", SubdistrictFactory)])
def test_a_list_asks_the_database_as_often_for_one_row_as_for_many(desk, model, make, count, django_assert_num_queries):
    for n in range(count):
        make(code=f"{76 if model == 'district' else 7601}{n + 1:02}")
    desk.get(cms(model, "list"))
    with django_assert_num_queries(QUERIES[model]):
        response = desk.get(cms(model, "list"))
    assert response.context["paginator"].count == count


def test_a_subdistrict_is_found_by_part_of_its_name_and_by_postal_code(desk):
    wanted = SubdistrictFactory(name="โพไร่หวาน", postal_code="76000")
    SubdistrictFactory(code="760102", name="ท่าราบ", postal_code="76110")
    for query in ("ไร่หวาน", "76000", wanted.code):
        assert list(desk.get(cms("subdistrict", "list"), {"q": query}).context["object_list"]) == [wanted]
    assert desk.get(cms("subdistrict", "list"), {"district__province": "TH-76"}).context["paginator"].count == 2


def test_one_place_is_read_whole(desk):
    place = SubdistrictFactory(name="โพไร่หวาน", other_postal_codes="76001")
    assert "76001" in desk.get(cms("subdistrict", "inspect", place.pk)).text


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_not_even_a_superuser_changes_one(client, admin, name):
    place = SubdistrictFactory(name="โพไร่หวาน")
    client.force_login(admin)
    for row, model in ((place, "subdistrict"), (place.district, "district")):
        assert client.post(cms(model, name, row.pk), {"name": "อื่น"}).status_code in (302, 403)
    assert client.get(cms("subdistrict", "add")).status_code in (302, 403, 404)
    assert Subdistrict.objects.get().name == "โพไร่หวาน"
    assert District.objects.count() == 1


@pytest.mark.parametrize("model", ["district", "subdistrict"])
def test_editors_do_not_enter(client, editor, model):
    client.force_login(editor)
    assert client.get(cms(model, "list")).status_code in (302, 403)
