"""Two organizations side by side, in words: what differs first, and whose word is kept unless somebody chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from network.merging.parts import BOTH, LOSER, PARTS, SIDES, WINNER, Part, spoken, usual_side, value_of, words_of
from network.models import Issue, Organization


@dataclass(frozen=True)
class Said:
    """One field as a reader knows it; `label` is empty for the field that the line is named after."""

    label: str
    text: str


@dataclass(frozen=True)
class Answer:
    """One of the words that can be kept: whose, what it says, and whether it is kept as things stand."""

    side: str
    said: list[Said]
    is_kept: bool


class Kind(Enum):
    """How the words of two organizations stand to each other."""

    DIFFERENT = "different"
    # The other has nothing to say: whoever says something is believed.
    ONE_SIDED = "one-sided"
    SAME = "same"


@dataclass(frozen=True)
class Line:
    """One part of both organizations."""

    part: Part
    label: str
    answers: list[Answer]
    kind: Kind

    @property
    def has_picture(self) -> bool:
        return self.part.name == "logo"


def comparison(winner: Organization, loser: Organization, choices: Mapping[str, str] | None = None) -> list[Line]:
    """Every part of the two, those that contradict each other first; what neither says is left out."""
    ours, theirs = spoken(winner), spoken(loser)
    lines = [_line(part, ours, theirs, (choices or {}).get(part.name)) for part in PARTS]
    said = [line for line in lines if any(answer.said for answer in line.answers)]
    return sorted(said, key=lambda line: [*Kind].index(line.kind))


def _line(part: Part, ours: Organization, theirs: Organization, chosen: str | None) -> Line:
    kept = chosen or usual_side(part, ours, theirs)
    said = {WINNER: _said(part, ours), LOSER: _said(part, theirs)}
    if part.joined:
        said[BOTH] = _joined(part, ours, theirs)
    answers = [Answer(side, said[side], side == kept) for side in SIDES if side in said]
    return Line(part, part.label(part.name), answers, _kind(part, ours, theirs))


def _kind(part: Part, ours: Organization, theirs: Organization) -> Kind:
    values, others = part.values(ours), part.values(theirs)
    told = [name for name in values if _says(values[name]) and _says(others[name])]
    if part.name in told and any(values[name] != others[name] for name in told):
        return Kind.DIFFERENT
    # The other's name is worth keeping even where neither has further names.
    adds = part.joined is not None and part.joined(ours, theirs, {}) != values[part.name]
    return Kind.ONE_SIDED if values != others or adds else Kind.SAME


def _says(value: Any) -> bool:
    # Of the switch that protects, "no" is an answer too.
    return value not in ("", None, [])


def _said(part: Part, organization: Organization) -> list[Said]:
    row = part.row(organization)
    # Who may read an empty field is no matter.
    if not value_of(row, part.name) and part.name != "is_protected":
        return []
    labelled = [(name != part.name and part.label(name), words_of(row, name)) for name in part.fields]
    return [Said(label or "", text) for label, text in labelled if text]


def _joined(part: Part, ours: Organization, theirs: Organization) -> list[Said]:
    if part.joined is None:
        return []
    value = part.joined(ours, theirs, {})
    if part.name == "issues":
        value = ", ".join(str(issue) for issue in Issue.objects.filter(pk__in=value))
    return [Said("", value)] if value else []
