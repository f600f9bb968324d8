"""A mandate ends: the person leaves, somebody else ends it, or it is handed over."""

from django.db import transaction
from django.utils import timezone

from network.actions.people.journal import note_mandate
from network.actions.people.locks import locked_mandate
from network.actions.people.managing import withdraw_all_of
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import LastPrimaryContact, NotYourPeople, PeopleRecused
from network.mail import people as letters
from network.models import Invitation, Representative
from network.permissions import user_can_end, user_represents
from portal.models import User


def leave(mandate: Representative, *, by: User) -> Representative:
    """End one's own mandate today; harmless when it has ended already.

    Raises:
        NotYourPeople: it is somebody else's.
        LastPrimaryContact: nobody who can sign in would remain as primary contact.
    """
    with transaction.atomic():
        present = locked_mandate(mandate)
        if present.user_id != by.pk:
            raise NotYourPeople
        if present.status == RepresentativeStatus.ENDED:
            return present
        # Behind the lock: of two last primary contacts who leave at once, the second finds nobody left.
        if present.role == RepresentativeRole.PRIMARY and not _others(present).exists():
            raise LastPrimaryContact
        _close(present)
        note_mandate(present, "leave", by=by)
        withdraw_all_of(by, present.organization, by=by, hand_overs_only=True)
        letters.tell_of_end(present, by)
    return present


def end_representation(mandate: Representative, *, by: User) -> Representative:
    """End somebody's mandate today and keep the row as history; harmless when it has ended already.

    The centre and the secretariat may end the last one too: "nobody represents it" then stands on the desk.

    Raises:
        NotYourPeople: `by` may not, or means their own.
    """
    with transaction.atomic():
        present = locked_mandate(mandate)
        if not user_can_end(by, present):
            raise PeopleRecused if user_represents(by, present.organization_id) else NotYourPeople
        # A second click writes no second entry.
        if present.status == RepresentativeStatus.ENDED:
            return present
        _close(present)
        note_mandate(present, "end", by=by)
        withdraw_all_of(present.user, present.organization, by=by, hand_overs_only=False)
        letters.tell_of_end(present, by)
    return present


def step_back(invitation: Invitation) -> Representative | None:
    """Whoever hands over gets the role that was agreed, or leaves; inside the caller's transaction."""
    rows = Representative.objects.live().filter(organization=invitation.organization, user=invitation.invited_by)
    mandate = rows.select_related("user").first()
    if mandate is None:
        return None
    mandate.organization = invitation.organization
    if invitation.role_afterwards and not mandate.is_expired:
        mandate.role = invitation.role_afterwards
        mandate.save(update_fields=["role"])
    else:
        _close(mandate)
    note_mandate(mandate, "hand_over", by=invitation.invited_by, to=invitation.name)
    return mandate


def _others(mandate: Representative):
    rows = Representative.objects.reachable().primary().filter(organization=mandate.organization)
    return rows.exclude(pk=mandate.pk)


def _close(mandate: Representative) -> None:
    today = timezone.localdate()
    mandate.status = RepresentativeStatus.ENDED
    if not mandate.is_expired:
        # Somebody appointed for next month ends on that day: a mandate cannot end before it begins.
        mandate.mandate_until = max(today, mandate.mandate_from)
    mandate.save(update_fields=["status", "mandate_until"])
