"""Loads the demo's organizations in bulk: published, each with the revision that was approved."""

import csv
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from modelsearch.backends import get_search_backend
from wagtail.models import ReferenceIndex, Revision

from network.models import Issue, Organization, RegisterEntry
from network.search.texts import refresh

ORGANIZATIONS = Path(__file__).with_name("organizations.csv")
SAME = [
    "name",
    "name_en",
    "other_names",
    "target_groups",
    "target_groups_en",
    "current_work",
    "current_work_en",
    "leader_name",
    "phone",
    "email",
    "website",
    "facebook",
    "line_id",
    "address",
    "address_en",
]


@transaction.atomic
def load_organizations() -> None:
    """Create the organizations whose address is missing; those that exist stay as they are."""
    known = set(RegisterEntry.objects.values_list("slug", flat=True))
    rows = [row for row in read_rows() if row["slug"] not in known]
    if rows:
        organizations = _create(rows)
        _add_revisions(organizations)
        _index(organizations)
        refresh()


def read_rows() -> list[dict[str, str]]:
    with ORGANIZATIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _create(rows: list[dict[str, str]]) -> list[Organization]:
    issues = {issue.slug: issue for issue in Issue.objects.all()}
    organizations = Organization.objects.bulk_create([_organization(row) for row in rows])
    RegisterEntry.objects.bulk_create([_entry(o, row) for o, row in zip(organizations, rows, strict=True)])
    links = []
    for organization, row in zip(organizations, rows, strict=True):
        # Known in memory too: the revision is written from there.
        organization.issues = [issues[slug] for slug in row["issues"].split(";") if slug]
        links += [{"organization_id": organization.pk, "issue_id": issue.pk} for issue in organization.issues.all()]
    through = Organization.issues.through
    through.objects.bulk_create([through(**link) for link in links])
    return organizations


def _organization(row: dict[str, str]) -> Organization:
    now = timezone.now()
    return Organization(
        **{field: row[field] for field in SAME},
        year_started=row["year_started"] or None,
        live=True,
        first_published_at=now,
        last_published_at=now,
    )


def _entry(organization: Organization, row: dict[str, str]) -> RegisterEntry:
    return RegisterEntry(
        organization=organization,
        slug=row["slug"],
        province_id=row["province_code"],
        district=row["district"],
        district_en=row["district_en"],
        legal_form=row["legal_form"],
        status=row["status"],
        verified_on=row["verified_on"] or None,
        is_protected=row["protected"] == "1",
    )


def _add_revisions(organizations: list[Organization]) -> None:
    """Give each organization the revision that is live, so that its history begins with it."""
    revisions = Revision.objects.bulk_create([_revision(organization) for organization in organizations])
    for organization, revision in zip(organizations, revisions, strict=True):
        organization.latest_revision = organization.live_revision = revision
    Organization.objects.bulk_update(organizations, ["latest_revision", "live_revision"])


def _revision(organization: Organization) -> Revision:
    return Revision(
        content_object=organization,
        base_content_type=organization.get_base_content_type(),
        content=organization.serializable_data(),
        object_str=organization.name,
        created_at=organization.first_published_at,
    )


def _index(organizations: list[Organization]) -> None:
    """What saving one by one would do: the CMS's search and its "used in" lists."""
    get_search_backend().get_index_for_model(Organization).add_items(Organization, organizations)
    for organization in organizations:
        ReferenceIndex.create_or_update_for_object(organization)
