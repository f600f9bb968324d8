"""Receipts: numbered within a Buddhist year without a gap, voided instead of deleted."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override

from network.actions.payments.steps import locked_payment, note
from network.enums import PaymentAction, PaymentPurpose, PaymentStatus
from network.exceptions import NotYourPayment, PaymentMoved, PaymentReasonMissing, PaymentRecused
from network.mail import payments as letters
from network.models import MembershipSettings, Payment, Receipt, ReceiptBook
from network.permissions import user_can_void
from portal.models import Identity, User
from portal.thai.months import ERA_OFFSET


def issue_receipt(payment: Payment, *, by: User, replaces: Receipt | None = None, on: date | None = None) -> Receipt:
    """The receipt of an accepted payment with the next number of the year of `on` (today).

    Inside the caller's transaction, which keeps the book locked.
    """
    on = on or timezone.localdate()
    year = on.year + ERA_OFFSET
    organization, identity = payment.membership.organization, Identity.load()
    return Receipt.objects.create(
        payment=payment,
        year=year,
        # Last of all: the row of the book is what everybody waits for.
        number=next_number(year),
        issued_on=on,
        issued_by=by,
        issued_by_name=by.get_full_name(),
        payer_name=organization.name,
        payer_address=organization.address,
        payer_tax_id=organization.entry.registration_number,
        description=description(payment, "th"),
        description_en=description(payment, "en"),
        amount=payment.amount,
        method=payment.method,
        paid_on=payment.paid_on,
        issuer_name=identity.name,
        issuer_address=identity.address,
        issuer_tax_id=MembershipSettings.load().tax_id,
        replaces=replaces,
    )


def next_number(year: int) -> int:
    """The next number of that Buddhist year; the row of its book stays locked until the transaction ends."""
    # Not a sequence of the database: those leave a gap where a transaction is rolled back.
    ReceiptBook.objects.get_or_create(year=year)
    book = ReceiptBook.objects.select_for_update(no_key=True).get(year=year)
    book.last_number += 1
    book.save(update_fields=["last_number"])
    return book.last_number


def void_receipt(receipt: Receipt, *, by: User, reason: str, reissue: bool) -> Receipt:
    """Void it and return it; the number stays, the page of verification says so.

    With `reissue` a new receipt takes its place, with the names and addresses of today. Without, the money is not
    there: the payment is due again. Harmless when repeated.

    Raises:
        NotYourPayment, PaymentRecused: the person may not void it.
        PaymentReasonMissing: the organization would not be told why.
        PaymentMoved: somebody else has voided it.
    """
    with transaction.atomic():
        payment = locked_payment(receipt.payment)
        present = Receipt.objects.select_for_update(of=("self",), no_key=True).get(pk=receipt.pk)
        _check_void(present, by, reason)
        if present.is_void:
            return present
        present.void_at, present.void_by, present.void_reason = timezone.now(), by, reason.strip()
        present.save(update_fields=["void_at", "void_by", "void_reason"])
        if not reissue:
            _make_due(payment)
        entry = note(payment, PaymentAction.VOID, by=by, message=reason, remark=present.display_number)
        successor = issue_receipt(payment, by=by, replaces=present) if reissue else None
        if successor:
            note(payment, PaymentAction.REISSUE, by=by, remark=successor.display_number)
        letters.tell_of_void(present, successor, entry)
    return present


def description(payment: Payment, language: str) -> str:
    """What the receipt is for, in "th" or "en"."""
    with override(language):
        what = {
            PaymentPurpose.JOINING: gettext("Joining fee: %(tier)s"),
            PaymentPurpose.RENEWAL: gettext("Membership renewal: %(tier)s"),
        }[PaymentPurpose(payment.purpose)] % {"tier": payment.membership.tier}
        if payment.months is None:
            return what
        term = ngettext("for %(count)d month", "for %(count)d months", payment.months) % {"count": payment.months}
        return f"{what} {term}"


def _check_void(receipt: Receipt, by: User, reason: str) -> None:
    if not by.has_perm("network.void_receipt"):
        raise NotYourPayment
    if not user_can_void(by, receipt):
        raise PaymentRecused
    if receipt.is_void and receipt.void_by != by:
        raise PaymentMoved
    if not reason.strip():
        raise PaymentReasonMissing


def _make_due(payment: Payment) -> None:
    others = payment.membership.payments.open().filter(purpose=payment.purpose)
    payment.status = PaymentStatus.CANCELLED if others.exists() else PaymentStatus.DUE
    payment.save(update_fields=["status"])
