"""Write what a list brings: new organizations, and what it says of known ones, in batches with everything they need."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import batched
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from network.actions.entering import Newcomer, enter_organizations
from network.actions.terms.taking_over import KnownTerm, take_over_terms
from network.actions.versions import log_many, publish_versions
from network.enums import ImportOutcome, ImportState
from network.importing.checking import Checked
from network.importing.comparing import fetched
from network.importing.exceptions import RegisterMoved
from network.importing.headings import fields
from network.importing.previewing import Progress
from network.importing.remarks import column_field
from network.importing.showing import REGISTER_FIELDS
from network.models import ImportRow, ImportRun, Issue, Organization, RegisterEntry
from network.search.texts import refresh
from portal.models import User

# Rows that are held in memory, and written, at once.
BATCH = 500


def write(run: ImportRun, found: Sequence[Checked], *, by: User | None, progress: Progress | None = None) -> ImportRun:
    """Write every row that can be taken, inside the caller's transaction; the run is locked."""
    new = [checked for checked in found if checked.outcome == ImportOutcome.NEW]
    changed: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for checked in found:
        if checked.outcome == ImportOutcome.CHANGED and checked.organization:
            # Of two rows for one organization the later one counts.
            changed[checked.organization] |= checked.values
    issues = Issue.objects.in_bulk()
    for some in batched(new, BATCH, strict=False):
        _enter(run, some, issues, by)
        _report(progress, len(some))
    for pks in batched(changed, BATCH, strict=False):
        _change(run, {pk: changed[pk] for pk in pks}, issues, by)
        _report(progress, len(pks))
    _report(progress, len(found) - len(new) - len(changed))
    run.result = {
        "new": len(new),
        "changed": len(changed),
        "skipped": sum(checked.asked is not None and not checked.values for checked in found),
        "refused": sum(checked.outcome == ImportOutcome.REFUSED for checked in found),
    }
    run.state, run.done_at, run.done_by = ImportState.DONE, timezone.now(), by
    run.save()
    log(instance=run, action="network.import.done", user=by, data=run.result)
    return run


def _report(progress: Progress | None, rows: int) -> None:
    if progress and rows:
        progress(rows)


def _enter(run: ImportRun, rows: Sequence[Checked], issues: Mapping[int, Issue], by: User | None) -> None:
    organizations = enter_organizations([_newcomer(row, run.status, issues) for row in rows], by=by)
    log_many(organizations, "network.import.enter", by=by, data=[_origin(run)] * len(rows))
    _begin([(organization, row.values) for row, organization in zip(rows, organizations, strict=True)], by)
    kept = {row.number: row for row in run.rows.filter(number__in=[row.number for row in rows])}
    for row, organization in zip(rows, organizations, strict=True):
        kept[row.number].organization = organization
    ImportRow.objects.bulk_update(kept.values(), ["organization"])


def _newcomer(row: Checked, status: str, issues: Mapping[int, Issue]) -> Newcomer:
    said = {column: value for column, value in row.values.items() if column not in ("issues", "membership")}
    register = {column: said.pop(column) for column in REGISTER_FIELDS if column in said}
    return Newcomer(
        profile=said,
        register={**register, "status": status},
        issues=[issues[pk] for pk in row.values.get("issues", ())],
        slug=row.code,
    )


def _change(
    run: ImportRun, changes: Mapping[int, dict[str, Any]], issues: Mapping[int, Issue], by: User | None
) -> None:
    # Locked first and read then: what somebody else has just written stays beside what the list says.
    list(Organization.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=changes).values_list("pk"))
    organizations = fetched(changes)
    if len(organizations) != len(changes):
        raise RegisterMoved
    edited, entries = [], []
    for pk, organization in organizations.items():
        said = {column: value for column, value in changes[pk].items() if column != "membership"}
        register = {column: said.pop(column) for column in REGISTER_FIELDS if column in said}
        if register:
            entries.append(_set_entry(organization.entry, register))
        if said:
            _set_profile(organization, said, issues)
            edited.append(organization)
    RegisterEntry.objects.bulk_update(entries, [*REGISTER_FIELDS, "updated_at"])
    _replace_issues(edited, changes)
    profile_fields = {column for said in changes.values() for column in said} - {
        *REGISTER_FIELDS,
        "issues",
        "membership",
    }
    publish_versions(edited, by=by, fields=sorted(profile_fields))
    refresh(Q(pk__in=list(changes)))
    _begin([(organization, changes[pk]) for pk, organization in organizations.items()], by)
    data = [{**_origin(run), "fields": _fields(changes[pk])} for pk in organizations]
    log_many(list(organizations.values()), "network.import.change", by=by, data=data)


def _begin(said: Iterable[tuple[Organization, Mapping[str, Any]]], by: User | None) -> None:
    """The memberships that rows tell of."""
    told = [(organization, values["membership"]) for organization, values in said if "membership" in values]
    terms = [KnownTerm(who, term["tier"], term["from"], term["until"], term["number"]) for who, term in told]
    if terms:
        take_over_terms(terms, by=by)


def _fields(changes: Mapping[str, Any]) -> list[str]:
    """What a list calls the columns, in its order."""
    order = list(fields())
    return sorted(map(column_field, changes), key=order.index)


def _set_entry(entry: RegisterEntry, register: Mapping[str, Any]) -> RegisterEntry:
    for column, value in register.items():
        setattr(entry, "province_id" if column == "province" else column, value)
    entry.updated_at = timezone.now()
    return entry


def _set_profile(organization: Organization, said: Mapping[str, Any], issues: Mapping[int, Issue]) -> None:
    if organization.locked or organization.has_unpublished_changes:
        raise RegisterMoved
    for column, value in said.items():
        setattr(organization, column, [issues[pk] for pk in value] if column == "issues" else value)


def _replace_issues(organizations: Sequence[Organization], changes: Mapping[int, dict[str, Any]]) -> None:
    """Write the ties to issues where the list says any; the version is written from memory."""
    through = Organization.issues.through
    pks = [organization.pk for organization in organizations if "issues" in changes[organization.pk]]
    through.objects.filter(organization_id__in=pks).delete()
    through.objects.bulk_create(
        [through(organization_id=pk, issue_id=issue) for pk in pks for issue in changes[pk]["issues"]]
    )


def _origin(run: ImportRun) -> dict[str, Any]:
    return {"run": run.pk, "file": run.file_name}
