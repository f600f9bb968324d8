import pytest
from django.urls import reverse

from network.enums import EntryStatus, LegalForm
from portal.thai.keyboard import to_latin_layout
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
URL = "/organizations/"
# With the shell: site, identity and menu.
QUERIES = 13


def organization(name="ตัวอย่าง", province="TH-76", **fields):
    return OrganizationFactory(name=name, entry__province=ProvinceFactory(code=province), **fields)


@pytest.fixture
def listed(provinces):
    """Three organizations of two provinces and regions."""
    health = IssueFactory(name="สุขภาพ", name_en="Health", slug="health")
    return [
        organization("มูลนิธิสุขใจ", "TH-76", entry__legal_form=LegalForm.FOUNDATION, issues=[health]),
        organization("สมาคมประมงเพชรบุรี", "TH-76", name_en="Phetchaburi Fishers"),
        organization("สมาคมเยาวชนเชียงใหม่", "TH-50", name_en="Chiang Mai Youth", issues=[health]),
    ]


def names(response):
    return [row["title"] for row in response.context["rows"]]


def facet(response, number):
    return {str(item["label"]): item["count"] for item in response.context["facets"][number]["items"]}


def test_everyone_reads_the_list_in_both_languages(client, listed, prefix):
    response = client.get(prefix + URL)
    assert response.status_code == 200
    assert len(names(response)) == 3


def test_thai_is_ordered_by_the_thai_dictionary(client, listed):
    assert names(client.get(URL)) == ["มูลนิธิสุขใจ", "สมาคมประมงเพชรบุรี", "สมาคมเยาวชนเชียงใหม่"]


def test_english_is_ordered_by_the_english_name_and_shows_it(client, listed):
    english = [o.name_en for o in sorted(listed, key=lambda o: o.name_en)]
    assert names(client.get("/en" + URL)) == english


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_list_is_only_read(client, method, prefix):
    assert getattr(client, method)(prefix + URL).status_code == 405


@pytest.mark.parametrize("status", [s for s in EntryStatus if s != EntryStatus.LISTED])
def test_what_is_not_listed_is_not_shown_even_to_the_secretariat(admin_client, client, status):
    OrganizationFactory(entry__status=status)
    assert names(client.get(URL)) == names(admin_client.get(URL)) == []


def test_what_is_not_published_is_not_shown(client):
    OrganizationFactory(live=False)
    assert names(client.get(URL)) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=ประมง", ["สมาคมประมงเพชรบุรี"]),
        ("q=phetchaburi", ["สมาคมประมงเพชรบุรี", "มูลนิธิสุขใจ"]),
        ("province=chiang-mai", ["สมาคมเยาวชนเชียงใหม่"]),
        ("region=west", ["มูลนิธิสุขใจ", "สมาคมประมงเพชรบุรี"]),
        ("legal_form=foundation", ["มูลนิธิสุขใจ"]),
        ("issue=health", ["มูลนิธิสุขใจ", "สมาคมเยาวชนเชียงใหม่"]),
        ("issue=health&province=phetchaburi", ["มูลนิธิสุขใจ"]),
        ("issue=health&q=เชียงใหม่", ["สมาคมเยาวชนเชียงใหม่"]),
        ("issue=health&q=ประมง", []),
        ("province=&q=", ["มูลนิธิสุขใจ", "สมาคมประมงเพชรบุรี", "สมาคมเยาวชนเชียงใหม่"]),
    ],
)
def test_search_and_filters_narrow_the_list(client, listed, query, expected):
    assert names(client.get(f"{URL}?{query}")) == expected


def test_counts_reflect_the_other_filters_but_not_their_own(client, listed):
    response = client.get(f"{URL}?province=phetchaburi&issue=health")
    assert facet(response, 0) == {"ภาคตะวันตก": 1}
    assert facet(response, 1) == {"เชียงใหม่": 1, "เพชรบุรี": 1}
    assert facet(response, 3) == {"สุขภาพ": 1}


def test_counts_reflect_the_search(client, listed):
    assert facet(client.get(f"{URL}?q=เชียงใหม่"), 1) == {"เชียงใหม่": 1}


def test_english_provinces_are_in_english_order(client, listed):
    assert list(facet(client.get(f"/en{URL}"), 1)) == ["Chiang Mai", "Phetchaburi"]


def test_every_chosen_filter_can_be_taken_off(client, listed):
    response = client.get(f"{URL}?q=สุข&province=phetchaburi&issue=health")
    urls = [chip["url"] for chip in response.context["chips"]]
    assert urls[0] == f"{URL}?province=phetchaburi&issue=health"
    assert [url.count("=") for url in urls] == [2, 2, 2]


def test_a_filter_keeps_the_search_and_drops_the_page(client, listed):
    item = client.get(f"{URL}?q=phet&page=1").context["facets"][0]["items"][0]
    assert item["url"] == f"{URL}?q=phet&region=west"


def test_a_search_keeps_the_filters(client, listed):
    html = client.get(f"{URL}?province=phetchaburi").content.decode()
    assert '<input type="hidden" name="province" value="phetchaburi">' in html


@pytest.mark.parametrize("name", ["province", "region", "legal_form", "issue"])
@pytest.mark.parametrize("value", ["nowhere", "TH-76", "%00", "%25", "x" * 10_000, "'; drop table--", "เพชรบุรี"])
def test_an_unknown_filter_shows_nothing_and_says_so(client, listed, name, value, prefix):
    response = client.get(f"{prefix}{URL}?{name}={value}")
    assert response.status_code == 200
    if value == "%00":  # nothing is left of it
        assert len(names(response)) == 3
    else:
        assert names(response) == []
        assert [f.name for f in response.context["unknown"]] == [name]


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "ก" * 10_000, "%00", "%25", "_", "%5C", "'", "%F0%9F%90%98", "%FF", "<b>"]
)
def test_any_search_is_answered(client, listed, query, prefix):
    response = client.get(f"{prefix}{URL}?q={query}")
    assert response.status_code == 200
    assert len(response.context["query"]) <= 200


def test_what_was_typed_is_shown_as_text(client, listed):
    html = client.get(f"{URL}?q=<script>alert(1)</script>").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_what_was_typed_on_the_wrong_keyboard_is_repaired_and_said(client, listed):
    response = client.get(URL, {"q": to_latin_layout("ประมงเพชร")})
    assert "ประมงเพชร" in response.context["notice"]["title"]
    assert names(response) == ["สมาคมประมงเพชรบุรี"]


def test_what_is_spelled_alike_is_offered_not_asserted(client, listed):
    response = client.get(f"{URL}?q=เชียงไหม่")
    assert names(response) == ["สมาคมเยาวชนเชียงใหม่"]
    assert "เชียงไหม่" in response.context["notice"]["text"]


@pytest.mark.parametrize(
    ("asked", "number"), [("abc", 1), ("0", 2), ("-1", 2), ("999", 2), ("2", 2), ("", 1), ("%00", 1)]
)
def test_any_page_number_leads_to_a_page(client, provinces, asked, number):
    OrganizationFactory.create_batch(25)
    response = client.get(f"{URL}?page={asked}")
    assert response.status_code == 200
    assert response.context["page"].number == number


def test_pages_hold_24_and_keep_the_filters(client, provinces):
    OrganizationFactory.create_batch(25)
    response = client.get(f"{URL}?province=phetchaburi")
    assert len(names(response)) == 24
    assert 'rel="next" href="?province=phetchaburi&amp;page=2"' in response.content.decode()


def test_only_the_whole_list_is_for_search_engines(client, listed):
    assert b"noindex" not in client.get(URL).content
    assert b"noindex" in client.get(f"{URL}?q=x").content


def test_the_language_switch_keeps_the_search(client, listed):
    html = client.get(f"{URL}?province=phetchaburi").content.decode()
    assert 'href="/en/organizations/?province=phetchaburi"' in html


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_the_same_however_long(client, provinces, django_assert_num_queries, count, prefix):
    OrganizationFactory.create_batch(count, issues=[IssueFactory()])
    with django_assert_num_queries(QUERIES):
        client.get(prefix + URL)


@pytest.mark.parametrize("count", [1, 30])
def test_a_search_costs_one_question_more(client, provinces, django_assert_num_queries, count):
    OrganizationFactory.create_batch(count)
    with django_assert_num_queries(QUERIES + 1):
        client.get(f"{URL}?q=ตัวอย่าง")


def test_the_addresses_have_names():
    assert reverse("network:organizations") == URL
