"""What somebody may do for an organization, until when, and the letter that says so."""

from datetime import date
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction

from network.actions.people.journal import note_mandate
from network.actions.people.locks import locked_mandate
from network.actions.people.managing import withdraw_all_of
from network.enums import RepresentativeRole, RepresentativeStatus
from network.exceptions import MandateOver, NotYourPeople, OwnRole, PeopleRecused
from network.mail import people as letters
from network.models import Representative
from network.permissions import user_can_change_mandate, user_can_keep_letter, user_represents
from portal.models import User


def change_mandate(
    mandate: Representative, *, by: User, role: str, mandate_until: date | None, mandate_from: date | None = None
) -> Representative:
    """Give somebody another role or another last day; they are told. The same again changes nothing.

    Raises:
        OwnRole: it is one's own.
        NotYourPeople: the person may not.
        MandateOver: it has ended meanwhile.
    """
    with transaction.atomic():
        present = locked_mandate(mandate)
        if present.user_id == by.pk:
            raise OwnRole
        if not user_can_change_mandate(by, present):
            raise PeopleRecused if user_represents(by, present.organization_id) else NotYourPeople
        if present.status == RepresentativeStatus.ENDED:
            raise MandateOver
        begins = mandate_from or present.mandate_from
        if (present.role, present.mandate_from, present.mandate_until) == (role, begins, mandate_until):
            return present
        was = present.role
        present.role, present.mandate_from, present.mandate_until = role, begins, mandate_until
        present.save(update_fields=["role", "mandate_from", "mandate_until"])
        until = mandate_until.isoformat() if mandate_until else None
        note_mandate(present, "change", by=by, was=was, until=until)
        if was == RepresentativeRole.PRIMARY != role:
            withdraw_all_of(present.user, present.organization, by=by, hand_overs_only=False)
        letters.tell_of_change(present)
    return present


def keep_letter(mandate: Representative, *, by: User, file: ContentFile, name: str) -> Representative:
    """Keep the mandate letter that `network.documents.prepared_document` has made, in place of an earlier one.

    Raises:
        NotYourPeople: the person may not.
        MandateOver: it has ended meanwhile.
    """
    return _letter(mandate, by, file, name[:200], "letter")


def drop_letter(mandate: Representative, *, by: User) -> Representative:
    """Take the mandate letter out again; harmless when there is none. Raises as `keep_letter`."""
    return _letter(mandate, by, None, "", "no_letter")


def _letter(mandate: Representative, by: User, file: ContentFile | None, name: str, action: str) -> Representative:
    with transaction.atomic():
        present = locked_mandate(mandate)
        if not user_can_keep_letter(by, present):
            raise NotYourPeople
        if present.status == RepresentativeStatus.ENDED:
            raise MandateOver
        if not (file or present.letter):
            return present
        if present.letter:
            # After the commit: a file cannot be rolled back.
            forget = partial(present.letter.storage.delete, str(present.letter.name))
            transaction.on_commit(forget, robust=True)
        present.letter, present.letter_name = file or "", name
        present.save(update_fields=["letter", "letter_name"])
        note_mandate(present, action, by=by)
    return present
