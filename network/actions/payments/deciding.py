"""What the treasurer decides: the money has come, it has not, or it is not owed any more."""

from django.db import transaction
from django.utils import timezone

from network.actions.payments.receipts import issue_receipt
from network.actions.payments.steps import check_treasurer, check_where, is_repeated, locked_payment, note
from network.actions.terms.beginning import begin_term, renew_term
from network.enums import OPEN_PAYMENTS, PaymentAction, PaymentPurpose, PaymentStatus
from network.exceptions import PaymentReasonMissing, PaymentWithoutMembership, TermIsClosed
from network.mail import payments as letters
from network.models import Membership, Payment, PaymentEntry, Receipt
from portal.models import User


def accept_payment(payment: Payment, *, by: User, seen: int | None = None, remark: str = "") -> Receipt:
    """The money is there: number the receipt, put the term into force, tell the organization.

    `seen` is the timeline entry that was the last one on the page where the person decided. A second press of the
    same person answers with the same receipt.

    Raises:
        NotYourPayment, PaymentRecused: the person may not decide it.
        PaymentMoved: it is no longer where the page showed it.
        PaymentWithoutMembership: the membership has ended meanwhile.
    """
    with transaction.atomic():
        present = locked_payment(payment)
        check_treasurer(by, present)
        if present.status == PaymentStatus.ACCEPTED and present.decided_by == by:
            return present.receipts.valid().get()
        check_where(present, PaymentStatus.SUBMITTED, seen=seen)
        _decide(present, PaymentStatus.ACCEPTED, by)
        term = _put_into_force(present, by)
        entry = note(present, PaymentAction.ACCEPT, by=by, remark=remark)
        receipt = issue_receipt(present, by=by)
        letters.tell_of_receipt(receipt, term, entry)
    return receipt


def refuse_payment(payment: Payment, *, by: User, reason: str, seen: int | None = None, remark: str = "") -> Payment:
    """The money is not there, or not right: it is due again, and the organization reads why. No letter twice.

    Raises as `accept_payment`, and PaymentReasonMissing.
    """
    with transaction.atomic():
        present = locked_payment(payment)
        check_treasurer(by, present)
        if is_repeated(present, PaymentAction.REFUSE, by=by, message=reason):
            return present
        check_where(present, PaymentStatus.SUBMITTED, seen=seen)
        if not reason.strip():
            raise PaymentReasonMissing
        _decide(present, PaymentStatus.DUE, by)
        letters.tell_of_refusal(present, note(present, PaymentAction.REFUSE, by=by, message=reason, remark=remark))
    return present


def cancel_payment(payment: Payment, *, by: User, reason: str, seen: int | None = None) -> Payment:
    """It is not owed any more. Raises as `refuse_payment`; what was accepted needs its receipt voided first."""
    with transaction.atomic():
        present = locked_payment(payment)
        check_treasurer(by, present)
        if is_repeated(present, PaymentAction.CANCEL, by=by, message=reason):
            return present
        check_where(present, *OPEN_PAYMENTS, seen=seen)
        if not reason.strip():
            raise PaymentReasonMissing
        letters.tell_of_cancellation(present, _cancel(present, by, reason))
    return present


def cancel_open_payments(membership: Membership, *, by: User | None, reason: str) -> list[Payment]:
    """What a membership that ends owes no more; inside the caller's transaction, who has asked whether `by` may."""
    rows = [locked_payment(payment) for payment in membership.payments.open()]
    still_open = [payment for payment in rows if payment.is_open]
    for payment in still_open:
        _cancel(payment, by, reason)
    return still_open


def _decide(payment: Payment, status: PaymentStatus, by: User) -> None:
    payment.status, payment.decided_by, payment.decided_at = status, by, timezone.now()
    payment.save(update_fields=["status", "decided_by", "decided_at"])


def _put_into_force(payment: Payment, by: User) -> Membership:
    """The membership begins, or goes on for another term."""
    try:
        if payment.purpose == PaymentPurpose.JOINING:
            return begin_term(payment.membership, months=payment.months, by=by)
        return renew_term(payment.membership, months=payment.months, by=by, paid_on=payment.paid_on)
    except TermIsClosed as refusal:
        raise PaymentWithoutMembership from refusal


def _cancel(payment: Payment, by: User | None, reason: str) -> PaymentEntry:
    payment.status, payment.decided_by, payment.decided_at = PaymentStatus.CANCELLED, by, timezone.now()
    payment.save(update_fields=["status", "decided_by", "decided_at"])
    return note(payment, PaymentAction.CANCEL, by=by, message=reason)
