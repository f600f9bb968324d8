"""The stored text by which the directory finds and orders organizations.

Always made from the published row as the database holds it: an object in memory may carry a draft.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from network.models import Issue, Organization, RegisterEntry
from network.search.cores import stored_cores
from portal.thai.sorting import sort_key
from portal.thai.text import fold

FIELDS = ["search_names", "search_text", "name_cores", "sort_key", "sort_key_en"]
BATCH = 500


def refresh(which: Q | None = None) -> int:
    """Write the search columns of the entries that `which` (a condition on Organization) selects; all by default.

    Rows that stay the same are not written. Returns how many were.
    """
    organizations = Organization.objects.filter(which or Q(), entry__isnull=False)
    changed = [entry for entry in _refreshed(organizations.select_related("entry__province")) if entry]
    RegisterEntry.objects.bulk_update(changed, FIELDS, batch_size=BATCH)
    return len(changed)


def _refreshed(organizations) -> Iterable[RegisterEntry | None]:
    rows = list(organizations)
    issues = _issue_names(rows)
    for organization in rows:
        entry = organization.entry
        before = [bytes(v) if isinstance(v := getattr(entry, name), memoryview) else v for name in FIELDS]
        after = search_columns(organization, issues[organization.pk])
        for name, value in after.items():
            setattr(entry, name, value)
        yield entry if before != list(after.values()) else None


def search_columns(organization: Organization, issues: list[str]) -> dict[str, str | bytes]:
    """The columns FIELDS of the entry, for an organization as it is published; `issues` are both names of each."""
    names = _lines(_names(organization)) if organization.live else ""
    rest = _lines(_other_words(organization, issues)) if organization.live else ""
    # The first byte puts organizations without an English name behind all that have one.
    english = b"\x00" + sort_key(organization.name_en) if organization.name_en else b"\xff"
    cores = stored_cores(_own_names(organization)) if organization.live else ""
    return dict(zip(FIELDS, [names, names + rest, cores, sort_key(organization.name), english], strict=True))


def _names(organization: Organization) -> list[str]:
    """What the organization and its province are called, in both languages."""
    province = organization.entry.province
    return [*_own_names(organization), province.name, province.name_en, *_aliases(province)]


def _own_names(organization: Organization) -> list[str]:
    return [organization.name, organization.name_en, *re.split(r"[;\n]", organization.other_names)]


def _aliases(province) -> list[str]:
    return province.aliases.splitlines()


def _other_words(organization: Organization, issues: list[str]) -> list[str]:
    # No contact field: search must not tell what the page hides.
    entry = organization.entry
    return [
        entry.district,
        entry.district_en,
        *issues,
        organization.target_groups,
        organization.target_groups_en,
        organization.current_work,
        organization.current_work_en,
    ]


def _lines(texts: list[str]) -> str:
    """One folded text a line, with a line break on either side of each so that a whole one can be asked for."""
    folded = dict.fromkeys(filter(None, map(fold, texts)))
    return "".join(f"\n{text}\n" for text in folded)


def _issue_names(organizations: list[Organization]) -> dict[int, list[str]]:
    """Both names of each organization's issues, by the organization's key."""
    names = {issue.pk: [issue.name, issue.name_en] for issue in Issue.objects.all()}
    # Straight from the table of links: the names of issues are few and already at hand.
    links = Organization.issues.through.objects
    if len(organizations) < BATCH:
        links = links.filter(organization_id__in=[o.pk for o in organizations])
    found: defaultdict[int, list[str]] = defaultdict(list)
    for organization, issue in links.order_by("pk").values_list("organization_id", "issue_id"):
        found[organization] += names[issue]
    return found
