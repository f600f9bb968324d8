"""What the network adds to the menu, the front page and the sitemap, and its places in the CMS."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from network.enums import EntryStatus
from network.models import Province
from network.reference import load_issues, load_provinces
from network.sections import members_by_region
from network.wagtail_hooks.pages import menu_items, organizations_found
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "url"), [("th", "/organizations/"), ("en", "/en/organizations/")])
def test_the_menu_leads_to_the_directory(language, url):
    with translation.override(language):
        assert menu_items(RequestFactory().get("/"))[0][2] == url


def test_an_empty_register_is_not_drawn():
    OrganizationFactory(entry__status=EntryStatus.PENDING)
    assert members_by_region(RequestFactory().get("/")) is None


@pytest.mark.parametrize("count", [1, 30])
def test_the_front_page_counts_by_region_and_province(django_assert_num_queries, count):
    load_provinces()
    OrganizationFactory.create_batch(count, entry__province=Province.objects.get(code="TH-76"))
    with django_assert_num_queries(2):
        context = members_by_region(RequestFactory().get("/")).context
    assert context["total"] == count
    assert [bar["count"] for bar in context["regions"] if bar["count"]] == [count]
    assert [(row["province"].code, row["count"]) for row in context["provinces"]] == [("TH-76", count)]


def test_the_sitemap_names_listed_organizations_and_centres_in_both_languages(client):
    load_provinces()
    OrganizationFactory(entry__slug="sea")
    OrganizationFactory(entry__slug="secret", entry__status=EntryStatus.HIDDEN)
    text = client.get("/sitemap.xml").content.decode()
    assert "/organizations/sea/<" in text
    assert "/en/organizations/sea/<" in text
    assert "/en/centres/phetchaburi/<" in text
    assert "secret" not in text


@pytest.mark.parametrize("model", ["province", "coordinationcentre", "issue"])
def test_the_places_are_listed_and_searched_in_the_cms(admin_client, model):
    load_provinces()
    load_issues()
    CoordinationCentreFactory(provinces=[Province.objects.get(code="TH-76")])
    url = reverse(f"wagtailsnippets_network_{model}:list")
    assert admin_client.get(url).status_code == 200
    assert admin_client.get(url, {"q": "เพชรบุรี"}).status_code == 200


def test_a_province_is_corrected_but_never_added_or_deleted(admin_client):
    load_provinces()
    names = "wagtailsnippets_network_province"
    assert admin_client.get(reverse(f"{names}:edit", args=["TH-76"])).status_code == 200
    assert admin_client.get(reverse(f"{names}:add")).status_code == 302
    assert admin_client.post(reverse(f"{names}:delete", args=["TH-76"])).status_code == 302
    assert Province.objects.count() == 77


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "1 องค์กรที่ตรงกับ “ริมโขง”"), ("/en", "1 organization for “ริมโขง”")],
)
def test_the_search_of_pages_leads_on_to_organizations(client, prefix, words):
    OrganizationFactory(name="เครือข่ายคนริมโขง")
    OrganizationFactory(name="สมาคมคนริมโขง", entry__status=EntryStatus.PENDING)
    page = client.get(f"{prefix}/search/?q=ริมโขง").text
    assert words in page
    assert f'href="{prefix}/organizations/?q=%E0' in page
    assert "/organizations/?q=" not in client.get(f"{prefix}/search/?q=xqzkv").text


@pytest.mark.parametrize("count", [1, 30])
def test_looking_among_organizations_costs_two_questions(django_assert_num_queries, count):
    OrganizationFactory.create_batch(count, name="เครือข่ายคนริมโขง")
    with django_assert_num_queries(2):
        assert organizations_found(SimpleNamespace(user=AnonymousUser()), "ริมโขง")
