import pytest

from network.models import Province
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("provinces")]
LIST_QUERIES = 7  # with the shell: site, identity and menu
CENTRE_QUERIES = 10


def province(code="TH-76"):
    return Province.objects.get(code=code)


def test_all_77_provinces_are_offered_by_region(client, prefix):
    response = client.get(f"{prefix}/centres/")
    assert [len(region["provinces"]) for region in response.context["regions"]] == [9, 20, 22, 7, 5, 14]
    assert response.content.decode().count("/centres/") >= 77


def test_each_province_says_who_helps(client):
    CoordinationCentreFactory(name="ศูนย์เหนือ", provinces=[province("TH-50"), province("TH-51")])
    rows = [row for region in client.get("/centres/").context["regions"] for row in region["provinces"]]
    assert {row["province"].code for row in rows if row["centre"]} == {"TH-50", "TH-51"}


def test_the_form_leads_to_the_province(client, prefix):
    response = client.get(f"{prefix}/centres/?province=phetchaburi")
    assert response.status_code == 302
    assert response.url == f"{prefix}/centres/phetchaburi/"


@pytest.mark.parametrize("value", ["nowhere", "%00", "x" * 10_000, "https://example.org"])
def test_an_unknown_province_is_said_and_the_list_stays(client, value, prefix):
    response = client.get(f"{prefix}/centres/?province={value}")
    assert response.status_code == 200
    assert response.context["unknown"]


def test_a_centre_says_how_to_reach_it(client, prefix):
    CoordinationCentreFactory(
        name="ศูนย์เพชร", name_en="Phet centre", phone="+6632400000", email="c@example.org", host="สมาคมเจ้าบ้าน",
        provinces=[province()],
    )  # fmt: skip
    page = client.get(f"{prefix}/centres/phetchaburi/").content.decode()
    assert ("Phet centre" if prefix else "ศูนย์เพชร") in page
    assert 'href="tel:+6632400000"' in page
    assert "mailto:c@example.org" in page
    assert "สมาคมเจ้าบ้าน" in page


def test_a_centre_of_two_provinces_stands_at_both(client):
    CoordinationCentreFactory(name="ศูนย์เหนือ", provinces=[province("TH-50"), province("TH-51")])
    for slug in ("chiang-mai", "lamphun"):
        assert "ศูนย์เหนือ" in client.get(f"/centres/{slug}/").content.decode()


def test_a_province_without_a_centre_is_no_dead_end(client, prefix):
    response = client.get(f"{prefix}/centres/phuket/")
    assert response.status_code == 200
    assert response.context["centres"] == []
    assert "Phuket" in response.content.decode() if prefix else "ภูเก็ต" in response.content.decode()


def test_the_organizations_of_the_province_are_counted_and_linked(client):
    OrganizationFactory.create_batch(2, entry__province=province())
    OrganizationFactory(live=False, entry__province=province())
    page = client.get("/centres/phetchaburi/").content.decode()
    assert "/organizations/?province=phetchaburi" in page
    assert client.get("/centres/phetchaburi/").context["organizations"] == 2


def test_the_first_organizations_are_named_in_alphabetical_order(client):
    for name in ("ฮ", "ก", "แก", "เข", "ข", "ง"):
        OrganizationFactory(name=name, entry__province=province())
    OrganizationFactory(name="กก", entry__province=province("TH-70"))
    assert [row["title"] for row in client.get("/centres/phetchaburi/").context["some"]] == ["ก", "แก", "ข", "เข", "ง"]


def test_maps_show_its_address_and_the_next_step_is_to_join(client, prefix):
    CoordinationCentreFactory(address="เลขที่ 89 หมู่ 4", address_en="89 Moo 4", provinces=[province()])
    page = client.get(f"{prefix}/centres/phetchaburi/").content.decode()
    assert "https://www.openstreetmap.org/search?query=" in page
    assert f'href="{prefix}/join/"' in page


@pytest.mark.parametrize(
    ("code", "slug", "thai", "english"),
    [
        ("TH-76", "phetchaburi", "ศูนย์ประสานงานจังหวัดเพชรบุรี", "Coordination centre in Phetchaburi"),
        ("TH-10", "bangkok", "ศูนย์ประสานงานกรุงเทพมหานคร", "Coordination centre in Bangkok"),
    ],
)
def test_a_province_is_called_as_people_call_it(client, code, slug, thai, english):
    assert f"<title>{thai}" in client.get(f"/centres/{slug}/").content.decode()
    assert f"<title>{english}" in client.get(f"/en/centres/{slug}/").content.decode()


@pytest.mark.parametrize("slug", ["nowhere", "TH-76", "x" * 10_000, "%00", "เพชรบุรี"])
def test_an_unknown_address_is_not_found(client, slug, prefix):
    assert client.get(f"{prefix}/centres/{slug}/").status_code == 404


@pytest.mark.parametrize("address", ["/centres/", "/centres/phetchaburi/"])
def test_the_pages_are_only_read(client, address, prefix):
    assert client.post(prefix + address).status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_many_centres(client, django_assert_num_queries, count, prefix):
    CoordinationCentreFactory.create_batch(count, provinces=[province()])
    OrganizationFactory.create_batch(count, entry__province=province())
    with django_assert_num_queries(LIST_QUERIES):
        client.get(f"{prefix}/centres/")


@pytest.mark.parametrize("count", [1, 30])
def test_a_centre_costs_the_same_however_many_organizations(client, django_assert_num_queries, count, prefix):
    CoordinationCentreFactory.create_batch(count, provinces=[province()])
    OrganizationFactory.create_batch(count, entry__province=province())
    with django_assert_num_queries(CENTRE_QUERIES):
        client.get(f"{prefix}/centres/phetchaburi/")
