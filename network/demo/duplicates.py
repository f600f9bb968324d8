"""Loads the demo's duplicates: two likely pairs, and a merge that can be undone."""

import tomllib
from pathlib import Path
from typing import Any

from network.demo.past import letters_have_arrived
from network.enums import EntryStatus, RepresentativeRole, RepresentativeStatus
from network.exceptions import MergeRefused
from network.merging.merging import merge_organizations
from network.models import Merge, Organization, RegisterEntry, Representative
from portal.demo import demo_user
from portal.models import User

DUPLICATES = Path(__file__).with_name("duplicates.toml")


def load_duplicates() -> None:
    """Enter those that are missing; what somebody has merged, undone or changed stays as it is."""
    registrar = User.objects.filter(email="registrar@example.org").first()
    organizations = {o.entry.slug: o for o in Organization.objects.select_related("entry")}
    with letters_have_arrived(one_fails=False):
        for row in read_rows():
            first = organizations.get(row["of"])
            if first is None or row["slug"] in organizations:
                continue
            second = _enter(row, first)
            if row.get("merged") and registrar:
                _merge(first, second, registrar)


def read_rows() -> list[dict[str, Any]]:
    return tomllib.loads(DUPLICATES.read_text(encoding="utf-8"))["twice"]


def _enter(row: dict[str, Any], first: Organization) -> Organization:
    said = {name: getattr(first, name) for name in row["same"]} | row["says"]
    organization = Organization(**said)
    organization.save()
    RegisterEntry.objects.create(
        organization=organization,
        slug=row["slug"],
        province=first.entry.province,
        district=first.entry.district,
        district_en=first.entry.district_en,
        legal_form=row["legal_form"],
        status=EntryStatus.PENDING,
    )
    organization.save_revision(clean=False).publish()
    if name := row.get("representative"):
        person = demo_user(f"{row['slug']}@example.org", name)
        Representative.objects.create(
            user=person,
            organization=organization,
            role=RepresentativeRole.PRIMARY,
            status=RepresentativeStatus.ACTIVE,
        )
    return organization


def _merge(first: Organization, second: Organization, registrar: User) -> Merge | None:
    try:
        return merge_organizations(first, second, by=registrar)
    # Somebody plays with the demo: a profile of theirs may wait just now.
    except MergeRefused:
        return None
