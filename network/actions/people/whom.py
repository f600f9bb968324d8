"""Whom an invitation asks, and whether it is somebody who was asked before or acts already."""

from dataclasses import dataclass
from datetime import date

from django.core.files.base import ContentFile

from network.models import Invitation, Organization, Representative
from portal.models import User


@dataclass(frozen=True)
class Invited:
    """Who is asked, and how the person is reached.

    Attributes:
        name: as it stands in the letter and on the sheet.
        email, phone: either, or neither for a sheet of paper; the phone is in the form of `portal.thai.phones`.
        person: a colleague who is known already.
        mandate_until: last day of the mandate that the person would have; None without an end.
        letter: the mandate letter, as `network.documents.prepared_document` makes it; `letter_name` is for people.
        language: of the mail, unless the person has chosen one.
    """

    name: str
    email: str = ""
    phone: str = ""
    person: User | None = None
    mandate_until: date | None = None
    letter: ContentFile | None = None
    letter_name: str = ""
    language: str = "th"


def open_invitation_of(organization: Organization, whom: Invited) -> Invitation | None:
    """The one that still waits for the same person's answer."""
    rows = Invitation.objects.open().filter(organization=organization)
    return next((row for row in rows if is_same(row, whom)), None)


def is_same(row: Invitation, whom: Invited) -> bool:
    if whom.person and row.person_id == whom.person.pk:
        return True
    if whom.email or whom.phone:
        return bool(whom.email and row.email == whom.email) or bool(whom.phone and row.phone == whom.phone)
    # On paper there is only the name to tell two people apart by.
    return not (whom.person or row.email or row.phone) and row.name == whom.name


def acts_already(organization: Organization, whom: Invited, *, as_primary: bool = False) -> bool:
    rows = Representative.objects.active().filter(organization=organization)
    rows = rows.primary() if as_primary else rows
    if whom.person:
        return rows.filter(user=whom.person).exists()
    return bool(whom.email) and rows.filter(user__email=whom.email).exists()
