"""Letters about who represents an organization: asked, accepted, refused, joined."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from network.mail import links, readers
from network.models import Claim, MembershipSettings, Organization, Representative
from network.permissions import user_represents
from portal.mail import send_letter
from portal.models import User
from portal.templatetags.portal_thai import phone, thai_date

type Facts = dict[str, Callable[[], Any]]


def tell_of_claim(claim: Claim) -> None:
    """A new one: those who decide it, and the primary contacts, who may object."""
    if claim.handed_up_at:
        tell_registrars_of_claim(claim)
    else:
        people = readers.coordinators(claim.organization.entry.province_id)
        _write("desk_claim", _free_to_decide(people, claim), _facts(claim), until=_due(claim), desk_link=_desk(claim))
    _write(
        "claim_made",
        readers.primary_contacts(claim.organization_id),
        {"organization": lambda: claim.organization, "claimant": lambda: claim.claimant},
        claim.organization,
        position=lambda: claim.position,
        account_link=_account(claim.organization),
    )


def tell_registrars_of_claim(claim: Claim) -> None:
    """It was handed up: nobody at the centre may decide it, or nobody has."""
    people = _free_to_decide(readers.registrars(), claim)
    province = claim.organization.entry.province
    facts = {**_facts(claim), "province": lambda: province, "case_link": lambda: links.claim_case_link(claim)}
    _write("registrar_claim", people, facts, queue_link=links.claim_queue_link)


def tell_of_hand_up(claim: Claim) -> None:
    """Its centre has said nothing: the registrars, and the claimant, who waits."""
    tell_registrars_of_claim(claim)
    organization = {"organization": lambda: claim.organization}
    _write("claim_handed_up", [claim.claimant], organization, account_link=links.account_link)


def tell_of_answer(claim: Claim, representative: Representative | None) -> None:
    """The claimant; with a representative it was accepted, and the other primary contacts are told too."""
    organization = {"organization": lambda: claim.organization}
    if representative is None:
        reason = {"reason": lambda: claim.reason, "account_link": links.account_link}
        return _write("claim_refused", [claim.claimant], organization, claim.organization, **reason)
    link = _account(claim.organization)
    role = representative.get_role_display
    _write("claim_accepted", [claim.claimant], organization, claim.organization, role=role, account_link=link)
    return tell_of_newcomer(representative)


def tell_of_newcomer(representative: Representative) -> None:
    """The primary contacts learn who else acts for their organization from now on."""
    organization, person = representative.organization, representative.user
    # The newcomer has a letter of their own.
    others = [user for user in readers.primary_contacts(organization.pk) if user != person]
    facts: Facts = {"organization": lambda: organization, "person": lambda: person}
    role, link = representative.get_role_display, _account(organization)
    _write("representative_joined", others, facts, organization, role=role, account_link=link)


def _facts(claim: Claim) -> Facts:
    return {
        "organization": lambda: claim.organization,
        "claimant": lambda: claim.claimant,
        "position": lambda: claim.position,
        "phone": lambda: phone(claim.phone),
        "message": lambda: claim.message,
    }


def _due(claim: Claim) -> Callable[[], str]:
    days = MembershipSettings.load().silent_days
    return lambda: thai_date(timezone.localdate(claim.made_at) + timedelta(days=days))


def _desk(claim: Claim) -> Callable[[], str]:
    return lambda: links.desk_claim_link(claim)


def _account(organization: Organization) -> Callable[[], str]:
    return lambda: links.account_link(organization.pk)


def _free_to_decide(people: list[User], claim: Claim) -> list[User]:
    return [u for u in people if u.pk != claim.claimant_id and not user_represents(u, claim.organization_id)]


def _write(name: str, people: Iterable[User], facts: Facts, of: Organization | None = None, **more: Callable) -> None:
    """One letter each; people of an organization (`of`) are told the phone of its centre."""

    def context() -> dict[str, Any]:
        return {key: value() for key, value in {**facts, **more}.items()}

    centre = of.entry.province.centres.order_by("pk").first() if of else None
    for person in people:
        # A closed account opens nothing that a letter could lead to.
        if person.is_active:
            send_letter(f"network.{name}", to=person, context=context, contact=lambda: readers.contact_of(centre))
