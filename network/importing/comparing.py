"""A row beside the organization that it means: what it says otherwise than the register."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch

from network.importing.cleaning import Known, clean_rest
from network.importing.cleaning.membership import FIELDS
from network.importing.reading import Reading
from network.importing.remarks import Problem
from network.importing.showing import EXPORTED, REGISTER_FIELDS, shown
from network.models import Membership, Organization
from portal.forms.texts import tidy_line


def fetched(pks: Iterable[int]) -> dict[int, Organization]:
    """Organizations with all that is compared, by key; three queries."""
    rows = Organization.objects.filter(pk__in=set(pks)).select_related("entry__province")
    return {organization.pk: organization for organization in rows.prefetch_related("issues", memberships())}


def memberships() -> Prefetch:
    """All terms, the council's own tier first."""
    return Prefetch("memberships", queryset=Membership.objects.select_related("tier").order_by("tier_id", "pk"))


def compare(row: Reading, organization: Organization, known: Known, *, is_by_code: bool) -> None:
    """Leave in the row's values only what differs, and refuse what may not be changed now.

    A cell that reads as the register's own list shows it is the same, whatever our rules would say to it: what was
    exported comes back unchanged. Without a code the name has told which one is meant, so it is no new name.
    """
    clean_rest(row, known, province=row.values.get("province", organization.entry.province_id))
    same = {name for name in EXPORTED if name in row.cells and _reads_alike(row, name, organization)}
    if "district" in same and "district_en" not in row.cells:
        same.add("district_en")
    row.forget(same if is_by_code else {*same, "name"})
    _compare_membership(row, organization)
    row.values = {column: value for column, value in row.values.items() if value != present(organization, column)}
    if set(row.values) - {*REGISTER_FIELDS, "membership"}:
        _refuse_open_profile(row, organization)


def present(organization: Organization, column: str) -> Any:
    """What the register holds, in the form of a row's values."""
    if column == "issues":
        return sorted(issue.pk for issue in organization.issues.all())
    if column == "membership":
        # What is known of one is never written by a list, so that what a row still says is new.
        return None
    if column == "province":
        return organization.entry.province_id
    return getattr(organization.entry if column in REGISTER_FIELDS else organization, column)


def _compare_membership(row: Reading, organization: Organization) -> None:
    """A membership begins where there was none; one that is known is left to those who keep it."""
    said = row.values.pop("membership", None)
    if said is None:
        return
    terms = [term for term in organization.memberships.all() if term.tier.kind == said["tier"]]
    if terms:
        row.notes = [note for note in row.notes if note.field not in FIELDS]
    present = next((term for term in terms if term.closed_on is None), None)
    if present is None and not terms:
        row.values["membership"] = said
    elif present is None:
        row.note(Problem.MEMBER_CLOSED, "member_number")
    elif any(
        row.says(name) and value != known
        for name, value, known in (
            ("member_number", said["number"], present.number),
            ("member_from", said["from"], present.starts_on),
            ("member_until", said["until"], present.ends_on),
        )
    ):
        row.note(Problem.MEMBER_KEPT, "member_number")


def _reads_alike(row: Reading, name: str, organization: Organization) -> bool:
    cell = row.lines(name)
    texts = (shown(name, organization, language) for language in ("th", "en"))
    return any(cell == "\n".join(filter(None, map(tidy_line, text.splitlines()))) for text in texts)


def _refuse_open_profile(row: Reading, organization: Organization) -> None:
    # A draft that is approved later would put the old words back, and nobody would know why.
    if organization.locked:
        row.refuse(Problem.PROFILE_LOCKED, organization=organization.name)
    elif organization.has_unpublished_changes:
        row.refuse(Problem.PROFILE_WAITING, organization=organization.name)
