"""What a tier costs, from one day until another."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from network import setup
from network.enums import ApplicationKind
from network.models import Fee, Tier, fee_on
from network.models.fee import priced_tiers
from tests.factories.membership import TierFactory
from tests.factories.payments import FeeFactory, PaymentFactory

pytestmark = pytest.mark.django_db
FIRST, CHANGE = date(2020, 8, 14), date(2026, 1, 1)


@pytest.fixture
def tier():
    return TierFactory(kind=ApplicationKind.NATIONAL)


@pytest.fixture
def two(tier):
    """2,000 baht until the end of 2025, then 1,500."""
    old = FeeFactory(tier=tier, valid_from=FIRST, valid_until=CHANGE - timedelta(days=1))
    return old, FeeFactory(tier=tier, valid_from=CHANGE, amount=1500, months=12)


@pytest.mark.parametrize(
    ("day", "amount"),
    [(FIRST, 2000), (CHANGE - timedelta(days=1), 2000), (CHANGE, 1500), (date(2099, 1, 1), 1500)],
)
def test_the_fee_is_that_of_the_day(tier, two, day, amount):
    assert fee_on(tier, day).amount == amount


def test_before_the_first_fee_nothing_is_to_be_paid(tier, two):
    assert fee_on(tier, FIRST - timedelta(days=1)) is None


def test_each_tier_has_its_own(tier, two):
    assert fee_on(TierFactory(kind=ApplicationKind.PROVINCIAL), CHANGE) is None


@pytest.mark.parametrize(
    ("first", "last"),
    [(FIRST - timedelta(days=9), None), (FIRST, FIRST), (CHANGE, None), (date(2030, 1, 1), date(2030, 2, 1))],
)
def test_two_fees_of_a_tier_never_hold_on_one_day(tier, two, first, last):
    with pytest.raises(ValidationError) as wrong:
        Fee(tier=tier, amount=1, valid_from=first, valid_until=last).clean()
    assert "valid_from" in wrong.value.message_dict


def test_a_fee_may_end_where_the_next_begins(tier, two):
    Fee(tier=tier, amount=1, valid_from=date(2020, 1, 1), valid_until=FIRST - timedelta(days=1)).full_clean()


def test_a_fee_does_not_collide_with_itself(two):
    for fee in two:
        fee.full_clean()


@pytest.mark.parametrize(
    "wrong",
    [
        {"valid_from": FIRST},
        {"valid_from": date(2030, 1, 1), "valid_until": date(2029, 1, 1)},
        {"valid_from": date(2030, 1, 1), "amount": -1},
    ],
)
def test_the_database_keeps_the_rules_too(tier, two, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Fee.objects.create(tier=tier, **wrong)


def test_a_fee_is_used_once_somebody_was_asked_to_pay_by_it(two):
    PaymentFactory(fee=two[0], membership__tier=two[0].tier)
    PaymentFactory(fee=two[0], membership__tier=two[0].tier)
    assert list(Fee.objects.used()) == [two[0]]


def test_the_tiers_of_a_day_come_with_their_fees(tier, two, django_assert_num_queries):
    TierFactory(kind=ApplicationKind.PROVINCIAL)
    with django_assert_num_queries(2):
        found = {row.kind: [fee.amount for fee in row.fees_of_the_day] for row in priced_tiers(CHANGE)}
    assert found == {ApplicationKind.NATIONAL: [1500], ApplicationKind.PROVINCIAL: []}


def test_a_new_portal_has_the_declared_fees_and_leaves_edited_ones_alone():
    setup.set_up_tiers()
    fees = {tier.kind: fee_on(tier, timezone.localdate()) for tier in Tier.objects.all()}
    assert (fees[ApplicationKind.NATIONAL].amount, fees[ApplicationKind.NATIONAL].months) == (Decimal(2000), 24)
    assert (fees[ApplicationKind.PROVINCIAL].amount, fees[ApplicationKind.PROVINCIAL].months) == (0, None)
    Fee.objects.update(amount=7)
    setup.set_up_tiers()
    assert set(Fee.objects.values_list("amount", flat=True)) == {7}
    assert Fee.objects.count() == 2
