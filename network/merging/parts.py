"""What two organizations say of themselves, part by part, and whose word is kept."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from network.models import Issue, Organization, RegisterEntry
from network.models.profile import in_words
from portal.templatetags.portal_thai import thai_date
from portal.thai.text import fold

WINNER, LOSER, BOTH = SIDES = ("winner", "loser", "both")


@dataclass(frozen=True)
class Part:
    """Fields that are kept together, as a phone number and who may read it; the first one names the part.

    Attributes:
        fields: of the profile, or of the register's entry.
        is_entry: which of the two.
        joined: the value of its only field when both are kept; None where one has to be chosen.
    """

    fields: tuple[str, ...]
    is_entry: bool = False
    joined: Callable[[Organization, Organization, Mapping[str, Any]], Any] | None = None

    @property
    def name(self) -> str:
        return self.fields[0]

    @property
    def model(self) -> type[Model]:
        return RegisterEntry if self.is_entry else Organization

    def label(self, field: str) -> str:
        return capfirst(str(self.model._meta.get_field(field).verbose_name))  # type: ignore[union-attr]  # -- named fields only, no relations from elsewhere

    def row(self, organization: Organization) -> Model:
        return organization.entry if self.is_entry else organization

    def values(self, organization: Organization) -> dict[str, Any]:
        row = self.row(organization)
        return {name: value_of(row, name) for name in self.fields}


def every_name(one: Organization, other: Organization, chosen: Mapping[str, Any]) -> str:
    """All names of both but the one that is kept: whoever looks for an old name finds it."""
    texts = [*_names(one), *_names(other)]
    # Typed with another space or tone mark it is the same name.
    names = {fold(text): text.strip() for text in reversed(texts)}
    kept = {fold(chosen.get(name, getattr(one, name))) for name in ("name", "name_en")}
    return "\n".join(dict.fromkeys(names[key] for text in texts if (key := fold(text)) and key not in kept))


def _names(organization: Organization) -> list[str]:
    further = re.split(r"[;\n]", organization.other_names)
    return [*further, organization.name, organization.name_en]


def every_issue(one: Organization, other: Organization, chosen: Mapping[str, Any]) -> list[int]:
    return sorted({*value_of(one, "issues"), *value_of(other, "issues")})


PARTS = (
    Part(("name",)),
    Part(("name_en",)),
    Part(("other_names",), joined=every_name),
    Part(("province", "district", "district_en"), is_entry=True),
    Part(("legal_form",), is_entry=True),
    Part(("registration_number", "registered_on"), is_entry=True),
    Part(("verified_on",), is_entry=True),
    Part(("is_protected",), is_entry=True),
    Part(("year_started",)),
    Part(("logo",)),
    Part(("current_work", "current_work_en")),
    Part(("issues",), joined=every_issue),
    Part(("target_groups", "target_groups_en")),
    *(
        Part((name, f"{visibility}_visibility"))
        for name, visibility in (
            ("leader_name", "leader"),
            ("phone", "phone"),
            ("email", "email"),
            ("line_id", "line"),
            ("website", "website"),
            ("facebook", "facebook"),
        )
    ),
    Part(("address", "address_en", "address_visibility")),
)


def spoken(organization: Organization) -> Organization:
    """The organization as it speaks: the public row, or its draft while nothing is public."""
    return organization if organization.live else organization.get_latest_revision_as_object()


def value_of(row: Any, name: str) -> Any:
    """A field's value; issues as their keys, a picture as its name."""
    if name == "issues":
        return sorted(issue.pk for issue in row.issues.all())
    value = getattr(row, row._meta.get_field(name).attname)
    return value.name or "" if name == "logo" else value


def set_value(row: Any, name: str, value: Any) -> None:
    if name == "issues":
        row.issues.set(Issue.objects.filter(pk__in=value))
    else:
        field = row._meta.get_field(name)
        setattr(row, field.attname, field.to_python(value))


def words_of(row: Any, name: str) -> str:
    """A field as the reader knows it."""
    if isinstance(row, Organization):
        return in_words(row, name)
    value = getattr(row, name)
    if name in ("registered_on", "verified_on"):
        return thai_date(value) if value else ""
    if name == "is_protected":
        return _("Yes") if value else _("No")
    return str(row.get_legal_form_display() if name == "legal_form" else value)


def usual_side(part: Part, winner: Organization, loser: Organization) -> str:
    """Whose word is kept unless somebody chooses: the winner's, else what only the loser says."""
    ours, theirs = part.values(winner), part.values(loser)
    if part.joined:
        return BOTH
    # Also of the switch that protects: whoever was hidden stays hidden.
    return LOSER if theirs[part.name] and not ours[part.name] else WINNER


def chosen_values(winner: Organization, loser: Organization, choices: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What has to be written on the winner: {"profile": {field: value}, "entry": {field: value}}.

    `choices` gives a side for each part by its name; a part that is not named is kept as usual. What the winner says
    already is left out.
    """
    wanted: dict[str, dict[str, Any]] = {"profile": {}, "entry": {}}
    for part in PARTS:
        side = choices.get(part.name) or usual_side(part, winner, loser)
        values = part.values(loser) if side == LOSER else _gaps(part, winner, loser)
        if side == BOTH and part.joined:
            values = {part.name: part.joined(winner, loser, wanted["profile"])}
        ours = part.values(winner)
        changed = {name: value for name, value in values.items() if value != ours[name]}
        wanted["entry" if part.is_entry else "profile"] |= changed
    return wanted


def _gaps(part: Part, winner: Organization, loser: Organization) -> dict[str, Any]:
    """What only the loser says beside the same first words, as the English of one address."""
    ours, theirs = part.values(winner), part.values(loser)
    if ours[part.name] != theirs[part.name]:
        return {}
    return {name: value for name, value in theirs.items() if value and not ours[name]}
