"""Somebody says that a payment was made: the organization, its centre, or the treasurer who has the money."""

import hashlib
from datetime import date
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from network.actions.payments.steps import check_where, is_repeated, locked_payment, note
from network.enums import OPEN_PAYMENTS, PaymentAction, PaymentMethod, PaymentStatus
from network.exceptions import NotYourPayment, PaidInTheFuture, PaymentMoved, SlipMissing
from network.mail import payments as letters
from network.models import Payment
from network.permissions import user_can_confirm, user_can_verify, user_pays
from portal.models import User
from portal.slips import Slip, read_slip


def report_payment(
    payment: Payment,
    *,
    by: User,
    method: PaymentMethod,
    slip: ContentFile | None = None,
    slip_name: str = "",
    paid_on: date | None = None,
    remark: str = "",
) -> Payment:
    """Say that it was paid on `paid_on` (today); it waits for the treasurer then.

    `slip` is a file that `network.documents.prepared_document` has made, `slip_name` what people read; a second one
    takes the place of the first while the treasurer has not decided. A coordinator of the province reports what the
    centre holds, which confirms it at once; a treasurer what came without a slip.

    Raises:
        NotYourPayment: the person may not report this payment, or not in this way.
        PaymentMoved: it has been decided, confirmed by the centre or cancelled meanwhile.
        SlipMissing: an organization's transfer needs its slip.
        PaidInTheFuture: `paid_on` is a day to come.
    """
    # Before the lock: reading a picture takes its time.
    read, digest = (read_slip(slip), _digest(slip)) if slip else (None, "")
    paid_on = paid_on or timezone.localdate()
    with transaction.atomic():
        present = locked_payment(payment)
        _check_reporter(by, present, method)
        if _says_the_same(present, by, method, paid_on, digest):
            return present
        _check_report(present, by, method, paid_on, has_slip=bool(slip or present.slip))
        _keep_slip(present, method, slip, slip_name, read, digest)
        _write(present, by, method, paid_on)
        entry = note(present, PaymentAction.REPORT, by=by, remark=remark)
        letters.tell_of_report(present, entry)
    return present


def confirm_at_centre(payment: Payment, *, by: User, remark: str = "") -> Payment:
    """The centre of the province has the money that the organization says it paid there. Harmless when repeated.

    Raises:
        NotYourPayment: the person does not serve that centre, or represents the organization.
        PaymentMoved: it was not reported as paid there, or is decided already.
    """
    with transaction.atomic():
        present = locked_payment(payment)
        if not user_can_confirm(by, present):
            raise NotYourPayment
        if present.confirmed_at and present.method == PaymentMethod.CENTRE:
            return present
        if present.method != PaymentMethod.CENTRE:
            raise PaymentMoved
        check_where(present, PaymentStatus.SUBMITTED)
        present.confirmed_by, present.confirmed_at = by, timezone.now()
        present.save(update_fields=["confirmed_by", "confirmed_at"])
        letters.tell_of_confirmation(present, note(present, PaymentAction.CONFIRM, by=by, remark=remark))
    return present


def _check_reporter(by: User, payment: Payment, method: PaymentMethod) -> None:
    at_the_centre = method == PaymentMethod.CENTRE and user_can_confirm(by, payment)
    by_payer = method != PaymentMethod.CASH and user_pays(by, payment)
    if not (at_the_centre or by_payer or user_can_verify(by, payment)):
        raise NotYourPayment


def _check_report(payment: Payment, by: User, method: PaymentMethod, paid_on: date, *, has_slip: bool) -> None:
    check_where(payment, *OPEN_PAYMENTS)
    # What the centre holds already is no longer the payer's to describe.
    if payment.confirmed_at and payment.status == PaymentStatus.SUBMITTED and user_pays(by, payment):
        raise PaymentMoved
    if paid_on > timezone.localdate():
        raise PaidInTheFuture
    if method == PaymentMethod.TRANSFER and not (has_slip or user_can_verify(by, payment)):
        raise SlipMissing


def _says_the_same(payment: Payment, by: User, method: PaymentMethod, paid_on: date, digest: str) -> bool:
    said = (payment.method, payment.paid_on, payment.slip_digest if digest else "")
    return is_repeated(payment, PaymentAction.REPORT, by=by) and said == (method, paid_on, digest)


def _write(payment: Payment, by: User, method: PaymentMethod, paid_on: date) -> None:
    now = timezone.now()
    payment.status, payment.method, payment.paid_on = PaymentStatus.SUBMITTED, method, paid_on
    payment.reported_by, payment.reported_at = by, now
    payment.decided_by = payment.decided_at = None
    has_it = method == PaymentMethod.CENTRE and user_can_confirm(by, payment)
    payment.confirmed_by, payment.confirmed_at = (by, now) if has_it else (None, None)
    payment.save()


def _keep_slip(
    payment: Payment, method: PaymentMethod, slip: ContentFile | None, name: str, read: Slip | None, digest: str
) -> None:
    if slip is None and method == PaymentMethod.TRANSFER:
        return
    if payment.slip:
        # After the commit: a file cannot be rolled back.
        transaction.on_commit(partial(payment.slip.storage.delete, str(payment.slip.name)), robust=True)
    payment.slip = slip or ""
    # Names from phones are long; the stored file has one of its own anyway.
    payment.slip_name = (name or str(slip.name))[:200] if slip else ""
    payment.slip_bank, payment.slip_reference = (read.bank, read.reference) if read else ("", "")
    payment.slip_digest = digest


def _digest(slip: ContentFile) -> str:
    slip.seek(0)
    digest = hashlib.sha256(slip.read()).hexdigest()
    slip.seek(0)
    return digest
