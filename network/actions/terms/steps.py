"""What every step with a membership does: lock its row, and write its history."""

from django.utils import timezone
from wagtail.log_actions import log

from network.enums import TermAction
from network.models import Membership, MembershipEntry
from portal.models import User


def locked_term(membership: Membership) -> Membership:
    """The membership as it is now, its row locked until the transaction ends."""
    rows = Membership.objects.select_related("organization__entry", "tier")
    return rows.select_for_update(of=("self",), no_key=True).get(pk=membership.pk)


def note(membership: Membership, action: TermAction, *, by: User | None, message: str = "") -> MembershipEntry:
    """Write it into the history of the membership and into the log of the organization; `by` None is the portal."""
    log(
        instance=membership.organization,
        action=f"network.membership.{action}",
        user=by,
        data={"tier": membership.tier.kind, "number": membership.number},
    )
    return MembershipEntry.objects.create(membership=membership, action=action, by=by, message=message.strip())


def close(membership: Membership, reason: str) -> None:
    membership.closed_on, membership.closed_reason = timezone.localdate(), reason
    membership.save(update_fields=["closed_on", "closed_reason"])
