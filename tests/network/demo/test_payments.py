"""The demo's payments: every state to look at, receipts without gaps, a slip used twice, and who decides on them."""

from itertools import pairwise

import pytest

from network.demo.payments import load_payments, read_payments, slip_text
from network.enums import TREASURERS, PaymentAction, PaymentMethod, PaymentStatus
from network.models import Payment, PaymentEntry, Receipt, ReceiptBook
from portal.enums import MailStatus
from portal.models import OutgoingMail, User
from portal.slips import Slip, slip_of
from portal.thai.months import ERA_OFFSET

pytestmark = pytest.mark.django_db
MODELS = [Payment, PaymentEntry, Receipt, ReceiptBook, OutgoingMail]


def test_there_is_a_payment_in_every_state_and_of_every_way(demo):
    assert set(Payment.objects.values_list("status", flat=True)) == set(PaymentStatus)
    assert set(Payment.objects.exclude(method="").values_list("method", flat=True)) == set(PaymentMethod)
    everything = {action for action in PaymentAction if action != PaymentAction.CONFIRM}
    assert set(PaymentEntry.objects.values_list("action", flat=True)) >= everything


def test_the_treasurer_signs_in_and_has_work(demo):
    treasurer = User.objects.get(email="treasurer@example.org")
    assert treasurer.groups.get().name == TREASURERS
    assert treasurer.has_perm("network.verify_payment")
    assert Payment.objects.waiting().count() >= 4


def test_the_receipts_are_numbered_in_the_order_of_their_days(demo):
    for book in ReceiptBook.objects.all():
        receipts = list(Receipt.objects.filter(year=book.year).order_by("number"))
        assert [receipt.number for receipt in receipts] == list(range(1, book.last_number + 1))
        assert all(a.issued_on <= b.issued_on for a, b in pairwise(receipts))
        assert {receipt.issued_on.year + ERA_OFFSET for receipt in receipts} <= {book.year}


def test_every_paid_one_has_one_receipt_that_counts(demo):
    paid = Payment.objects.accepted()
    assert paid.count() >= 4
    assert all(payment.receipts.valid().count() == 1 for payment in paid)


def test_a_void_receipt_and_the_one_in_its_place(demo):
    void = Receipt.objects.exclude(void_at=None).get()
    assert "ตัวอย่าง" in void.void_reason
    assert void.replacements.get().payment == void.payment
    assert void.issued_on < void.replacements.get().issued_on


def test_one_slip_was_sent_twice_and_its_code_was_read(demo):
    twins = Payment.objects.flagged().filter(is_double=True)
    assert twins.count() == 2
    assert {(payment.slip_bank, payment.slip_reference) for payment in twins} == {("014", "2026112300SAMPLE0002")}
    assert all(payment.slip.read() for payment in twins)


def test_what_the_centre_holds_and_what_it_has_not_confirmed(demo):
    at_the_centre = Payment.objects.waiting().filter(method=PaymentMethod.CENTRE)
    assert sorted(bool(payment.confirmed_at) for payment in at_the_centre) == [False, True]


def test_the_representative_has_something_to_pay(demo):
    rep = User.objects.get(email="rep@example.org")
    assert Payment.objects.own_of(rep).due().exists()


def test_no_mail_of_it_goes_out(demo):
    letters = OutgoingMail.objects.filter(kind__contains="payment")
    assert letters.exists()
    assert not letters.filter(status=MailStatus.WAITING).exists()


def test_loading_again_adds_nothing(demo):
    before = [model.objects.count() for model in MODELS]
    load_payments()
    assert [model.objects.count() for model in MODELS] == before


def test_everything_written_says_that_it_is_a_sample():
    words = [step.get(name, "") for row in read_payments() for step in row["steps"] for name in ("reason", "remark")]
    assert all("ตัวอย่าง" in text for text in words if text)


def test_the_code_on_a_sample_is_read_as_a_slip():
    assert slip_of(slip_text("014", "ABC123")) == Slip("014", "ABC123")
