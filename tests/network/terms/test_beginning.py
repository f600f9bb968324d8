"""How terms begin and follow one another."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import registry

from network.actions.terms.beginning import begin_term, renew_term, term_end
from network.enums import ApplicationKind, ClosedReason, Standing, TermAction
from network.exceptions import TermIsClosed
from network.models import Membership
from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
NATIONAL = ApplicationKind.NATIONAL


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def treasurer():
    return UserFactory()


def history(membership: Membership) -> list[str]:
    return list(membership.history.values_list("action", flat=True))


def ended(days_ago: int, **fields) -> Membership:
    today = timezone.localdate()
    return MembershipFactory(starts_on=today - timedelta(days=730), ends_on=today - timedelta(days=days_ago), **fields)


def test_a_term_begins_on_the_day_it_is_paid_and_runs_for_its_months(today, treasurer):
    awaited = MembershipFactory(awaiting=True)
    begun = begin_term(awaited, months=24, by=treasurer)
    assert (begun.begun_on, begun.starts_on, begun.ends_on) == (today, today, term_end(today, 24))
    assert begun.standing_on() == Standing.ACTIVE
    entry = begun.history.get()
    assert (entry.action, entry.by) == (TermAction.BEGIN, treasurer)


def test_beginning_again_changes_nothing(treasurer):
    begun = begin_term(MembershipFactory(awaiting=True), months=24, by=treasurer)
    assert begin_term(begun, months=12, by=treasurer).ends_on == begun.ends_on
    assert history(begun) == [TermAction.BEGIN]


def test_a_term_without_months_has_no_end(treasurer):
    assert begin_term(MembershipFactory(awaiting=True), months=None, by=treasurer).ends_on is None


def test_what_was_resigned_before_it_began_does_not_begin(treasurer):
    with pytest.raises(TermIsClosed):
        begin_term(MembershipFactory(awaiting=True, closed=True), months=24, by=treasurer)


def test_a_term_renewed_in_time_goes_on_from_the_day_after_it_ends(today, treasurer):
    old = ended(days_ago=-30)
    new = renew_term(old, months=24, by=treasurer)
    old.refresh_from_db()
    assert (new.begun_on, new.starts_on) == (today, old.ends_on + timedelta(days=1))
    assert new.ends_on == term_end(new.starts_on, 24)
    assert (new.number, new.organization, new.tier, new.follows) == (old.number, old.organization, old.tier, old)
    assert (old.closed_on, old.closed_reason) == (today, ClosedReason.RENEWED)
    assert (old.standing_on(), new.standing_on()) == (Standing.RENEWED, Standing.ACTIVE)
    assert new.certificate_token != old.certificate_token


def test_a_term_renewed_in_grace_has_no_gap():
    old = ended(days_ago=90)
    assert renew_term(old, months=24, by=None).starts_on == old.ends_on + timedelta(days=1)


def test_a_lapsed_membership_begins_again_today(today):
    assert renew_term(ended(days_ago=91), months=24, by=None).starts_on == today


def test_a_slow_treasurer_costs_the_organization_nothing(today):
    old = ended(days_ago=91)
    new = renew_term(old, months=24, by=None, paid_on=today - timedelta(days=1))
    assert new.starts_on == old.ends_on + timedelta(days=1)


def test_renewing_again_answers_with_the_same_new_term():
    old = ended(days_ago=1)
    new = renew_term(old, months=24, by=None)
    assert renew_term(old, months=24, by=None) == new
    assert (Membership.objects.count(), history(new)) == (2, [TermAction.RENEW])


def test_a_suspension_is_not_shed_by_renewing(today):
    new = renew_term(ended(days_ago=1, suspended_on=today, suspended_reason="เหตุผลตัวอย่าง"), months=24, by=None)
    assert (new.suspended_on, new.suspended_reason) == (today, "เหตุผลตัวอย่าง")
    assert new.standing_on() == Standing.SUSPENDED


@pytest.mark.parametrize("fields", [{"closed": True}, {"awaiting": True}])
def test_what_has_ended_or_never_begun_is_not_renewed(fields):
    with pytest.raises(TermIsClosed):
        renew_term(MembershipFactory(**fields), months=24, by=None)


def test_the_log_of_the_organization_tells_it(treasurer):
    new = renew_term(ended(days_ago=1), months=24, by=treasurer)
    entry = registry.get_logs_for_instance(new.organization).get()
    assert (entry.action, entry.user, entry.data["number"]) == ("network.membership.renew", treasurer, new.number)


def test_a_number_is_not_given_to_another_organization():
    tier = TierFactory(kind=NATIONAL)
    first = MembershipFactory(tier=tier, number=7, closed=True)
    renewed = MembershipFactory(organization=first.organization, tier=tier, number=7, follows=first)
    assert renewed.number == first.number
    with pytest.raises(IntegrityError, match="number"), transaction.atomic():
        MembershipFactory(organization=OrganizationFactory(), tier=tier, number=7)


def test_a_term_is_followed_once():
    old = ended(days_ago=1)
    renew_term(old, months=24, by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(organization=OrganizationFactory(), tier=old.tier, number=old.number, follows=old)


def test_an_awaited_membership_has_no_days():
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(begun_on=None)


def test_a_closed_membership_says_why(today):
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(closed_on=today)
