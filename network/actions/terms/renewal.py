"""A member goes on for another term: what has to be paid for it, or the term itself when it costs nothing."""

from django.db import transaction
from django.utils import timezone

from network.actions.payments.opening import open_payment
from network.actions.terms.beginning import renew_term
from network.actions.terms.steps import locked_term
from network.enums import RENEWABLE, PaymentPurpose, Standing
from network.exceptions import NotYourTerm, TermIsClosed, TermIsSuspended, TermNotDue
from network.mail import terms as letters
from network.models import Membership, Payment, fee_on
from network.permissions import user_can_renew
from portal.models import User

REFUSALS = {Standing.ACTIVE: TermNotDue, Standing.AWAITING: TermNotDue, Standing.SUSPENDED: TermIsSuspended}


def start_renewal(membership: Membership, *, by: User) -> Payment | None:
    """What is to be paid for the next term; None when it costs nothing and has begun already. Harmless when repeated.

    Raises:
        NotYourTerm: the person has no part in the membership.
        TermNotDue, TermIsSuspended, TermIsClosed: it cannot be renewed now.
    """
    if not user_can_renew(by, membership):
        raise NotYourTerm
    with transaction.atomic():
        present = locked_term(membership)
        standing = present.standing_on()
        if standing == Standing.RENEWED:
            return None
        if standing not in RENEWABLE:
            raise REFUSALS.get(standing, TermIsClosed)
        payment = open_payment(present, PaymentPurpose.RENEWAL, by=by)
        if payment is None:
            fee = fee_on(present.tier, timezone.localdate())
            renewed = renew_term(present, months=fee.months if fee else None, by=by)
            letters.tell_of_renewal(renewed)
    return payment
