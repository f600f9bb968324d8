"""Where a membership stands: the rule by example, and its two tellings held equal."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from network.enums import GOOD_STANDING, ClosedReason, Standing
from network.models import Limits, Membership, MembershipSettings, Organization
from tests.factories.membership import MembershipFactory

DAY = date(2027, 3, 10)
LIMITS = Limits(due_soon_days=60, grace_days=90)
S = Standing


def term(**fields) -> Membership:
    return Membership(**{"begun_on": date(2025, 1, 1), "starts_on": date(2025, 1, 1), **fields})


@pytest.mark.parametrize(
    ("days_left", "standing"),
    [
        (None, S.ACTIVE),
        (61, S.ACTIVE),
        (60, S.DUE_SOON),
        (0, S.DUE_SOON),
        (-1, S.GRACE),
        (-90, S.GRACE),
        (-91, S.LAPSED),
    ],
)
def test_a_term_in_force_stands_by_the_days_to_its_end(days_left, standing):
    ends_on = None if days_left is None else DAY + timedelta(days=days_left)
    assert term(ends_on=ends_on).standing_on(DAY, LIMITS) == standing


def test_a_membership_whose_fee_is_not_paid_waits():
    assert term(begun_on=None, starts_on=None).standing_on(DAY, LIMITS) == S.AWAITING


def test_a_term_that_was_paid_ahead_counts_from_the_day_it_was_paid():
    ahead = term(begun_on=DAY, starts_on=DAY + timedelta(days=50), ends_on=DAY + timedelta(days=780))
    assert ahead.standing_on(DAY, LIMITS) == S.ACTIVE
    assert ahead.standing_on(DAY - timedelta(days=1), LIMITS) == S.AWAITING


def test_a_suspension_stands_above_the_days_and_below_the_end():
    suspended = term(suspended_on=DAY, ends_on=DAY - timedelta(days=400))
    assert suspended.standing_on(DAY, LIMITS) == S.SUSPENDED
    suspended.closed_on, suspended.closed_reason = DAY, ClosedReason.RESIGNED
    assert suspended.standing_on(DAY, LIMITS) == S.RESIGNED


@pytest.mark.parametrize(
    ("reason", "standing"),
    [
        (ClosedReason.RENEWED, S.RENEWED),
        (ClosedReason.RESIGNED, S.RESIGNED),
        (ClosedReason.ENDED, S.ENDED),
    ],
)
def test_a_closed_term_stands_as_its_reason_says_from_that_day(reason, standing):
    closed = term(closed_on=DAY, closed_reason=reason)
    assert closed.standing_on(DAY, LIMITS) == standing
    assert closed.standing_on(DAY - timedelta(days=1), LIMITS) == S.ACTIVE


def test_the_days_are_those_that_the_council_has_set(db):
    MembershipSettings.objects.update_or_create(pk=1, defaults={"due_soon_days": 10, "grace_days": 5})
    today = timezone.localdate()
    assert term(ends_on=today + timedelta(days=11)).standing_on() == S.ACTIVE
    assert term(ends_on=today + timedelta(days=10)).standing_on() == S.DUE_SOON
    assert term(ends_on=today - timedelta(days=6)).standing_on() == S.LAPSED


def test_organizations_in_good_standing_have_a_term_with_all_rights(db):
    today = timezone.localdate()
    began = today - timedelta(days=700)
    ends = {"good": 30, "grace": -30, "lapsed": -91}
    rows = {
        name: MembershipFactory(starts_on=began, ends_on=today + timedelta(days=left)) for name, left in ends.items()
    }
    MembershipFactory(awaiting=True)
    MembershipFactory(suspended_on=today)
    MembershipFactory(closed=True)
    good = {rows["good"].organization, rows["grace"].organization}
    assert set(Organization.objects.in_good_standing()) == good
    assert {term.organization for term in Membership.objects.in_good_standing(today)} == good
    # The rule may be asked of the day of an assembly.
    assert set(Organization.objects.in_good_standing(today + timedelta(days=61))) == {rows["good"].organization}


days = st.none() | st.dates(date(2025, 1, 1), date(2029, 12, 31))


class TestBothTellings(TestCase):
    """Python's and the database's, over every combination of days."""

    @settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(
        begun_on=days,
        length=st.none() | st.integers(0, 900),
        suspended_on=days,
        closed_on=days,
        reason=st.sampled_from(ClosedReason),
        day=st.dates(date(2025, 1, 1), date(2029, 12, 31)),
        limits=st.builds(Limits, st.integers(1, 365), st.integers(1, 365)),
    )
    def test_agree(self, begun_on, length, suspended_on, closed_on, reason, day, limits):
        row = MembershipFactory(
            begun_on=begun_on,
            starts_on=begun_on,
            ends_on=begun_on + timedelta(days=length) if begun_on and length is not None else None,
            suspended_on=suspended_on,
            closed_on=closed_on,
            closed_reason=reason if closed_on else "",
        )
        expected = row.standing_on(day, limits)
        rows = Membership.objects.filter(pk=row.pk)
        assert rows.with_standing(day, limits).get().standing == expected, connection.vendor
        assert rows.standing_as(expected, day=day, limits=limits).exists()
        assert rows.in_good_standing(day, limits).exists() == (expected in GOOD_STANDING)
