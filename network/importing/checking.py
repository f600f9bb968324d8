"""What would come of each row: new, changed, the same, doubtful or refused, and why. Nothing is written here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import batched
from typing import Any

from network.enums import ImportDecision, ImportOutcome
from network.importing.cleaning import Known, Tiers, clean_key, clean_rest, complete_form
from network.importing.comparing import compare, fetched
from network.importing.numbers import Numbers
from network.importing.places import Places
from network.importing.reading import Reading
from network.importing.register import Register
from network.importing.remarks import Problem, Remark
from network.importing.table import Row
from network.models import Issue, Organization
from portal.thai.text import fold

# How many organizations are fetched at once to be compared.
BATCH = 500
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE_LENGTH = 80


@dataclass(frozen=True)
class Answer:
    """What a person said to a doubtful row; `organization` is the key of the one it is the same as."""

    decision: ImportDecision
    organization: int | None = None


@dataclass
class Checked:
    """What would come of one row.

    Attributes:
        number: the row's, as Excel shows it.
        name, province, code: what tells which organization it is; the register's own for one that it knows.
        values: what would be written, by column as in `Reading.values`; of a known organization only what differs.
        organization: the key of the one that is meant for certain.
        candidates: keys of those that may be meant.
        asked: for an answered row what it was before.
    """

    number: int
    name: str
    province: str
    code: str
    outcome: ImportOutcome = ImportOutcome.REFUSED
    values: dict[str, Any] = field(default_factory=dict)
    organization: int | None = None
    candidates: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    asked: "Checked | None" = None

    @property
    def key(self) -> tuple:
        """Equal for rows that mean the same organization."""
        return (self.organization,) if self.organization else (fold(self.name), self.province)


class Check:
    """The rows of one list against the register as it is now; answers, by row number, count for doubtful rows only."""

    def __init__(self, answers: Mapping[int, Answer] | None = None, otherwise: Answer | None = None) -> None:
        self.answers = answers or {}
        self.otherwise = otherwise
        names = Issue.objects.values_list("pk", "name", "name_en", "slug")
        self.known = Known(Places.loaded(), {fold(name): pk for pk, *words in names for name in words}, Tiers.loaded())
        self.register = Register()
        self._first: dict[tuple, Checked] = {}
        self._new: dict[int, Checked] = {}
        self._codes: dict[str, int] = {}
        self._numbers = Numbers()

    def rows(self, rows: Iterable[Row]) -> Iterator[Checked]:
        """Each row in turn; organizations are fetched by the hundred."""
        for batch in batched(rows, BATCH, strict=False):
            readings = [self._read(row) for row in batch]
            meant = [self._meant(reading) for reading in readings]
            answered = (answer.organization for answer in map(self._answer, readings) if answer)
            organizations = fetched([*(pk for pks in meant for pk in pks), *filter(None, answered)])
            for row, reading, pks in zip(batch, readings, meant, strict=True):
                checked = self._checked(reading, [organizations[pk] for pk in pks])
                self._remember(checked)
                answer = self._answer(reading)
                if checked.outcome == ImportOutcome.DOUBTFUL and answer:
                    yield self._answered(row, checked, answer, organizations)
                else:
                    yield checked

    def _read(self, row: Row) -> Reading:
        reading = Reading(row.number, dict(row.cells))
        clean_key(reading, self.known)
        return reading

    def _meant(self, row: Reading) -> list[int]:
        """The keys of the organizations that the row names: by code, else by name and province."""
        if pk := self.register.codes.get(row.text("code")):
            return [pk]
        found = self.register.named(_names(row.values), row.values.get("province", ""))
        return [pk for pk in found if pk > 0]

    def _answer(self, row: Reading) -> Answer | None:
        return self.answers.get(row.number, self.otherwise)

    def _checked(self, row: Reading, meant: list[Organization]) -> Checked:
        checked = Checked(row.number, row.text("name"), row.values.get("province", ""), row.text("code"))
        if len(meant) == 1:
            self._compare(row, meant[0], checked)
        else:
            self._meet(row, checked)
            checked.candidates = [organization.pk for organization in meant] or self._likely(row, checked)
            if meant and not row.refusals:
                row.doubt(Problem.SEVERAL)
        self._repeated(row, checked)
        self._numbers.check(row)
        return _with_outcome(checked, row)

    def _compare(self, row: Reading, organization: Organization, checked: Checked) -> None:
        """A row whose organization is certain."""
        compare(row, organization, self.known, is_by_code=checked.code == organization.entry.slug)
        checked.organization, checked.name = organization.pk, organization.name
        checked.province = str(organization.entry.province_id)

    def _meet(self, row: Reading, checked: Checked) -> None:
        """A row of an organization that may be new."""
        clean_rest(row, self.known, province=checked.province)
        complete_form(row)
        told = {remark.field for remark in row.refusals}
        if "name" not in row.values and "name" not in told:
            row.refuse(Problem.NAME_MISSING, "name")
        if not checked.province and "province" not in told:
            row.refuse(Problem.PROVINCE_MISSING, "province")
        if checked.code and (not CODE.fullmatch(checked.code) or len(checked.code) > CODE_LENGTH):
            row.refuse(Problem.CODE_UNREADABLE, "code", text=checked.code)
        elif first := self._codes.get(checked.code):
            row.refuse(Problem.CODE_OF_ANOTHER, "code", row=first)

    def _likely(self, row: Reading, checked: Checked) -> list[int]:
        """Keys of organizations that may be meant; says which, and which earlier row."""
        if row.refusals:
            return []
        found = self.register.likely(_names(row.values), checked.province)
        if known := [pk for pk in found if pk > 0]:
            row.doubt(Problem.LIKELY)
        earlier = (self._new[-pk] for pk in found if pk < 0)
        if like := next((new for new in earlier if new.key != checked.key), None):
            row.doubt(Problem.LIKE_ROW, row=like.number, other=like.name)
        return known

    def _repeated(self, row: Reading, checked: Checked) -> None:
        """An organization that an earlier row has: taken once, unless they say different things."""
        first = self._first.get(checked.key)
        if first is None or row.refusals:
            return
        # Their names are the same but for spaces and tones.
        said = {column: value for column, value in row.values.items() if column != "name"}
        if differ := [column for column, value in said.items() if value != first.values.get(column)]:
            row.doubt(Problem.REPEATED, row=first.number, columns=differ)
        elif row.values:
            row.values, row.doubts = {}, []
            row.notes = [Remark(Problem.SAME_AS_ROW, "", {"row": first.number})]

    def _remember(self, checked: Checked) -> None:
        if checked.outcome == ImportOutcome.REFUSED:
            return
        self._first.setdefault(checked.key, checked)
        self._numbers.remember(checked.number, checked.values)
        if checked.organization is None and checked.values:
            self._new[checked.number] = checked
            if checked.code:
                self._codes.setdefault(checked.code, checked.number)
            self.register.add(-checked.number, checked.province, _names(checked.values))

    def _answered(self, row: Row, asked: Checked, answer: Answer, organizations: Mapping[int, Organization]) -> Checked:
        """The doubtful row as the person says."""
        reading = self._read(row)
        checked = Checked(asked.number, asked.name, asked.province, asked.code, asked=asked)
        organization = organizations.get(answer.organization or asked.organization or 0)
        if answer.decision == ImportDecision.SKIP:
            checked.outcome = ImportOutcome.SAME
            return checked
        if organization:
            self._compare(reading, organization, checked)
        else:
            clean_rest(reading, self.known, province=asked.province)
            complete_form(reading)
        reading.doubts.clear()
        return _with_outcome(checked, reading)


def _names(values: Mapping[str, Any]) -> list[str]:
    return [values.get("name", ""), values.get("name_en", ""), *values.get("other_names", "").split(";")]


def _with_outcome(checked: Checked, row: Reading) -> Checked:
    checked.values = row.values
    checked.remarks = [*row.refusals, *row.doubts, *row.notes]
    if row.refusals:
        checked.outcome = ImportOutcome.REFUSED
    elif row.doubts:
        checked.outcome = ImportOutcome.DOUBTFUL
    elif checked.organization or any(remark.problem == Problem.SAME_AS_ROW for remark in row.notes):
        checked.outcome = ImportOutcome.CHANGED if row.values else ImportOutcome.SAME
    else:
        checked.outcome = ImportOutcome.NEW
    return checked
