"""Letters about invitations, roles and mandates: to the person, to whoever invited, to the other primary contacts."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext

from network.enums import InvitationKind
from network.mail import links, readers
from network.models import Invitation, Organization, Representative
from network.permissions import user_represents
from network.permissions.words import what_it_may
from portal.mail import Recipient, send_letter
from portal.models import User
from portal.templatetags.portal_thai import phone, thai_date

type Facts = dict[str, Callable[[], Any]]


def tell_invited(invitation: Invitation) -> None:
    """The invited person, where there is an address; a sheet or a message on the phone is handed on by people."""
    person = invitation.person or _reader_of(invitation.email)
    email = invitation.email or (person.email if person else "")
    if not email:
        return
    language = person.language if person else invitation.language
    reader = Recipient(email, invitation.name, language, invitation.phone, person)
    is_hand_over = invitation.kind == InvitationKind.HAND_OVER
    facts: Facts = {
        "inviter": lambda: invitation.invited_by,
        "predecessor": lambda: invitation.invited_by if is_hand_over else "",
        "role": invitation.get_role_display,
        "may": lambda: what_it_may(invitation.role),
        "until": lambda: thai_date(invitation.valid_until),
        "invitation_link": lambda: links.invitation_link(invitation),
    }
    _write("invited", [reader], invitation.organization, facts)


def tell_of_acceptance(invitation: Invitation, mandate: Representative) -> None:
    """Whoever invited and the other primary contacts; the address tells when somebody else has accepted."""
    facts: Facts = {
        "person": lambda: mandate.user,
        "address": lambda: address_of(mandate.user),
        "role": mandate.get_role_display,
    }
    for reader in _concerned(invitation, mandate.user):
        _write("invitation_accepted", [reader], invitation.organization, {**facts, **_page(reader, invitation)})


def tell_of_refusal(invitation: Invitation) -> None:
    inviter, facts = invitation.invited_by, {"person": lambda: invitation.name}
    _write("invitation_declined", [inviter], invitation.organization, {**facts, **_page(inviter, invitation)})


def tell_of_hand_over(invitation: Invitation, mandate: Representative, predecessor: Representative) -> None:
    """The predecessor and the other primary contacts: from now on the new one is there."""
    facts: Facts = {
        "predecessor": lambda: predecessor.user,
        "person": lambda: mandate.user,
        "afterwards": lambda: _role_afterwards(invitation),
    }
    for reader in _concerned(invitation, mandate.user):
        _write("handed_over", [reader], invitation.organization, {**facts, **_page(reader, invitation)})


def tell_of_change(mandate: Representative) -> None:
    _write("role_changed", [mandate.user], mandate.organization, _mandate_facts(mandate))


def tell_who_was_added(mandate: Representative) -> None:
    """Somebody whom the secretariat has entered must learn that they act for an organization, and may object."""
    _write("added_notice", [mandate.user], mandate.organization, _mandate_facts(mandate))


def tell_of_end(mandate: Representative, by: User) -> None:
    """The person, and the primary contacts that remain, but not whoever did it."""
    organization = mandate.organization
    facts: Facts = {"day": lambda: thai_date(mandate.mandate_until), "account_link": links.account_link}
    _write("representation_ended", [mandate.user], organization, facts)
    others = [user for user in readers.primary_contacts(organization.pk) if user not in (by, mandate.user)]
    facts = {"person": lambda: mandate.user, "account_link": lambda: links.people_link(organization.pk)}
    _write("representative_left", others, organization, facts)


def address_of(user: User) -> str:
    """What the person signs in with, for people who know them."""
    return user.email or phone(user.sign_in_phone) or gettext("an account with LINE")


def _reader_of(email: str) -> User | None:
    """Who has proved to read mail at this address, so that they are written to in their language."""
    return User.objects.filter(emailaddress__email=email, emailaddress__verified=True).first() if email else None


def _role_afterwards(invitation: Invitation) -> str:
    role = invitation.get_role_afterwards_display() if invitation.role_afterwards else ""
    return role or gettext("does not act for the organization any more")


def _mandate_facts(mandate: Representative) -> Facts:
    return {
        "role": mandate.get_role_display,
        "may": lambda: what_it_may(mandate.role),
        "until": lambda: thai_date(mandate.mandate_until),
        "account_link": lambda: links.account_link(mandate.organization_id),
    }


def _concerned(invitation: Invitation, newcomer: User) -> list[User]:
    """Whoever invited, and the primary contacts; each once, and not the newcomer."""
    people = [invitation.invited_by, *readers.primary_contacts(invitation.organization_id)]
    return [user for user in dict.fromkeys(people) if user != newcomer]


def _page(reader: User, invitation: Invitation) -> Facts:
    """The page of the organization's people, for those who may open it; a predecessor may have left."""
    may_open = user_represents(reader, invitation.organization_id)
    return {"account_link": lambda: links.people_link(invitation.organization_id) if may_open else ""}


def _write(name: str, people: Iterable[User | Recipient], organization: Organization, facts: Facts) -> None:
    """One letter each, with the phone of the province's centre below it."""

    def context() -> dict[str, Any]:
        return {"organization": organization, **{key: value() for key, value in facts.items()}}

    centre = organization.entry.province.centres.order_by("pk").first()
    for person in people:
        # A closed account opens nothing that a letter could lead to.
        if isinstance(person, Recipient) or person.is_active:
            send_letter(f"network.{name}", to=person, context=context, contact=lambda: readers.contact_of(centre))
