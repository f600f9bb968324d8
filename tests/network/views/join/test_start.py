"""/join/: the two ways, and where one's centre is."""

import pytest

from network.enums import ApplicationKind
from network.models import Fee, Province, Tier
from portal.models import Identity
from tests.factories.network import CoordinationCentreFactory

pytestmark = pytest.mark.usefixtures("ready")
QUERIES = 9  # with the shell: site, identity and menu; one for today's fees, two for announcements


def phetchaburi():
    return Province.objects.get(code="TH-76")


def test_the_fee_and_the_months_are_those_of_today(client):
    Fee.objects.filter(tier__kind=ApplicationKind.NATIONAL).update(amount=1500, months=36)
    assert "1,500 บาท ต่อ 36 เดือน" in client.get("/join/").text
    assert "1,500 baht for 36 months" in client.get("/en/join/").text


def test_a_council_without_a_fee_says_so(client):
    Fee.objects.update(amount=0)
    assert client.get("/en/join/").text.count("Free of charge") == 2


def test_without_tiers_the_page_stands(client):
    Fee.objects.all().delete()
    Tier.objects.all().delete()
    assert client.get("/join/").status_code == 200


@pytest.mark.parametrize("value", ["TH-76", "phetchaburi"])
def test_the_centre_of_a_province_is_shown(client, prefix, value):
    CoordinationCentreFactory(
        name="ศูนย์เพชร", name_en="Phet centre", phone="+6632400000", address="เลขที่ 89 เพชรบุรี",
        address_en="89 Phetchaburi", provinces=[phetchaburi()],
    )  # fmt: skip
    page = client.get(f"{prefix}/join/?province={value}").text
    assert ("Phet centre" if prefix else "ศูนย์เพชร") in page
    assert 'href="tel:+6632400000"' in page
    assert 'href="https://www.google.com/maps/search/?api=1&amp;query=' in page
    assert "https://www.openstreetmap.org/search?query=" in page


def test_a_centre_without_address_has_no_map(client):
    CoordinationCentreFactory(address="", address_en="", provinces=[phetchaburi()])
    assert "openstreetmap" not in client.get("/join/?province=TH-76").text


def test_a_centre_without_phone_leaves_the_secretariats(client):
    identity = Identity.load()
    identity.phone = "02 000 0001"
    identity.save()
    CoordinationCentreFactory(phone="", provinces=[phetchaburi()])
    assert client.get("/join/?province=TH-76").text.count("tel:020000001") >= 2


def test_a_vacant_province_has_the_secretariats_phone(client, prefix):
    identity = Identity.load()
    identity.phone = "02 000 0001"
    identity.save()
    response = client.get(f"{prefix}/join/?province=TH-55")
    assert response.context["centres"] == []
    assert response.text.count("tel:020000001") >= 2


@pytest.mark.parametrize("value", ["TH-99", "%00", "x" * 1500, "https://example.org"])
def test_an_unknown_province_is_said_beside_the_field(client, value):
    response = client.get(f"/join/?province={value}")
    assert response.status_code == 200
    assert 'id="province-error"' in response.text


@pytest.mark.parametrize("query", ["", "?province="])
def test_nothing_asked_is_nothing_wrong(client, query):
    text = client.get(f"/join/{query}").text
    assert 'id="province-error"' not in text
    assert '<option value="">' in text


def test_a_chosen_province_needs_no_empty_choice(client):
    assert '<option value="">' not in client.get("/join/?province=TH-76").text


def test_the_form_to_print_is_at_hand(client, prefix):
    assert f'href="{prefix}/join/form.pdf"' in client.get(f"{prefix}/join/").text


def test_it_is_in_the_menu(client):
    assert ("เข้าร่วม", "/join/") in [(i.title, i.url) for i in client.get("/join/").context["main_menu"]]


def test_posting_is_refused(client):
    assert client.post("/join/").status_code == 405


@pytest.mark.parametrize("centres", [1, 30])
def test_questions_to_the_database(client, django_assert_num_queries, centres):
    for _ in range(centres):
        CoordinationCentreFactory(provinces=[phetchaburi()])
    client.get("/join/?province=TH-76")
    with django_assert_num_queries(QUERIES):
        client.get("/join/?province=TH-76")
