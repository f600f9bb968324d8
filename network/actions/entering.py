"""How an organization enters the register, whether it was approved or stood in a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify
from wagtail.signals import published

from network.actions.versions import publish_versions
from network.models import Issue, Organization, Province, RegisterEntry
from network.search.texts import search_columns
from portal.models import User


@dataclass(frozen=True)
class Newcomer:
    """What is known of an organization before it has a row.

    Attributes:
        profile: columns of Organization.
        register: columns of RegisterEntry, the province by its code and the status among them.
        slug: its address where it brings one that is free; else one is made.
    """

    profile: Mapping[str, Any]
    register: Mapping[str, Any]
    issues: Sequence[Issue] = ()
    slug: str = ""


def enter_organization(newcomer: Newcomer, *, by: User | None) -> Organization:
    """Make the organization with its entry and its first version, inside the caller's transaction."""
    [organization] = enter_organizations([newcomer], by=by)
    # Only of a single one: thousands at once would keep every listener busy for minutes.
    published.send(sender=Organization, instance=organization, revision=organization.live_revision)
    return organization


def enter_organizations(newcomers: Sequence[Newcomer], *, by: User | None) -> list[Organization]:
    """The same for many in a few queries; `newcomers` by the hundred, since all are held in memory."""
    # Unpublished, and then published through their version: the history begins with the first one.
    organizations = Organization.objects.bulk_create(
        [Organization(**newcomer.profile, live=False) for newcomer in newcomers]
    )
    links = []
    for organization, newcomer in zip(organizations, newcomers, strict=True):
        organization.issues = list(newcomer.issues)
        links += [{"organization_id": organization.pk, "issue_id": issue.pk} for issue in newcomer.issues]
    through = Organization.issues.through
    through.objects.bulk_create([through(**link) for link in links])
    publish_versions(organizations, by=by)
    RegisterEntry.objects.bulk_create(_entries(organizations, newcomers))
    return organizations


def _entries(organizations: list[Organization], newcomers: Sequence[Newcomer]) -> list[RegisterEntry]:
    taken = set(RegisterEntry.objects.values_list("slug", flat=True))
    # The words by which an entry is found say its province.
    provinces = Province.objects.in_bulk()
    entries = []
    for organization, newcomer in zip(organizations, newcomers, strict=True):
        slug = newcomer.slug or free_slug(newcomer.profile.get("name_en", ""), organization.pk, taken)
        taken.add(slug)
        register = {**newcomer.register, "province": provinces[newcomer.register["province"]]}
        entry = RegisterEntry(organization=organization, slug=slug, **register)
        names = [name for issue in newcomer.issues for name in (issue.name, issue.name_en)]
        for column, value in search_columns(organization, names).items():
            setattr(entry, column, value)
        entries.append(entry)
    return entries


def free_slug(english: str, pk: int, taken: set[str]) -> str:
    """An address from the English name, or from the row when there is none or it is taken."""
    slug = slugify(english)[:70]
    if slug and slug not in taken:
        return slug
    # Two organizations may have the same English name; their Thai slugs would be refused (combining marks).
    slug = f"{slug[:60] or 'organization'}-{pk}"
    # A list may bring the very address that we would make.
    return slug if slug not in taken else f"{slug}-{pk}"
