"""The desk: organizations that nobody represents, and the centre's invitation of their first contact."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import Invited, invite, keep_letter
from network.enums import RepresentativeRole
from network.models import Invitation, Organization, Representative
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.network.people.conftest import ADDRESS, NAME, acting, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole
PAST = {"mandate_from": "2020-01-01", "mandate_until": "2020-12-31"}
LIST = "/desk/?show=nobody"
QUERIES = 24


def url(organization, name="people", *args, language="th"):
    with override(language):
        return reverse(f"network_desk:{name}", args=[organization.pk, *args])


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(coordinator):
    return browser(coordinator)


def listed(desk) -> list[str]:
    return [row["title"] for row in desk.get(LIST).context["rows"]]


def test_an_organization_whose_only_primary_contacts_days_are_over_is_listed(desk, organization, rep, colleague):
    assert listed(desk) == []
    Representative.objects.filter(user=rep).update(**PAST)
    assert listed(desk) == [organization.display_name]
    assert list(Organization.objects.unrepresented()) == [organization]


def test_those_that_had_somebody_stand_first(desk, organization):
    never = OrganizationFactory(name="ก ตัวอย่าง ไม่เคยมีใคร")
    RepresentativeFactory(organization=organization, **PAST)
    assert listed(desk) == [organization.display_name, never.display_name]
    page = desk.get(LIST).text
    assert gettext("Somebody acted for it before, and no longer does.") in page
    assert next(row["title"] for row in desk.get(f"{LIST}&order=name").context["rows"]) == never.display_name


def test_only_organizations_of_ones_provinces_are_listed_and_opened(organization, elsewhere, registrar, rep):
    Representative.objects.update(**PAST)
    assert listed(browser(elsewhere)) == []
    for person in (elsewhere, registrar, rep):
        assert browser(person).get(url(organization)).status_code == 404
        assert browser(person).post(url(organization), {"name": NAME}).status_code == 404
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_centre_invites_the_first_contact(desk, organization, coordinator, language):
    with override(language):
        assert desk.get(url(organization, language=language)).status_code == 200
        answer = desk.post(url(organization, language=language), {"name": NAME, "address": ADDRESS})
        made = Invitation.objects.get()
        assert answer.url == reverse("network_invitation:kept", args=[made.pk])
    assert (made.role, made.invited_by, made.language) == (R.PRIMARY, coordinator, language)
    page = desk.get(answer.url)
    assert page.context["back"][1].endswith(LIST)
    assert NAME in desk.get(url(organization)).text
    assert gettext("Invited, not answered yet") in desk.get(LIST).text


def test_what_is_wrong_is_said_beside_its_field(desk, organization):
    page = desk.post(url(organization), {"name": "", "address": "x"})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["name", "address"]


def test_where_somebody_is_there_the_centre_has_no_form(desk, organization, rep):
    page = desk.get(url(organization))
    assert page.status_code == 200
    assert 'name="address"' not in page.text
    assert str(rep) in page.text
    assert desk.post(url(organization), {"name": NAME, "address": ADDRESS}).status_code == 422
    assert not Invitation.objects.exists()


def test_a_coordinator_who_acts_for_it_leaves_it_to_others(desk, organization, coordinator):
    RepresentativeFactory(organization=organization, user=coordinator, role=R.EDITOR)
    page = desk.get(url(organization))
    assert gettext("You act for this organization") in page.text
    assert 'name="address"' not in page.text
    assert desk.post(url(organization), {"name": NAME, "address": ADDRESS}).status_code == 422


def test_the_centre_ends_a_mandate_after_one_question(desk, organization, rep):
    address = url(organization, "people_end", mandate_of(rep, organization).pk)
    assert desk.get(address).status_code == 200
    assert acting(organization) == {rep.email: R.PRIMARY}
    assert desk.post(address).url == url(organization)
    assert acting(organization) == {}
    assert desk.post(address).url == url(organization)
    assert listed(desk) == [organization.display_name]


def test_the_centre_opens_a_mandate_letter_and_no_other_centre_does(desk, organization, rep, elsewhere):
    mandate = mandate_of(rep, organization)
    keep_letter(mandate, by=rep, file=ContentFile(b"%PDF-1", name="a.pdf"), name="มอบหมาย.pdf")
    address = url(organization, "people_letter", mandate.pk)
    assert desk.get(address).getvalue() == b"%PDF-1"
    for name in ("people_letter", "people_end"):
        assert browser(elsewhere).get(url(organization, name, mandate.pk)).status_code == 404
    stranger = RepresentativeFactory()
    assert desk.get(url(organization, "people_letter", stranger.pk)).status_code == 404


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_asks_as_often_for_one_as_for_many(desk, coordinator, count, django_assert_num_queries):
    for organization in OrganizationFactory.create_batch(count):
        RepresentativeFactory(organization=organization, **PAST)
        invite(organization, by=coordinator, role=R.PRIMARY, whom=Invited(NAME, ADDRESS))
    desk.get(LIST)
    with django_assert_num_queries(QUERIES):
        page = desk.get(LIST)
    assert len(page.context["rows"]) == count


def test_a_mandate_that_ends_today_still_counts(desk, organization, rep):
    Representative.objects.update(mandate_until=timezone.localdate())
    assert listed(desk) == []
    Representative.objects.update(
        mandate_from=timezone.localdate() - timedelta(days=2), mandate_until=timezone.localdate() - timedelta(days=1)
    )
    assert listed(desk) == [organization.display_name]
