"""A fee becomes due: one open payment for a membership and a purpose, with a code of its own."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.actions.payments.steps import note
from network.enums import PaymentAction, PaymentPurpose
from network.mail import payments as letters
from network.models import Fee, Membership, MembershipSettings, Payment, fee_on
from portal.models import User

# Seven digits, the first not a zero: read out on the phone, typed on any keyboard.
FIRST_CODE, CODES = 1_000_000, 9_000_000


def open_payment(
    membership: Membership, purpose: PaymentPurpose, *, by: User | None, tell: bool = True
) -> Payment | None:
    """What `membership` owes by today's fee of its tier; None when that is nothing.

    Repeated, it answers with the payment that is open already, whatever the fee is by now. `by` None is the portal.
    Without `tell` the organization reads of it in another letter of the same moment.
    """
    with transaction.atomic():
        # The membership's row is the queue: two presses of "renew" make one payment.
        locked = Membership.objects.select_for_update(of=("self",), no_key=True).get(pk=membership.pk)
        if present := locked.payments.open().filter(purpose=purpose).first():
            return present
        fee = fee_on(locked.tier, timezone.localdate())
        if fee is None or not fee.amount:
            return None
        payment = _due(locked, purpose, fee)
        entry = note(payment, PaymentAction.OPEN, by=by)
        if tell:
            letters.tell_of_fee(payment, entry)
    return payment


def _due(membership: Membership, purpose: PaymentPurpose, fee: Fee) -> Payment:
    return Payment.objects.create(
        membership=membership,
        purpose=purpose,
        fee=fee,
        amount=fee.amount,
        months=fee.months,
        reference=free_reference(),
        due_on=timezone.localdate() + timedelta(days=MembershipSettings.load().payment_days),
    )


def free_reference() -> str:
    """A code that no payment has yet."""
    while True:
        code = str(FIRST_CODE + secrets.randbelow(CODES))
        if not Payment.objects.filter(reference=code).exists():
            return code
