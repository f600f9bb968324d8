"""Somebody becomes a representative without an invitation: by an approval, a claim, or the secretariat."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from network.actions.people.journal import note_mandate
from network.actions.people.locks import locked_organization
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import NotYourPeople, PeopleRecused, RepresentsAlready
from network.mail import people as letters
from network.mail.claims import tell_of_newcomer
from network.models import Organization, Representative
from network.permissions import user_represents
from portal.models import User


def appoint(person: User, organization: Organization, role: str = RepresentativeRole.PRIMARY) -> Representative:
    """Make `person` a representative from today; who already is one stays as they are."""
    close_expired(person, organization)
    representative, _made = Representative.objects.get_or_create(
        user=person,
        organization=organization,
        status=RepresentativeStatus.ACTIVE,
        defaults={"role": role},
    )
    return representative


def add_representative(
    person: User,
    organization: Organization,
    *,
    by: User,
    role: str,
    mandate_from: date | None = None,
    mandate_until: date | None = None,
) -> Representative:
    """Enter somebody on the secretariat's own word; they and the primary contacts are told.

    Raises:
        NotYourPeople: `by` may not.
        PeopleRecused: `by` acts for the organization, or means themselves.
        RepresentsAlready: the person has a mandate that runs.
    """
    with transaction.atomic():
        present = locked_organization(organization.pk)
        if not by.has_perm("network.add_representative"):
            raise NotYourPeople
        if by == person or user_represents(by, present.pk):
            raise PeopleRecused
        close_expired(person, present)
        if Representative.objects.live().filter(user=person, organization=present).exists():
            raise RepresentsAlready
        made = Representative.objects.create(
            user=person,
            organization=present,
            role=role,
            status=RepresentativeStatus.ACTIVE,
            mandate_from=mandate_from or timezone.localdate(),
            mandate_until=mandate_until,
        )
        note_mandate(made, "add", by=by)
        letters.tell_who_was_added(made)
        tell_of_newcomer(made)
    return made


def close_expired(person: User, organization: Organization) -> None:
    """A mandate whose last day is over makes room for a new one; its days stay as they were."""
    rows = Representative.objects.expired().filter(user=person, organization=organization)
    rows.update(status=RepresentativeStatus.ENDED)
