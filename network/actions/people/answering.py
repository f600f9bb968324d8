"""The invited person's answer. Accepting is the only thing that makes an invitation a mandate."""

from django.db import transaction

from network.actions.people.appointing import close_expired
from network.actions.people.journal import note_mandate
from network.actions.people.leaving import step_back
from network.actions.people.locks import locked_invitation
from network.actions.people.managing import close
from network.enums import GONE, InvitationKind, InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.exceptions import ForSomebodyElse, InvitationOver, OwnInvitation, RepresentsAlready
from network.mail import people as letters
from network.models import Invitation, Representative
from portal.models import User


def accept_invitation(invitation: Invitation, *, by: User, is_meant: bool = False) -> Representative:
    """Make `by` a representative; of a hand-over, the one who invited steps back in the same moment.

    `is_meant`: the person says that an invitation which went to another address is for them, as in families that
    share a phone. Whoever invited reads under which address it was accepted. A second click gives the same answer.

    Raises:
        InvitationOver: used by somebody else, declined, withdrawn, or its days are over.
        OwnInvitation: nobody lets themselves in.
        ForSomebodyElse: it went to another address, and the person has not said that it is meant for them.
        RepresentsAlready: they have this role, or a larger one.
    """
    with transaction.atomic():
        present = locked_invitation(invitation)
        if (present.status, present.answered_by_id) == (InvitationStatus.ACCEPTED, by.pk):
            own = Representative.objects.live().filter(user=by, organization=present.organization).first()
            # Whoever has left since cannot come back by the old letter.
            if own:
                return own
        _check_open(present, by)
        if not is_meant and not is_meant_for(present, by):
            raise ForSomebodyElse
        mandate = _seat(present, by)
        predecessor = step_back(present) if present.kind == InvitationKind.HAND_OVER else None
        _introduce(by, present)
        close(present, InvitationStatus.ACCEPTED, by)
        if predecessor:
            letters.tell_of_hand_over(present, mandate, predecessor)
        else:
            letters.tell_of_acceptance(present, mandate)
    return mandate


def decline_invitation(invitation: Invitation, *, by: User | None) -> Invitation:
    """Say no; whoever invited is told. Nobody needs an account for that, so `by` may be None. Repeating is harmless.

    Raises:
        InvitationOver, OwnInvitation: as `accept_invitation`.
    """
    with transaction.atomic():
        present = locked_invitation(invitation)
        if present.status == InvitationStatus.DECLINED:
            return present
        _check_open(present, by)
        close(present, InvitationStatus.DECLINED, by)
        letters.tell_of_refusal(present)
    return present


def is_meant_for(invitation: Invitation, user: User) -> bool:
    """Whether the portal knows the person by what the invitation was sent to; a sheet of paper asks nobody."""
    if not (invitation.email or invitation.phone or invitation.person_id):
        return True
    return Invitation.objects.addressed_to(user).filter(pk=invitation.pk).exists()


def _check_open(invitation: Invitation, by: User | None) -> None:
    is_gone = invitation.organization.entry.status in GONE
    if invitation.status != InvitationStatus.OPEN or invitation.is_over or is_gone:
        raise InvitationOver
    if by and invitation.invited_by_id == by.pk:
        raise OwnInvitation


def _seat(invitation: Invitation, by: User) -> Representative:
    """The mandate that follows: a new one, or the running one in the larger role."""
    organization = invitation.organization
    close_expired(by, organization)
    mandate = Representative.objects.live().filter(user=by, organization=organization).first()
    # Otherwise a primary contact could be made less by accepting.
    kept = (RepresentativeRole.PRIMARY, invitation.role)
    if mandate and invitation.kind == InvitationKind.ADD and mandate.role in kept:
        raise RepresentsAlready
    mandate = mandate or Representative(user=by, organization=organization)
    mandate.role, mandate.status = invitation.role, RepresentativeStatus.ACTIVE
    mandate.mandate_until = invitation.mandate_until or mandate.mandate_until
    if invitation.letter:
        # The same stored file: it belongs to the mandate from now on.
        mandate.letter, mandate.letter_name = invitation.letter.name, invitation.letter_name
        invitation.letter, invitation.letter_name = "", ""
    mandate.save()
    note_mandate(mandate, "accept", by=by)
    return mandate


def _introduce(user: User, invitation: Invitation) -> None:
    """Somebody who has just signed in for the first time has no name yet, and colleagues would read an address."""
    if not user.name:
        user.name = invitation.name
        user.save(update_fields=["name"])
