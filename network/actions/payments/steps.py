"""What every step with a payment does: lock its rows, ask whether it may be taken, and write its timeline."""

from wagtail.log_actions import log

from network.enums import PaymentAction, PaymentStatus
from network.exceptions import NotYourPayment, PaymentMoved, PaymentRecused
from network.models import Membership, Payment, PaymentEntry
from network.permissions import user_can_verify, user_is_treasurer
from portal.models import User


def locked_payment(payment: Payment) -> Payment:
    """The payment as it is now; its row and its membership's are locked until the transaction ends."""
    # Always the membership first: whoever closes one cancels its payments in the same order, and no two wait in a ring.
    list(Membership.objects.select_for_update(of=("self",), no_key=True).filter(pk=payment.membership_id))
    related = Payment.objects.select_related("membership__organization__entry__province", "membership__tier")
    return related.select_for_update(of=("self",), no_key=True).get(pk=payment.pk)


def note(
    payment: Payment, action: PaymentAction, *, by: User | None, message: str = "", remark: str = ""
) -> PaymentEntry:
    """Write it into the timeline of the payment and into the log of the organization; `by` None is the portal."""
    data = {"reference": payment.reference, "purpose": payment.purpose}
    log(instance=payment.membership.organization, action=f"network.payment.{action}", user=by, data=data)
    return PaymentEntry.objects.create(
        payment=payment,
        action=action,
        by=by,
        status=payment.status,
        message=message.strip(),
        remark=remark.strip(),
    )


def is_repeated(payment: Payment, action: PaymentAction, *, by: User, message: str = "") -> bool:
    """The last step was the same one, by the same person, in the same words: a double click or a repeated request."""
    last = payment.timeline.last()
    return last is not None and (last.action, last.by_id, last.message) == (action, by.pk, message.strip())


def check_treasurer(by: User, payment: Payment) -> None:
    """Raises NotYourPayment for who is no treasurer, PaymentRecused for one who represents the organization."""
    if not user_is_treasurer(by):
        raise NotYourPayment
    if not user_can_verify(by, payment):
        raise PaymentRecused


def check_where(payment: Payment, *statuses: PaymentStatus, seen: int | None = None) -> None:
    """Raises PaymentMoved unless it is in one of `statuses`, and `seen` (if given) its last timeline entry."""
    last = payment.timeline.last()
    if payment.status not in statuses or (seen is not None and last is not None and seen != last.pk):
        raise PaymentMoved
