"""What every step with a payment does: lock its row, and write its timeline."""

from network.enums import PaymentAction
from network.models import Payment, PaymentEntry
from portal.models import User


def locked_payment(payment: Payment) -> Payment:
    """The payment as it is now, its row locked until the transaction ends."""
    related = Payment.objects.select_related("membership__organization__entry", "membership__tier")
    return related.select_for_update(of=("self",), no_key=True).get(pk=payment.pk)


def note(
    payment: Payment, action: PaymentAction, *, by: User | None, message: str = "", remark: str = ""
) -> PaymentEntry:
    return PaymentEntry.objects.create(
        payment=payment,
        action=action,
        by=by,
        status=payment.status,
        message=message.strip(),
        remark=remark.strip(),
    )
