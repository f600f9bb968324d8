"""Which steps the page of a payment offers, the likeliest first."""

from network.enums import PaymentStatus
from network.models import Payment

OFFERS = {
    PaymentStatus.SUBMITTED: ["accept", "refuse", "cancel"],
    PaymentStatus.DUE: ["record", "cancel"],
    PaymentStatus.CANCELLED: ["again"],
    PaymentStatus.ACCEPTED: [],
}


def offers(payment: Payment) -> list[str]:
    return [name for name in OFFERS[PaymentStatus(payment.status)] if is_offered(name, payment)]


def is_offered(name: str, payment: Payment) -> bool:
    """A fee is asked for again only while the membership waits for it, and nothing of the kind is open or paid."""
    if name != "again":
        return name in OFFERS[PaymentStatus(payment.status)]
    others = payment.membership.payments.filter(purpose=payment.purpose).exclude(status=PaymentStatus.CANCELLED)
    is_last = payment.status == PaymentStatus.CANCELLED
    return is_last and payment.membership.closed_on is None and not others.exists()
