"""Publish many organizations at once, with what saving them one by one would leave behind."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from modelsearch.backends import get_search_backend
from wagtail.models import ModelLogEntry, Revision

from network.models import Organization
from portal.models import User


def publish_versions(organizations: Sequence[Organization], *, by: User | None, fields: Sequence[str] = ()) -> None:
    """Write `fields` of saved rows and make what they say now their newest, published version.

    Inside the caller's transaction. Their issues are known in memory, from where the version is written. A draft that
    is newer would be lost to sight: whoever calls has made sure that there is none. Their search columns are the
    caller's; the index of references is left alone, since an organization points at nothing that it counts.
    """
    now = timezone.now()
    revisions = Revision.objects.bulk_create([_revision(organization, now, by) for organization in organizations])
    for organization, revision in zip(organizations, revisions, strict=True):
        organization.latest_revision = organization.live_revision = revision
        organization.live, organization.has_unpublished_changes = True, False
        organization.first_published_at = organization.first_published_at or now
        organization.last_published_at = now
    if fields:
        Organization.objects.bulk_update(organizations, fields)
    _point_at(revisions, organizations, now)
    log_many(organizations, "wagtail.publish", by=by, revisions=revisions)
    # Wagtail's own search, by which the CMS finds them.
    get_search_backend().get_index_for_model(Organization).add_items(Organization, organizations)


def _point_at(revisions: Sequence[Revision], organizations: Sequence[Organization], now: datetime) -> None:
    """Write Wagtail's own columns of published rows, each with its revision, in one statement."""
    # As many CASEs as rows, which `bulk_update` writes for each column, take longer than everything else here.
    own = Revision.objects.filter(
        pk__in=[revision.pk for revision in revisions], object_id=Cast(OuterRef("pk"), CharField())
    ).values("pk")
    Organization.objects.filter(pk__in=[organization.pk for organization in organizations]).update(
        latest_revision=Subquery(own),
        live_revision=Subquery(own),
        live=True,
        has_unpublished_changes=False,
        first_published_at=Coalesce("first_published_at", now),
        last_published_at=now,
    )


def log_many(
    organizations: Sequence[Organization],
    action: str,
    *,
    by: User | None,
    data: Sequence[dict[str, Any]] = (),
    revisions: Sequence[Revision] = (),
) -> None:
    """What `wagtail.log_actions.log` would write for each; `data` and `revisions` in their order, or none."""
    now = timezone.now()
    kind = ContentType.objects.get_for_model(Organization, for_concrete_model=False)
    entries = [
        ModelLogEntry(
            content_type=kind,
            object_id=str(organization.pk),
            label=str(organization)[:255],
            action=action,
            timestamp=now,
            user=by,
            data=data[place] if data else {},
            revision=revisions[place] if revisions else None,
            content_changed=True,
        )
        for place, organization in enumerate(organizations)
    ]
    ModelLogEntry.objects.bulk_create(entries)


def _revision(organization: Organization, now: datetime, by: User | None) -> Revision:
    return Revision(
        content_object=organization,
        base_content_type=organization.get_base_content_type(),
        content=organization.serializable_data(),
        object_str=str(organization)[:255],
        created_at=now,
        user=by,
    )
