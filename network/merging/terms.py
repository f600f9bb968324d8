"""What becomes of two memberships of one tier: one number goes on, the other is closed with its history."""

from datetime import date
from functools import partial

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.actions.terms.steps import note
from network.enums import ClosedReason, TermAction
from network.merging.clashes import Change, Clash, Settlement
from network.models import Membership, Payment
from portal.models import User


def one_membership(clash: Clash) -> Settlement:
    """The one that has begun and ends later goes on; the other is closed today, unless a person has to settle it."""
    # Of two that end on one day the winner's.
    kept, closed = sorted((clash.winners, clash.losers), key=_reach, reverse=True)
    if obstacle := _obstacle(kept, closed):
        return Settlement(obstacle, refuses=True)
    words = {"tier": str(kept.tier), "kept": kept.number, "closed": closed.number}
    sentence = _("Both hold “%(tier)s”: number %(kept)s goes on, number %(closed)s is closed and keeps its payments.")
    change = Change(closed, {"closed_on": timezone.localdate(), "closed_reason": ClosedReason.ENDED})
    return Settlement(sentence % words, (change,), note=partial(_tell, closed, kept))


def taken_up_again(membership: Membership, by: User) -> None:
    """The membership was closed by a merge that is undone."""
    note(membership, TermAction.REINSTATE, by=by, message=_in_thai(_undone))


def _reach(membership: Membership) -> tuple[bool, bool, date]:
    return membership.begun_on is not None, membership.ends_on is None, membership.ends_on or date.min


def _obstacle(kept: Membership, closed: Membership) -> str:
    if bool(kept.suspended_on) != bool(closed.suspended_on):
        words = {"one": kept.number, "other": closed.number}
        sentence = _(
            "Of the memberships number %(one)s and number %(other)s one is suspended. Let both stand alike first."
        )
        return sentence % words
    if payment := Payment.objects.open().filter(membership=closed).first():
        open_one = {"number": closed.number, "reference": payment.reference}
        sentence = _(
            "Membership number %(number)s would be closed, and payment %(reference)s is still open. Settle it first."
        )
        return sentence % open_one
    return ""


def _tell(closed: Membership, kept: Membership, by: User) -> None:
    # Read again: it belongs to the winner by now.
    present = Membership.objects.select_related("organization", "tier").get(pk=closed.pk)
    note(present, TermAction.END, by=by, message=_in_thai(partial(_ended, kept)))


def _ended(kept: Membership) -> str:
    return _("The organization stood in the register twice. Membership number %(number)s goes on.") % {
        "number": kept.number
    }


def _undone() -> str:
    return _("The two entries of the register were taken apart again.")


def _in_thai(words) -> str:
    # Kept with the membership, for readers of both languages: the council's own language.
    with override(settings.LANGUAGE_CODE):
        return words()
