"""What a row says, as people read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from network.enums import LegalForm
from network.importing.comparing import present
from network.importing.headings import fields, heading
from network.models import ImportRow, Issue, Organization, Province, Tier
from network.models.profile import shown_year
from portal.thai.dates import short_date
from portal.thai.phones import format_phone


@dataclass(frozen=True)
class Line:
    """One thing that a row says: its name, the words, and those of the register where they differ ("" for none)."""

    label: str
    new: str
    old: str = ""


class Words:
    """Values in the words of the active language; three queries."""

    def __init__(self) -> None:
        self.language = get_language() or "th"
        self.provinces: Mapping[str, Province] = Province.objects.in_bulk()
        self.issues: Mapping[int, Issue] = Issue.objects.in_bulk()
        self.tiers = {tier.kind: tier for tier in Tier.objects.all()}

    def lines(self, values: Mapping[str, Any], organization: Organization | None = None) -> list[Line]:
        """What the values say, in the order of our own lists, beside what the organization has."""
        said = {**values, **membership_of(values)}
        return [
            Line(
                heading(column, self.language),
                self.said(column, said[column]),
                self.said(column, present(organization, column)) if organization and column in values else "",
            )
            for column in fields()
            if said.get(column) not in (None, "")
        ]

    def said(self, column: str, value: Any) -> str:
        if value in (None, "", []):
            return ""
        match column:
            case "province":
                return str(self.provinces.get(value, value))
            case "issues":
                return ", ".join(str(self.issues[pk]) for pk in value if pk in self.issues)
            case "legal_form":
                return str(LegalForm(value).label)
            case "member_tier":
                return str(self.tiers.get(value, value))
            case "registered_on" | "member_from" | "member_until":
                # Kept as text in a row, as a date in the register.
                return short_date(value if isinstance(value, date) else date.fromisoformat(value), self.language)
            case "year_started":
                return str(shown_year(value))
            case "phone":
                return format_phone(value, self.language)
        return str(value)


def membership_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The membership that a row tells of, as the four cells of a list."""
    said = values.get("membership") or {}
    return {f"member_{name}": value for name, value in said.items()}


def organizations_of(rows: Iterable[ImportRow]) -> dict[int, Organization]:
    """Every organization that the rows name, by key, with all that is shown of it; two queries."""
    pks = {pk for row in rows for pk in (row.organization_id, row.same_as_id, *row.candidates) if pk}
    found = Organization.objects.filter(pk__in=pks).select_related("entry__province").prefetch_related("issues")
    return {organization.pk: organization for organization in found}
