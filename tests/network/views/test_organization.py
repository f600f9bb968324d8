import json
import re

import pytest
from django.core.files.base import ContentFile

from network.enums import EntryStatus, Visibility
from tests.factories.network import (
    CoordinationCentreFactory,
    IssueFactory,
    OrganizationFactory,
    RepresentativeFactory,
)

pytestmark = pytest.mark.django_db
QUERIES = 8  # with the shell: site, identity and menu


def shown(**fields):
    return OrganizationFactory(name="สมาคมรักษ์ทะเล", name_en="Sea Lovers", entry__slug="sea", **fields)


def html(client, prefix=""):
    return client.get(f"{prefix}/organizations/sea/").content.decode()


def test_everyone_reads_a_listed_organization_in_both_languages(client, prefix):
    shown(current_work="ปลูกปะการัง")
    page = html(client, prefix)
    assert "สมาคมรักษ์ทะเล" in page
    assert "Sea Lovers" in page
    assert "ปลูกปะการัง" in page


def test_thai_text_on_an_english_page_is_marked_as_thai(client):
    shown(current_work="ปลูกปะการัง")
    assert ' lang="th"><p>ปลูกปะการัง</p></div>' in html(client, "/en")


@pytest.mark.parametrize("status", [s for s in EntryStatus if s != EntryStatus.LISTED])
def test_what_is_not_listed_is_not_there(client, admin_client, status, prefix):
    shown(entry__status=status)
    assert client.get(f"{prefix}/organizations/sea/").status_code == 404
    assert admin_client.get(f"{prefix}/organizations/sea/").status_code == 404


@pytest.mark.parametrize("slug", ["nowhere", "x" * 10_000, "100%25", "a_b", "%00", "ทะเล"])
def test_an_unknown_address_is_not_found(client, slug, prefix):
    assert client.get(f"{prefix}/organizations/{slug}/").status_code == 404


def test_a_draft_is_not_there_and_its_words_are_not_shown(client):
    organization = shown()
    organization.current_work = "งานที่ยังไม่ประกาศ"
    organization.save_revision()
    assert "งานที่ยังไม่ประกาศ" not in html(client)
    organization.refresh_from_db()
    organization.unpublish()
    assert client.get("/organizations/sea/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client, method, prefix):
    shown()
    assert getattr(client, method)(f"{prefix}/organizations/sea/").status_code == 405


def test_contacts_are_shown_by_their_circle(client):
    organization = shown(
        phone="+6632400000",
        phone_visibility=Visibility.PUBLIC,
        email="sea@example.org",
        email_visibility=Visibility.MEMBERS,
        line_id="@sea-lovers",
        line_visibility=Visibility.SECRETARIAT,
    )
    assert 'href="tel:+6632400000"' in html(client)
    assert "sea@example.org" not in html(client)
    client.force_login(RepresentativeFactory().user)
    assert "sea@example.org" in html(client)
    assert "@sea-lovers" not in html(client)
    organization.entry.is_protected = True
    organization.entry.save()
    assert "tel:+6632400000" not in html(client)


def test_whose_word_the_page_is_stands_on_it(client):
    organization = shown()
    assert client.get("/en/organizations/sea/").context["label"]["label"] == "Self-declared"
    organization.entry.verified_on = "2026-03-27"
    organization.entry.save()
    assert "27 March 2026" in html(client, "/en")
    assert "27 มีนาคม 2569" in html(client)


def test_a_year_is_of_the_readers_era(client):
    shown(year_started=1989)
    assert "พ.ศ. 2532" in html(client)
    assert ">1989<" in html(client, "/en")


def test_the_centre_of_the_province_is_named(client):
    organization = shown()
    assert "/centres/phetchaburi/" in html(client)
    CoordinationCentreFactory(name="ศูนย์เพชร", provinces=[organization.entry.province])
    assert "ศูนย์เพชร" in html(client)


def test_search_engines_learn_no_personal_data(client):
    shown(
        leader_name="ครูใหญ่",
        phone="+6632400000",
        phone_visibility=Visibility.PUBLIC,
        website="https://example.org/sea",
        other_names="</script><script>alert(1)</script>",
    )
    page = html(client)
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    data = json.loads(text)
    assert data["name"] == "สมาคมรักษ์ทะเล"
    assert data["sameAs"] == ["https://example.org/sea"]
    assert "6632400000" not in text
    assert "ครูใหญ่" not in text
    assert "<script>alert" not in page


def test_the_logo_is_served_from_the_private_storage(client, private_files):
    organization = shown()
    assert client.get("/organizations/sea/logo/").status_code == 404
    organization.logo.save("one.png", ContentFile(b"picture"))
    response = client.get("/organizations/sea/logo/")
    assert b"".join(response.streaming_content) == b"picture"
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"public", "max-age=300"} <= set(response["Cache-Control"].split(", "))
    assert "/organizations/sea/logo/?v=one" in html(client)


def test_a_logo_that_waits_for_approval_is_not_served(client):
    organization = shown()
    organization.logo.save("new.png", ContentFile(b"picture"), save=False)
    organization.save_revision()
    assert client.get("/organizations/sea/logo/").status_code == 404


def test_a_hidden_organizations_logo_is_gone(client):
    organization = shown(entry__status=EntryStatus.HIDDEN)
    organization.logo.save("one.png", ContentFile(b"picture"))
    assert client.get("/organizations/sea/logo/").status_code == 404


@pytest.mark.parametrize("name", ["page.svg", "page.html", "noending"])
def test_only_pictures_are_served_as_logos(client, name):
    shown().logo.save(name, ContentFile(b"<script>"))
    assert client.get("/organizations/sea/logo/").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_costs_the_same_however_much_it_tells(client, django_assert_num_queries, count, prefix):
    organization = shown(issues=IssueFactory.create_batch(count))
    CoordinationCentreFactory.create_batch(count, provinces=[organization.entry.province])
    with django_assert_num_queries(QUERIES):
        client.get(f"{prefix}/organizations/sea/")
