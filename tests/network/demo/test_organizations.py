import pytest
from wagtail.models import Revision
from wagtail.search.backends import get_search_backend

from network.demo.organizations import load_organizations, read_rows
from network.demo.places import load_centres
from network.models import CoordinationCentre, Organization, Province, RegisterEntry
from network.reference import load_issues, load_provinces

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo():
    load_provinces()
    load_issues()
    load_centres()
    load_organizations()


def test_the_directory_shows_99_organizations_of_71_provinces(demo):
    listed = Organization.objects.listed()
    assert listed.count() == 99
    assert listed.values("entry__province").distinct().count() == 71


def test_organizations_that_are_not_listed_are_there_too(demo):
    assert Organization.objects.count() == len(read_rows()) == 103


def test_every_organization_is_live_with_the_revision_that_was_approved(demo):
    for organization in Organization.objects.select_related("latest_revision", "live_revision"):
        assert organization.latest_revision == organization.live_revision
        assert not organization.has_unpublished_changes
        approved = organization.latest_revision.as_object()
        assert approved.current_work == organization.current_work
        assert [i.pk for i in approved.issues.all()] == [i.pk for i in organization.issues.all()]


def test_publishing_the_first_revision_again_changes_nothing(demo):
    organization = Organization.objects.get(entry__slug="sample-capital-city-civil-society-network")
    issues = set(organization.issues.values_list("slug", flat=True))
    organization.latest_revision.publish()
    organization = Organization.objects.get(pk=organization.pk)
    assert organization.live
    assert set(organization.issues.values_list("slug", flat=True)) == issues != set()
    assert organization.entry.province_id == "TH-10"


def test_every_organization_can_be_searched_and_sorted(demo):
    assert not RegisterEntry.objects.filter(search_text="").exists()
    assert not RegisterEntry.objects.filter(sort_key=b"").exists()
    assert get_search_backend().search("Sample", Organization).count() == 103


def test_repeating_doubles_nothing_and_keeps_what_was_edited(demo):
    Organization.objects.filter(entry__slug="sample-capital-city-civil-society-network").update(name="แก้แล้ว")
    CoordinationCentre.objects.filter(slug="phetchaburi").update(phone="032 400 000")
    load_centres()
    load_organizations()
    assert Organization.objects.count() == Revision.objects.count() == 103
    assert Organization.objects.filter(name="แก้แล้ว").count() == 1
    assert CoordinationCentre.objects.get(slug="phetchaburi").phone == "032 400 000"


def test_a_repeated_load_asks_one_question(demo, django_assert_num_queries):
    with django_assert_num_queries(3):  # with the savepoint around it
        load_organizations()


def test_the_centre_of_phetchaburi_is_no_sample(demo):
    centre = CoordinationCentre.objects.get(provinces="TH-76")
    assert not centre.is_sample
    assert "โพไร่หวาน" in centre.address


def test_one_centre_may_serve_two_provinces(demo):
    assert Province.objects.get(code="TH-51").centres.get() == Province.objects.get(code="TH-50").centres.get()
