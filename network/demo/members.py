"""Loads the demo's coordinators and its other people."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.demo.cases import read_cases
from network.enums import RepresentativeStatus
from network.models import CoordinationCentre, Coordinator, Organization, Representative
from portal.demo import demo_user


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
