"""Loads the demo's coordinators, its other people, and memberships that run, end soon or have ended."""

import csv
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from network.demo.cases import read_cases
from network.demo.past import days_ago
from network.enums import RepresentativeStatus
from network.models import CoordinationCentre, Coordinator, Membership, Organization, Representative, Tier
from portal.demo import demo_user

MEMBERSHIPS = Path(__file__).with_name("memberships.csv")


@transaction.atomic
def load_people() -> None:
    """Create who is missing; a service or a mandate that somebody has ended stays ended."""
    data = read_cases()
    people = {row["email"]: demo_user(**row) for row in data["person"]}
    centres = {centre.slug: centre for centre in CoordinationCentre.objects.all()}
    for row in data["coordinator"]:
        if row["centre"] in centres:
            since = timezone.localdate() - timedelta(days=30 * row["months"])
            Coordinator.objects.get_or_create(
                user=people[row["person"]], centre=centres[row["centre"]], defaults={"serves_from": since}
            )
    for row in data["mandate"]:
        if organization := Organization.objects.filter(entry__slug=row["organization"]).first():
            Representative.objects.get_or_create(
                user=people[row["person"]],
                organization=organization,
                defaults={"role": row["role"], "status": RepresentativeStatus.ACTIVE},
            )


def load_memberships() -> None:
    """Create the terms whose number is missing, for organizations that have never been members of that tier."""
    tiers = {tier.kind: tier for tier in Tier.objects.all()}
    organizations = dict(Organization.objects.values_list("entry__slug", "pk"))
    numbers = set(Membership.objects.values_list("tier__kind", "number"))
    holders = set(Membership.objects.values_list("tier__kind", "organization__entry__slug"))
    Membership.objects.bulk_create(
        Membership(
            organization_id=organizations[row["organization"]],
            tier=tiers[row["kind"]],
            number=int(row["number"]),
            begun_on=(began := timezone.localdate(days_ago(int(row["began_days_ago"])))),
            starts_on=began,
            ends_on=in_days(row["days_left"]),
            closed_on=in_days(row["closed_days_ago"] and f"-{row['closed_days_ago']}"),
            closed_reason=row["closed_reason"],
        )
        for row in read_memberships()
        if row["organization"] in organizations
        and (row["kind"], int(row["number"])) not in numbers
        and (row["kind"], row["organization"]) not in holders
    )


def read_memberships() -> list[dict[str, str]]:
    with MEMBERSHIPS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_days(number: str) -> date | None:
    return timezone.localdate() + timedelta(days=int(number)) if number else None
