"""What ends a membership before its time, and what takes it up again: with a reason, and told to the organization."""

from django.db import transaction
from django.utils import timezone

from network.actions.payments.deciding import cancel_open_payments
from network.actions.payments.opening import open_payment
from network.actions.terms.steps import close, locked_term, note
from network.enums import ClosedReason, PaymentPurpose, TermAction
from network.exceptions import NotYourTerm, TermMoved, TermReasonMissing, TermRecused
from network.mail import terms as letters
from network.models import Membership
from network.permissions import user_can_decide_term, user_can_resign, user_is_registrar
from portal.models import User


def suspend(membership: Membership, *, by: User, reason: str) -> Membership:
    """Take its rights away for a time; the term runs on. Harmless when it is suspended already.

    Raises:
        NotYourTerm, TermRecused: the person may not decide it.
        TermReasonMissing: the organization would not be told why.
        TermMoved: it is closed, or has not begun.
    """
    _check(membership, by, reason)
    with transaction.atomic():
        present = _open(membership)
        if present.suspended_on:
            return present
        if present.begun_on is None:
            raise TermMoved
        present.suspended_on, present.suspended_reason = timezone.localdate(), reason.strip()
        present.save(update_fields=["suspended_on", "suspended_reason"])
        _write(present, TermAction.SUSPEND, by, reason)
    return present


def lift_suspension(membership: Membership, *, by: User, reason: str) -> Membership:
    """Give its rights back. Raises as `suspend`; harmless when it is not suspended."""
    _check(membership, by, reason)
    with transaction.atomic():
        present = _open(membership)
        if present.suspended_on is None:
            return present
        present.suspended_on, present.suspended_reason = None, ""
        present.save(update_fields=["suspended_on", "suspended_reason"])
        _write(present, TermAction.LIFT, by, reason)
    return present


def resign(membership: Membership, *, by: User, reason: str = "") -> Membership:
    """The organization leaves: its primary contact says so. What it still owes is cancelled. Harmless when repeated.

    Raises:
        NotYourTerm: the person is not its primary contact.
        TermMoved: the term is closed for another reason, or was renewed.
    """
    if not user_can_resign(by, membership):
        raise NotYourTerm
    return _closed(membership, ClosedReason.RESIGNED, TermAction.RESIGN, by, reason)


def resign_on_letter(membership: Membership, *, by: User, reason: str) -> Membership:
    """The same, written down by a registrar who holds the organization's letter. Raises as `suspend`."""
    _check(membership, by, reason)
    return _closed(membership, ClosedReason.RESIGNED, TermAction.RESIGN, by, reason)


def end_membership(membership: Membership, *, by: User, reason: str) -> Membership:
    """The council ends it: the organization is no more, or has been excluded. Raises as `suspend`."""
    _check(membership, by, reason)
    return _closed(membership, ClosedReason.ENDED, TermAction.END, by, reason)


def reinstate(membership: Membership, *, by: User, reason: str) -> Membership:
    """Open a closed term again; it stands by its days then, and a fee that was never paid is due again.

    Harmless when it is open already. Raises as `suspend`, and TermMoved when the organization has another term by now.
    """
    _check(membership, by, reason)
    with transaction.atomic():
        present = locked_term(membership)
        if present.closed_on is None:
            return present
        # Renewed, or the organization has come back in another way meanwhile.
        if Membership.objects.filter(follows=present).exists():
            raise TermMoved
        present.closed_on, present.closed_reason = None, ""
        present.save(update_fields=["closed_on", "closed_reason"])
        _write(present, TermAction.REINSTATE, by, reason)
        if present.begun_on is None:
            open_payment(present, PaymentPurpose.JOINING, by=by)
    return present


def _check(membership: Membership, by: User, reason: str) -> None:
    if not user_can_decide_term(by, membership):
        raise TermRecused if user_is_registrar(by) else NotYourTerm
    if not reason.strip():
        raise TermReasonMissing


def _open(membership: Membership) -> Membership:
    present = locked_term(membership)
    if present.closed_on:
        raise TermMoved
    return present


@transaction.atomic
def _closed(membership: Membership, why: ClosedReason, action: TermAction, by: User, reason: str) -> Membership:
    # Before the membership's own lock: a treasurer who accepts takes the two in this order as well.
    cancel_open_payments(membership, by=by, reason=str(action.label))
    present = locked_term(membership)
    if present.closed_reason == why:
        return present
    if present.closed_on:
        raise TermMoved
    close(present, why)
    _write(present, action, by, reason)
    return present


def _write(membership: Membership, action: TermAction, by: User, reason: str) -> None:
    letters.tell_of_decision(membership, note(membership, action, by=by, message=reason))
