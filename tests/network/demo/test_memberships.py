"""The demo's memberships: one of every standing at least, each with its history."""

import pytest
from django.db.models import Count

from network.demo.memberships import load_memberships, read_memberships
from network.enums import Standing, TermAction
from network.models import Membership, MembershipEntry

pytestmark = pytest.mark.django_db


def test_every_standing_can_be_looked_at(demo):
    found = dict(Membership.objects.with_standing().values_list("standing").annotate(Count("pk")))
    assert set(found) == set(Standing.values)


def test_the_demos_own_people_have_something_to_do(demo):
    of = Membership.objects.with_standing().filter(organization__representatives__user__email="rep@example.org")
    assert {term.standing for term in of} >= {Standing.DUE_SOON, Standing.AWAITING}
    assert of.get(standing=Standing.AWAITING).payments.due().exists()


def test_a_coordinator_has_somebody_to_call(demo):
    here = Membership.objects.in_provinces(["TH-50"]).renewable().without_slip()
    assert here.exists()


def test_members_of_long_standing_bear_one_number(demo):
    old = Membership.objects.filter(follows__isnull=False).select_related("follows")
    assert old.count() >= 4
    for term in old:
        assert (term.number, term.organization_id) == (term.follows.number, term.follows.organization_id)
        assert term.follows.closed_on == term.begun_on


def test_what_happened_is_told_with_its_reason(demo):
    assert not Membership.objects.filter(history__isnull=True).exists()
    reasons = MembershipEntry.objects.filter(action__in=(TermAction.SUSPEND, TermAction.RESIGN, TermAction.END))
    assert reasons.count() == 3
    assert all("ตัวอย่าง" in entry.message for entry in reasons)


def test_loading_again_adds_nothing(demo):
    before = Membership.objects.count(), MembershipEntry.objects.count()
    load_memberships()
    assert (Membership.objects.count(), MembershipEntry.objects.count()) == before


def test_a_number_stands_once_in_the_file():
    numbers = [(row["kind"], row["number"]) for row in read_memberships()]
    assert len(set(numbers)) == len(numbers)
