"""Who is shown as a member: on the organization's page and in the directory, and nobody who is none (any more)."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.factories.membership import MembershipFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def tiers_on_page(client, organization):
    return client.get(organization.get_absolute_url()).context["tiers"]


def badges(client) -> list[str]:
    return [row.get("badge", "") for row in client.get(reverse("network:organizations")).context["rows"]]


@pytest.mark.parametrize("days_left", [400, 30, -30, None])
def test_a_member_is_shown_as_one(client, organization, days_left):
    term = member(days_left, organization=organization)
    assert tiers_on_page(client, organization) == [str(term.tier)]
    assert badges(client) == [str(term.tier)]


@pytest.mark.parametrize(
    ("days_left", "fields"),
    [
        (-91, {}),
        (400, {"suspended_on": TODAY}),
        (400, {"closed_on": TODAY, "closed_reason": "resigned"}),
        (400, {"closed_on": TODAY, "closed_reason": "ended"}),
    ],
)
def test_who_lapsed_was_suspended_or_left_is_not(client, organization, days_left, fields):
    term = member(days_left, organization=organization, **fields)
    assert tiers_on_page(client, organization) == []
    assert badges(client) == [""]
    assert str(term.tier) not in client.get(organization.get_absolute_url()).text


def test_who_has_not_paid_yet_is_not(client, organization):
    MembershipFactory(organization=organization, awaiting=True)
    assert tiers_on_page(client, organization) == []


def test_of_two_the_first_tier_stands_in_the_list_and_both_on_the_page(client, organization):
    national = member(400, organization=organization)
    MembershipFactory(organization=organization)
    assert len(tiers_on_page(client, organization)) == 2
    with override("en"):
        assert badges(client) == [national.tier.name_en]
        page = client.get(organization.get_absolute_url()).text
    assert f"{national.tier.name_en}, number {national.number}" in page
