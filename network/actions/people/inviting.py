"""Somebody is asked to act for an organization, beside those who do or in the place of one of them."""

from typing import Any

from django.db import transaction

from network.actions.people.journal import note_invitation
from network.actions.people.locks import locked_mandate, locked_organization
from network.actions.people.managing import close, last_day
from network.actions.people.whom import Invited, acts_already, is_same, open_invitation_of
from network.codes import new_code
from network.enums import InvitationKind, InvitationStatus, RepresentativeRole
from network.exceptions import HandsOverAlready, InvitedAlready, NotYourPeople, RepresentsAlready, SomebodyIsThere
from network.mail import people as letters
from network.models import Invitation, Organization, Representative
from network.permissions import somebody_is_reachable, user_can_invite, user_coordinates, user_is_primary
from portal.models import User


def invite(organization: Organization, *, by: User, role: str, whom: Invited) -> Invitation:
    """Ask somebody to act for the organization; asking the same again while it is open gives the same invitation.

    Raises:
        NotYourPeople: the person invites nobody here.
        SomebodyIsThere: the centre need not, since the organization has a primary contact.
        RepresentsAlready, InvitedAlready: there is nothing to ask.
    """
    with transaction.atomic():
        present = locked_organization(organization.pk)
        _check_may_invite(present, by)
        _make_room(present, whom, by)
        if earlier := open_invitation_of(present, whom):
            if (earlier.role, earlier.invited_by_id, earlier.kind) == (role, by.pk, InvitationKind.ADD):
                return earlier
            raise InvitedAlready
        if acts_already(present, whom):
            raise RepresentsAlready
        return _asked(present, by, whom, role=role)


def hand_over(mandate: Representative, *, by: User, whom: Invited, role_afterwards: str = "") -> Invitation:
    """Ask somebody to become the primary contact in one's own place; nothing changes before they accept.

    `role_afterwards` is what `by` is then; "" leaves the organization.

    Raises:
        NotYourPeople: it is not one's own mandate, or not that of a primary contact.
        HandsOverAlready: another hand-over waits for its answer.
        InvitedAlready: an invitation to the same address waits for its answer.
        RepresentsAlready: the person is a primary contact already.
    """
    with transaction.atomic():
        present = locked_mandate(mandate)
        organization = present.organization
        if present.user_id != by.pk or not user_is_primary(by, organization.pk):
            raise NotYourPeople
        _make_room(organization, whom, by)
        if waiting := Invitation.objects.open().hand_overs().filter(organization=organization, invited_by=by).first():
            if is_same(waiting, whom):
                return waiting
            raise HandsOverAlready
        if open_invitation_of(organization, whom):
            raise InvitedAlready
        if acts_already(organization, whom, as_primary=True):
            raise RepresentsAlready
        primary, kind = RepresentativeRole.PRIMARY, InvitationKind.HAND_OVER
        return _asked(organization, by, whom, role=primary, kind=kind, role_afterwards=role_afterwards)


def _check_may_invite(organization: Organization, by: User) -> None:
    if user_can_invite(by, organization):
        return
    serves = user_coordinates(by, organization.entry.province_id)
    raise SomebodyIsThere if serves and somebody_is_reachable(organization.pk) else NotYourPeople


def _asked(organization: Organization, by: User, whom: Invited, **more: Any) -> Invitation:
    invitation = Invitation.objects.create(
        organization=organization,
        invited_by=by,
        code=new_code(),
        valid_until=last_day(),
        name=whom.name,
        email=whom.email,
        phone=whom.phone,
        person=whom.person,
        mandate_until=whom.mandate_until,
        letter=whom.letter or "",
        letter_name=whom.letter_name,
        language=whom.person.language if whom.person else whom.language,
        **more,
    )
    note_invitation(invitation, "make", by=by)
    letters.tell_invited(invitation)
    return invitation


def _make_room(organization: Organization, whom: Invited, by: User) -> None:
    """An invitation whose days are over stands in nobody's way."""
    for row in Invitation.objects.open().filter(organization=organization).select_related("organization"):
        is_own_hand_over = row.kind == InvitationKind.HAND_OVER and row.invited_by_id == by.pk
        if row.is_over and (is_own_hand_over or is_same(row, whom)):
            close(row, InvitationStatus.WITHDRAWN, by)
