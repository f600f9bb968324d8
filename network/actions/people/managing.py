"""What becomes of an invitation before it is answered: sent again, on a new sheet, taken back."""

from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from network.actions.people.journal import forget_name, note_invitation
from network.actions.people.locks import locked_invitation
from network.codes import new_code
from network.enums import InvitationStatus
from network.exceptions import InvitationAnswered, NotYourPeople
from network.mail import people as letters
from network.models import Invitation, MembershipSettings, Organization
from network.permissions import user_can_manage_invitation
from portal.models import User


def remind_invited(invitation: Invitation, *, by: User) -> Invitation:
    """Send it again, with all its days before it; a second time on the same day does nothing.

    Raises:
        NotYourPeople: the person has no say about it.
        InvitationAnswered: there is nothing to wait for any more.
    """
    with transaction.atomic():
        present = _managed(invitation, by)
        today = timezone.localdate()
        if present.sent_on == today and not present.is_over:
            return present
        present.sent_on, present.valid_until = today, last_day()
        present.save(update_fields=["sent_on", "valid_until"])
        note_invitation(present, "remind", by=by)
        letters.tell_invited(present)
    return present


def new_invitation_code(invitation: Invitation, *, by: User) -> Invitation:
    """Another code, because the sheet was lost; the old sheet is worth nothing from then on.

    Raises:
        NotYourPeople, InvitationAnswered: as `remind_invited`.
    """
    with transaction.atomic():
        present = _managed(invitation, by)
        present.code, present.valid_until = new_code(), last_day()
        present.save(update_fields=["code", "valid_until"])
        note_invitation(present, "code", by=by)
    return present


def withdraw_invitation(invitation: Invitation, *, by: User) -> Invitation:
    """Take it back before it is answered; harmless when repeated. Raises as `remind_invited`."""
    with transaction.atomic():
        present = locked_invitation(invitation)
        if present.status == InvitationStatus.WITHDRAWN and user_can_manage_invitation(by, present):
            return present
        _check(present, by)
        close(present, InvitationStatus.WITHDRAWN, by)
    return present


def forget_invitation(invitation: Invitation) -> None:
    """Delete one that came to nothing, with its letter; the organization's history keeps it without the name."""
    with transaction.atomic():
        present = Invitation.objects.filter(pk=invitation.pk).exclude(status=InvitationStatus.ACCEPTED).first()
        if present is None:
            return
        forget_name(present)
        if present.letter:
            # After the commit: a file cannot be rolled back.
            forget_file = partial(present.letter.storage.delete, str(present.letter.name))
            transaction.on_commit(forget_file, robust=True)
        present.delete()


def withdraw_all_of(user: User, organization: Organization, *, by: User, hand_overs_only: bool) -> None:
    """What somebody who is no longer a primary contact has begun, inside the caller's transaction."""
    rows = Invitation.objects.open().filter(organization=organization, invited_by=user)
    for invitation in rows.hand_overs() if hand_overs_only else rows:
        close(invitation, InvitationStatus.WITHDRAWN, by)


def close(invitation: Invitation, status: InvitationStatus, by: User | None) -> None:
    """Write down how it ended, inside the caller's transaction."""
    invitation.status, invitation.answered_by, invitation.answered_at = status, by, timezone.now()
    invitation.save()
    note_invitation(invitation, status.value, by=by)


def last_day() -> date:
    return timezone.localdate() + timedelta(days=MembershipSettings.load().invitation_days)


def _managed(invitation: Invitation, by: User) -> Invitation:
    present = locked_invitation(invitation)
    _check(present, by)
    return present


def _check(invitation: Invitation, by: User) -> None:
    if not user_can_manage_invitation(by, invitation):
        raise NotYourPeople
    if invitation.status != InvitationStatus.OPEN:
        raise InvitationAnswered
