"""Many accept at once: every number is given once and none is missing, on SQLite and on PostgreSQL."""

from datetime import date
from itertools import cycle

import pytest
from django.db import transaction
from django.utils import timezone

from network.actions.payments import accept_payment, refuse_payment, report_payment, void_receipt
from network.actions.payments import receipts as numbering
from network.enums import PaymentAction, PaymentMethod, PaymentStatus
from network.exceptions import PaymentMoved
from network.models import Payment, Receipt, ReceiptBook
from portal.models import OutgoingMail
from tests.factories.membership import MembershipFactory
from tests.factories.payments import PaymentFactory
from tests.racing import together

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 50
S = PaymentStatus


@pytest.fixture(params=["one treasurer", "two treasurers"])
def treasurers(request, treasurer, second_treasurer):
    return [treasurer] if request.param == "one treasurer" else [treasurer, second_treasurer]


def waiting(count):
    first = PaymentFactory(submitted=True)
    tier, fee = first.membership.tier, first.fee
    rest = [MembershipFactory(tier=tier, number=1000 + n, awaiting=True) for n in range(count - 1)]
    return [first, *(PaymentFactory(membership=row, fee=fee, submitted=True) for row in rest)]


def attempt(step):
    """What the step answers, or what refused it."""

    def press():
        try:
            return step()
        except PaymentMoved as refusal:
            return refusal

    return press


def numbers():
    return sorted(Receipt.objects.values_list("number", flat=True))


def test_fifty_acceptances_at_once_leave_no_gap(treasurers):
    payments = waiting(MANY)
    presses = [
        lambda payment=payment, by=by: accept_payment(payment, by=by)
        for payment, by in zip(payments, cycle(treasurers), strict=False)
    ]
    receipts = together(presses)
    assert numbers() == list(range(1, MANY + 1))
    assert {receipt.payment_id for receipt in receipts} == {payment.pk for payment in payments}
    assert ReceiptBook.objects.get().last_number == MANY
    assert set(Payment.objects.values_list("status", flat=True)) == {S.ACCEPTED}


def test_what_is_rolled_back_gives_its_number_back(treasurer, monkeypatch):
    payments = waiting(9)
    fails = {payment.pk for payment in payments[::3]}
    tell = numbering.letters.tell_of_receipt

    def breaks(receipt, *rest):
        if receipt.payment_id in fails:
            raise ConnectionError
        tell(receipt, *rest)

    monkeypatch.setattr("network.mail.payments.tell_of_receipt", breaks)

    def press(payment):
        try:
            accept_payment(payment, by=treasurer)
        except ConnectionError:
            return False
        return True

    done = together([lambda payment=payment: press(payment) for payment in payments])
    assert done.count(True) == 6
    assert numbers() == [1, 2, 3, 4, 5, 6]
    assert Payment.objects.filter(status=S.SUBMITTED).count() == 3


def test_of_two_treasurers_one_accepts_and_the_other_reads_that_it_is_done(
    payment, treasurer, second_treasurer, report
):
    report(payment)
    seen = payment.timeline.last().pk
    answers = together(
        [attempt(lambda by=by: accept_payment(payment, by=by, seen=seen)) for by in (treasurer, second_treasurer)]
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["PaymentMoved", "Receipt"]
    assert numbers() == [1]
    assert OutgoingMail.objects.filter(kind="network.receipt_issued").count() == 1


def test_one_treasurer_pressing_ten_times_has_one_receipt(payment, treasurer, report):
    report(payment)
    receipts = together([lambda: accept_payment(payment, by=treasurer)] * 10)
    assert len({receipt.pk for receipt in receipts}) == 1
    assert payment.timeline.filter(action=PaymentAction.ACCEPT).count() == 1
    assert OutgoingMail.objects.filter(kind="network.receipt_issued").count() == 1


def test_accepted_against_refused_is_one_of_them(payment, treasurer, second_treasurer, report):
    report(payment)
    seen = payment.timeline.last().pk
    answers = together(
        [
            attempt(lambda: accept_payment(payment, by=treasurer, seen=seen)),
            attempt(lambda: refuse_payment(payment, by=second_treasurer, reason="ไม่พบยอด", seen=seen)),
        ]
    )
    payment.refresh_from_db()
    assert [type(answer).__name__ for answer in answers].count("PaymentMoved") == 1
    assert Receipt.objects.exists() == (payment.status == S.ACCEPTED)
    assert payment.timeline.filter(action__in=(PaymentAction.ACCEPT, PaymentAction.REFUSE)).count() == 1


def test_a_slip_sent_while_the_treasurer_accepts_is_either_seen_or_refused(payment, rep, treasurer, report):
    report(payment)
    seen = payment.timeline.last().pk
    answers = together(
        [
            attempt(lambda: accept_payment(payment, by=treasurer, seen=seen)),
            attempt(lambda: report_payment(payment, by=rep, method=PaymentMethod.CENTRE)),
        ]
    )
    assert [type(answer).__name__ for answer in answers].count("PaymentMoved") == 1


def test_voided_by_four_at_once_is_replaced_once(payment, treasurer, second_treasurer, report):
    report(payment)
    receipt = accept_payment(payment, by=treasurer)
    presses = [
        attempt(lambda by=by: void_receipt(receipt, by=by, reason="ชื่อผิด", reissue=True))
        for by in (treasurer, second_treasurer) * 2
    ]
    together(presses)
    assert numbers() == [1, 2]
    assert Receipt.objects.valid().get().replaces == receipt


def test_each_year_counts_from_one(treasurer, monkeypatch):
    *old, last, first = waiting(5)
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2026, 12, 31))
    for payment in (*old, last):
        accept_payment(payment, by=treasurer)
    monkeypatch.setattr(timezone, "localdate", lambda *args, **kwargs: date(2027, 1, 1))
    accept_payment(first, by=treasurer)
    found = list(Receipt.objects.order_by("pk").values_list("year", "number"))
    assert found == [(2569, 1), (2569, 2), (2569, 3), (2569, 4), (2570, 1)]
    # A receipt voided in the new year is replaced by one of the new year.
    void_receipt(Receipt.objects.get(year=2569, number=4), by=treasurer, reason="ชื่อผิด", reissue=True)
    assert Receipt.objects.get(year=2570, number=2).replaces.display_number == "2569/000004"


def test_when_the_year_turns_both_books_are_written_at_once(treasurer):
    def number(year):
        with transaction.atomic():
            return year, numbering.next_number(year)

    given = together([lambda year=2569 + n % 2: number(year) for n in range(20)])
    assert sorted(given) == [(year, n) for year in (2569, 2570) for n in range(1, 11)]
