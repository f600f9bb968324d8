"""What the portal writes by itself about the end of a term: each letter once, and none that scolds who has paid."""

from django.db import transaction
from django.utils import timezone

from network.actions.terms.steps import note
from network.enums import TermAction, TermNotice
from network.mail import terms as letters
from network.models import Limits, Membership, TermReminder

ENTRIES = {
    TermNotice.ENDS_SOON: TermAction.REMIND,
    TermNotice.IN_GRACE: TermAction.GRACE,
    TermNotice.LAPSED: TermAction.LAPSE,
}


def remind_of_end(membership: Membership) -> None:
    """Tell the organization that its term ends soon; the caller holds the row, and it is due."""
    days_left = (membership.ends_on - timezone.localdate()).days if membership.ends_on else 0
    nearest = min(days for days in Limits.load().reminder_days if days >= days_left)
    _tell(membership, TermNotice.ENDS_SOON, days_before=nearest)


def tell_of_grace(membership: Membership) -> None:
    _tell(membership, TermNotice.IN_GRACE)


def tell_of_lapse(membership: Membership) -> None:
    _tell(membership, TermNotice.LAPSED)


def _tell(membership: Membership, notice: TermNotice, *, days_before: int = 0) -> None:
    with transaction.atomic():
        TermReminder.objects.create(membership=membership, notice=notice, days_before=days_before)
        note(membership, ENTRIES[notice], by=None)
        letters.tell_of_end(membership, notice)
