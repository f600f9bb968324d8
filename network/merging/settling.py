"""How the network settles what two organizations cannot both bring along."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from network.enums import ClaimStatus, InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.merging.clashes import Change, Clash, Settlement


def says_the_same(clash: Clash) -> Settlement:
    """Both rows tie something to the organization; one is enough, and the other stays where it is."""
    return Settlement(str(clash.losers), stays=True)


def settle_first(clash: Clash) -> Settlement:
    """The one answer to what no rule knows: a person decides."""
    words = {"kind": str(clash.relation.model._meta.verbose_name), "rows": f"{clash.winners}; {clash.losers}"}
    sentence = _("Both have this, and one organization can have it only once (%(kind)s): %(rows)s. Settle it first.")
    return Settlement(sentence % words, refuses=True)


# The wider the role, the further in front.
ROLES = [RepresentativeRole.PRIMARY, RepresentativeRole.DELEGATE_MAKER, RepresentativeRole.EDITOR]
STATUSES = [RepresentativeStatus.ACTIVE, RepresentativeStatus.INVITED]


def one_mandate(clash: Clash) -> Settlement:
    """The same person acts for both: the mandate that may do more goes on, the other one ends today."""
    kept, ended = sorted((clash.winners, clash.losers), key=_reach)
    until = max(timezone.localdate(), ended.mandate_from)
    words = {"person": str(kept.user), "role": kept.get_role_display()}
    return Settlement(
        _("%(person)s acts for both, and goes on as: %(role)s. The other mandate ends.") % words,
        (Change(ended, {"status": RepresentativeStatus.ENDED, "mandate_until": until}),),
    )


def _reach(representative: Any) -> tuple[int, int]:
    return STATUSES.index(representative.status), ROLES.index(representative.role)


def one_claim(clash: Clash) -> Settlement:
    """The same person asks to represent both: the winner's request goes on."""
    changes = {"status": ClaimStatus.WITHDRAWN, "decided_at": timezone.now()}
    return Settlement(
        _("%(person)s asks to represent both: one request goes on, the other is closed.")
        % {"person": str(clash.losers.claimant)},
        (Change(clash.losers, changes),),
    )


def one_invitation(clash: Clash) -> Settlement:
    """The same person is invited by both: the winner's invitation goes on."""
    changes = {"status": InvitationStatus.WITHDRAWN, "answered_at": timezone.now()}
    return Settlement(
        _("%(person)s is invited by both: one invitation goes on, the other is taken back.")
        % {"person": clash.losers.name},
        (Change(clash.losers, changes),),
    )


def decide_first(clash: Clash) -> Settlement:
    """Two open applications of one kind: only a decision can close one."""
    words = {"kind": clash.losers.get_kind_display(), "one": clash.winners.reference, "other": clash.losers.reference}
    sentence = _("Both have an open application (%(kind)s): %(one)s and %(other)s. Decide on one of them first.")
    return Settlement(sentence % words, refuses=True)
