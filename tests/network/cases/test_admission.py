"""What an approval leaves behind of a membership: awaited while a fee is due, in force when there is none."""

import pytest

from network.actions.decisions import Decision, decide
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, Standing, TermAction
from network.models import Membership
from tests.factories.membership import MembershipFactory, TierFactory

pytestmark = pytest.mark.django_db
NATIONAL = ApplicationKind.NATIONAL


def approve(application, by):
    return decide(application, CaseAction.APPROVE, by=by, decision=Decision())


def actions(membership):
    return list(membership.history.values_list("action", flat=True))


def test_a_national_member_is_awaited_until_the_fee_is_paid(make, registrar):
    membership = approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar).membership
    assert (membership.begun_on, membership.starts_on, membership.ends_on) == (None, None, None)
    assert membership.standing_on() == Standing.AWAITING
    assert (actions(membership), membership.history.get().by) == ([TermAction.ADMIT], registrar)


def test_a_registration_that_costs_nothing_is_in_force_at_once(make, coordinator):
    membership = approve(make(), coordinator).membership
    assert membership.standing_on() == Standing.ACTIVE
    assert actions(membership) == [TermAction.ADMIT, TermAction.BEGIN]


def test_an_organization_that_comes_back_has_its_old_number(make, coordinator):
    application = make()
    application.organization = MembershipFactory(number=41, closed=True).organization
    application.save()
    MembershipFactory(number=90)
    back = approve(application, coordinator).membership
    assert (back.number, back.follows.closed_reason) == (41, "resigned")
    assert approve(make(), coordinator).membership.number == 91


def test_a_number_once_given_is_not_given_again(make, coordinator):
    MembershipFactory(tier=TierFactory(), number=5, closed=True)
    assert approve(make(), coordinator).membership.number == 6
    assert Membership.objects.filter(number=5).count() == 1
