"""The one way into the register, for one organization and for many."""

import pytest
from django.db import connection
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex
from wagtail.signals import published

from network.actions.entering import Newcomer, enter_organization, enter_organizations, free_slug
from network.enums import EntryStatus, LegalForm
from network.models import Organization
from network.search.texts import refresh
from tests.factories.network import IssueFactory, ProvinceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
# Rows, links, revisions, update, logs, index, entries, and what is looked up for them.
QUERIES = {"sqlite": 12, "postgresql": 11}


@pytest.fixture
def issue():
    return IssueFactory(name="น้ำ", name_en="Water")


def newcomer(number=1, issues=(), slug="", **profile):
    profile = {"name": f"ตัวอย่าง สมาคมที่ {number}", "name_en": f"Sample association {number}", **profile}
    register = {
        "province": ProvinceFactory().pk,
        "legal_form": LegalForm.ASSOCIATION,
        "status": EntryStatus.LISTED,
        "district": "ท่ายาง",
    }
    return Newcomer(profile, register, issues, slug)


def test_each_is_public_and_found_like_any_other(issue, client):
    enter_organizations([newcomer(number, [issue]) for number in (1, 2)], by=None)
    assert Organization.objects.listed().count() == 2
    assert "ตัวอย่าง สมาคมที่ 2" in client.get("/organizations/", {"q": "น้ำ ท่ายาง"}).text
    assert client.get("/organizations/sample-association-1/").status_code == 200


def test_the_search_columns_are_those_that_a_refresh_would_write(issue):
    enter_organizations([newcomer(1, [issue], other_names="ส.ต.ย."), newcomer(2, name_en="")], by=None)
    assert refresh() == 0


def test_the_history_begins_with_the_version_that_is_public(issue):
    person = UserFactory()
    organization = Organization.objects.get(pk=enter_organizations([newcomer(1, [issue])], by=person)[0].pk)
    assert organization.live_revision == organization.latest_revision
    assert not organization.has_unpublished_changes
    assert organization.first_published_at == organization.last_published_at
    version = organization.latest_revision.as_object()
    assert (version.name, list(version.issues.all())) == (organization.name, [issue])
    assert organization.latest_revision.user == person
    [entry] = registry.get_logs_for_instance(organization)
    assert (entry.action, entry.user, entry.revision) == ("wagtail.publish", person, organization.latest_revision)


def test_the_next_version_can_be_published_as_usual(issue):
    [organization] = enter_organizations([newcomer(1, [issue])], by=None)
    organization = Organization.objects.get(pk=organization.pk)
    organization.name = "ตัวอย่าง ชื่อใหม่"
    organization.save_revision().publish()
    organization.refresh_from_db()
    assert (organization.name, organization.issues.get()) == ("ตัวอย่าง ชื่อใหม่", issue)


def test_nothing_is_left_for_the_index_of_references(issue):
    [organization] = enter_organizations([newcomer(1, [issue])], by=UserFactory())
    ReferenceIndex.create_or_update_for_object(Organization.objects.get(pk=organization.pk))
    assert not ReferenceIndex.objects.exists()


def test_the_cms_finds_them(admin_client):
    enter_organizations([newcomer()], by=None)
    page = admin_client.get("/admin/snippets/network/organization/", {"q": "Sample"})
    assert "ตัวอย่าง สมาคมที่ 1" in page.text


@pytest.mark.parametrize("count", [1, 5])
def test_many_cost_as_many_queries_as_one(count, issue, django_assert_num_queries):
    newcomers = [newcomer(number, [issue]) for number in range(count)]
    enter_organizations([newcomer("x")], by=None)
    with django_assert_num_queries(QUERIES[connection.vendor]):
        enter_organizations(newcomers, by=None)


def test_a_single_one_is_told_to_whoever_listens():
    told = []

    def listen(instance, revision, **kwargs):
        told.append((instance.pk, revision.pk))

    published.connect(listen, sender=Organization)
    try:
        organization = enter_organization(newcomer(), by=None)
    finally:
        published.disconnect(listen, sender=Organization)
    assert told == [(organization.pk, organization.live_revision_id)]


def test_two_of_one_english_name_have_two_addresses():
    one, other = enter_organizations([newcomer(1, name_en="Sample"), newcomer(2, name_en="Sample")], by=None)
    assert [one.entry.slug, other.entry.slug] == ["sample", f"sample-{other.pk}"]


def test_one_that_brings_its_address_keeps_it():
    [organization] = enter_organizations([newcomer(slug="rak-muang")], by=None)
    assert organization.entry.slug == "rak-muang"


@pytest.mark.parametrize(
    ("english", "taken", "slug"),
    [
        ("Another group", set(), "another-group"),
        ("Sample group", {"sample-group"}, "sample-group-7"),
        ("", set(), "organization-7"),
        ("", {"organization-7"}, "organization-7-7"),
        ("x" * 90, set(), "x" * 70),
    ],
)
def test_an_address_is_taken_once(english, taken, slug):
    assert free_slug(english, 7, taken) == slug
