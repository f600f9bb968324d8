"""Memberships that began before the portal knew of them: a list tells their numbers and days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from network.actions.admission import next_number
from network.actions.versions import log_many
from network.enums import TermAction
from network.models import Membership, MembershipEntry, Organization, Tier
from portal.models import User


@dataclass(frozen=True)
class KnownTerm:
    """A term as a list tells it; without a number the next free one is given, without an end it has none."""

    organization: Organization
    tier: str
    starts_on: date
    ends_on: date | None = None
    number: int | None = None


def take_over_terms(terms: Sequence[KnownTerm], *, by: User | None) -> list[Membership]:
    """Begin them on their own days, inside the caller's transaction.

    No fee becomes due and nobody is written to: what they paid, they paid before. Whoever calls has made sure that
    the organizations have none of the tier yet, and that the numbers are free.
    """
    # The rows of the tiers are the queue for their numbers; always in one order, or two lists wait for each other.
    tiers = {tier.kind: tier for tier in Tier.objects.select_for_update().order_by("pk")}
    numbers = _numbers(terms, tiers)
    memberships = Membership.objects.bulk_create(
        [
            Membership(
                organization=term.organization,
                tier=tiers[term.tier],
                number=number,
                begun_on=term.starts_on,
                starts_on=term.starts_on,
                ends_on=term.ends_on,
            )
            for term, number in zip(terms, numbers, strict=True)
        ]
    )
    entries = [MembershipEntry(membership=one, action=TermAction.BEGIN, by=by) for one in memberships]
    MembershipEntry.objects.bulk_create(entries)
    data = [{"tier": one.tier.kind, "number": one.number} for one in memberships]
    log_many([term.organization for term in terms], f"network.membership.{TermAction.BEGIN}", by=by, data=data)
    return memberships


def _numbers(terms: Sequence[KnownTerm], tiers: dict[str, Tier]) -> list[int]:
    """The number of each; those without one get numbers behind all others."""
    told = {kind: [term.number or 0 for term in terms if term.tier == kind] for kind in tiers}
    following = {kind: max([next_number(tier), *(number + 1 for number in told[kind])]) for kind, tier in tiers.items()}
    numbers = []
    for term in terms:
        if term.number is None:
            numbers.append(following[term.tier])
            following[term.tier] += 1
        else:
            numbers.append(term.number)
    return numbers
