"""Whatever people do with a payment in whatever order: money that is paid has one receipt, and no number is missing."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.actions.payments import (
    accept_payment,
    cancel_payment,
    confirm_at_centre,
    open_payment,
    refuse_payment,
    report_payment,
    void_receipt,
)
from network.enums import PaymentMethod, PaymentPurpose, PaymentStatus
from network.exceptions import PaymentRefused
from network.models import Membership, Payment, Receipt, ReceiptBook
from tests.network.payments.conftest import slip_file

pytestmark = pytest.mark.django_db
PEOPLE = ("rep", "coordinator", "elsewhere", "treasurer", "second_treasurer", "registrar", "outsider")
DECIDERS = {"treasurer", "second_treasurer"}
WORDS = "เหตุผลตัวอย่าง"
SLIP = slip_file()


def latest(membership):
    return membership.payments.order_by("pk").last()


def newest_receipt(membership):
    return Receipt.objects.filter(payment=latest(membership)).order_by("pk").last()


STEPS = {
    "open": lambda m, by: open_payment(m, PaymentPurpose.JOINING, by=by),
    "transfer": lambda m, by: report_payment(latest(m), by=by, method=PaymentMethod.TRANSFER, slip=SLIP),
    "centre": lambda m, by: report_payment(latest(m), by=by, method=PaymentMethod.CENTRE),
    "cash": lambda m, by: report_payment(latest(m), by=by, method=PaymentMethod.CASH),
    "confirm": lambda m, by: confirm_at_centre(latest(m), by=by),
    "accept": lambda m, by: accept_payment(latest(m), by=by),
    "refuse": lambda m, by: refuse_payment(latest(m), by=by, reason=WORDS),
    "cancel": lambda m, by: cancel_payment(latest(m), by=by, reason=WORDS),
    "correct": lambda m, by: void_receipt(newest_receipt(m), by=by, reason=WORDS, reissue=True),
    "take back": lambda m, by: void_receipt(newest_receipt(m), by=by, reason=WORDS, reissue=False),
}
ON_RECEIPTS = ("correct", "take back")
ONLY_TREASURERS = ("cash", "accept", "refuse", "cancel", *ON_RECEIPTS)
# Chance alone is refused nearly always; what leads on comes as often as everything else together.
LIKELY = [
    ("open", "treasurer"),
    ("transfer", "rep"),
    ("centre", "coordinator"),
    ("accept", "treasurer"),
    ("correct", "second_treasurer"),
    ("take back", "treasurer"),
]
turn = st.sampled_from(LIKELY) | st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(PEOPLE))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(turns=st.lists(turn, max_size=12))
def test_what_is_paid_has_one_receipt_and_no_number_is_missing(cast, payment, turns):
    membership = payment.membership
    with transaction.atomic():
        for step, who in turns:
            if step in ON_RECEIPTS and newest_receipt(membership) is None:
                continue
            before = state()
            try:
                with transaction.atomic():
                    STEPS[step](membership, cast[who])
            except PaymentRefused:
                assert state() == before
            else:
                # Opening is asked for by other actions, which have asked who may.
                assert who in DECIDERS or step not in ONLY_TREASURERS
            check(membership)
        transaction.set_rollback(True)


@pytest.fixture
def cast(request):
    return {name: request.getfixturevalue(name) for name in PEOPLE}


def state():
    """Everything that a refused step must leave alone."""
    rows = [list(model.objects.order_by("pk").values()) for model in (Payment, Receipt, ReceiptBook, Membership)]
    return rows, list(Payment.objects.values_list("timeline", flat=True).order_by("timeline"))


def check(membership):
    for payment in membership.payments.all():
        is_paid = payment.status == PaymentStatus.ACCEPTED
        assert payment.receipts.valid().count() == is_paid
        last = payment.timeline.last()
        assert last is None or last.status == payment.status
    numbers = list(Receipt.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert membership.payments.open().count() <= 1
    membership.refresh_from_db()
    with suppress(Receipt.DoesNotExist):
        first = Receipt.objects.earliest("pk")
        # A receipt never stands without the membership that was paid for.
        assert membership.begun_on is not None
        assert membership.begun_on >= first.issued_on
