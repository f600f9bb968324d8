"""What is said about a row: why it is refused, what is doubtful, and what was read otherwise than written."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from network.enums import LegalForm
from network.importing.headings import heading
from portal.forms.dates import SENTENCES as DATES
from portal.forms.phones import SENTENCES as PHONES
from portal.thai.provinces import all_provinces


class Problem(StrEnum):
    """Each has its sentence below; those of dates and phone numbers are the fields' own."""

    # Refused: the row cannot be taken as it is.
    NAME_MISSING = "name_missing"
    PROVINCE_MISSING = "province_missing"
    PROVINCE_UNKNOWN = "province_unknown"
    PROVINCE_LIKE = "province_like"
    CODE_UNREADABLE = "code_unreadable"
    CODE_OF_ANOTHER = "code_of_another"
    NO_VALUE = "no_value"
    TOO_LONG = "too_long"
    YEAR = "year"
    EMAIL = "email"
    WEBSITE = "website"
    POSTAL_CODE = "postal_code"
    MEMBER_TIER = "member_tier"
    MEMBER_NUMBER = "member_number"
    MEMBER_NUMBER_TAKEN = "member_number_taken"
    MEMBER_NUMBER_OF_ROW = "member_number_of_row"
    MEMBER_DAYS = "member_days"
    MEMBER_ENDS_BEFORE = "member_ends_before"
    PROFILE_WAITING = "profile_waiting"
    PROFILE_LOCKED = "profile_locked"
    # Doubtful: a person decides.
    LIKELY = "likely"
    SEVERAL = "several"
    REPEATED = "repeated"
    LIKE_ROW = "like_row"
    DISTRICT_ELSEWHERE = "district_elsewhere"
    # Only said: the row is taken.
    SAME_AS_ROW = "same_as_row"
    PROVINCE_FROM = "province_from"
    DISTRICT_UNKNOWN = "district_unknown"
    LEGAL_FORM_READ = "legal_form_read"
    LEGAL_FORM_FROM_NAME = "legal_form_from_name"
    LEGAL_FORM_UNKNOWN = "legal_form_unknown"
    LEFT_OUT = "left_out"
    MEMBER_UNTIL_COUNTED = "member_until_counted"
    MEMBER_FROM_COUNTED = "member_from_counted"
    MEMBER_KEPT = "member_kept"
    MEMBER_CLOSED = "member_closed"
    PAGE_LEFT_OUT = "page_left_out"
    ISSUES_UNKNOWN = "issues_unknown"


SENTENCES: dict[str, str | Promise] = {
    Problem.NAME_MISSING: gettext_lazy("There is no name of an organization."),
    Problem.PROVINCE_MISSING: gettext_lazy("There is no province, and the address does not say it either."),
    Problem.PROVINCE_UNKNOWN: gettext_lazy("“%(text)s” is not a province that we know."),
    Problem.PROVINCE_LIKE: gettext_lazy("“%(text)s” is not a province. Is %(like)s meant?"),
    Problem.CODE_UNREADABLE: gettext_lazy(
        "“%(text)s” cannot be a code: write small English letters, digits and hyphens."
    ),
    Problem.CODE_OF_ANOTHER: gettext_lazy("Row %(row)s has the same code."),
    Problem.NO_VALUE: gettext_lazy(
        "The cell shows “%(text)s” instead of a value. Copy the cell in Excel, paste it as a value, and save the file."
    ),
    Problem.TOO_LONG: gettext_lazy("The text has %(length)s letters; at most %(limit)s can be kept."),
    Problem.YEAR: gettext_lazy("“%(text)s” cannot be a year of founding. Write four digits, for example 2532 or 1989."),
    Problem.EMAIL: gettext_lazy("“%(text)s” is not an e-mail address."),
    Problem.WEBSITE: gettext_lazy("“%(text)s” is not the address of a website."),
    Problem.POSTAL_CODE: gettext_lazy("“%(text)s” is not a postal code; it has five digits."),
    Problem.MEMBER_TIER: gettext_lazy("“%(text)s” is no kind of membership of the council."),
    Problem.MEMBER_NUMBER: gettext_lazy("“%(text)s” is not a membership number; it has digits only."),
    Problem.MEMBER_NUMBER_TAKEN: gettext_lazy("Another organization has the membership number %(number)s."),
    Problem.MEMBER_NUMBER_OF_ROW: gettext_lazy("Row %(row)s has the same membership number."),
    Problem.MEMBER_DAYS: gettext_lazy("A membership needs the day from which or until which it lasts."),
    Problem.MEMBER_ENDS_BEFORE: gettext_lazy("The membership cannot end before it begins."),
    Problem.PROFILE_WAITING: gettext_lazy(
        "%(organization)s has changed its profile, and the change is not published yet. Approve or return it first."
    ),
    Problem.PROFILE_LOCKED: gettext_lazy("The profile of %(organization)s is locked in the CMS. Unlock it first."),
    Problem.LIKELY: gettext_lazy("The register may have this organization already."),
    Problem.SEVERAL: gettext_lazy("The register has more than one organization of this name in the province."),
    Problem.REPEATED: gettext_lazy("Row %(row)s has the same organization, but these columns differ: %(columns)s."),
    Problem.LIKE_ROW: gettext_lazy("Row %(row)s, %(other)s, may be the same organization."),
    Problem.DISTRICT_ELSEWHERE: gettext_lazy("%(district)s is in %(elsewhere)s, but the row says %(province)s."),
    Problem.SAME_AS_ROW: gettext_lazy("The same as row %(row)s; taken once."),
    Problem.PROVINCE_FROM: gettext_lazy("The province, %(province)s, was taken from the address."),
    Problem.DISTRICT_UNKNOWN: gettext_lazy("“%(text)s” is no district of %(province)s; kept as it is written."),
    Problem.LEGAL_FORM_READ: gettext_lazy("“%(text)s” was read as the legal form %(form)s."),
    Problem.LEGAL_FORM_FROM_NAME: gettext_lazy("The legal form, %(form)s, was taken from the name."),
    Problem.LEGAL_FORM_UNKNOWN: gettext_lazy("The legal form is not known; entered as “Other”."),
    Problem.LEFT_OUT: pgettext_lazy("part of a cell", "There is room for one only: “%(text)s” was left out."),
    Problem.MEMBER_UNTIL_COUNTED: gettext_lazy("The end of the membership was counted: %(months)s months."),
    Problem.MEMBER_FROM_COUNTED: gettext_lazy("The beginning of the membership was counted: %(months)s months."),
    Problem.MEMBER_KEPT: gettext_lazy(
        "The register has this membership with another number or other days. A list does not change it: use the CMS."
    ),
    Problem.MEMBER_CLOSED: gettext_lazy(
        "The organization was a member and is none any more. A list does not begin it again: use the CMS."
    ),
    Problem.PAGE_LEFT_OUT: gettext_lazy("“%(text)s” is the name of a page, not its address; left out."),
    Problem.ISSUES_UNKNOWN: gettext_lazy("No such issue in the portal, left out: %(text)s."),
    **{f"phone:{problem}": sentence for problem, sentence in PHONES.items()},
    **{f"date:{problem}": sentence for problem, sentence in DATES.items()},
}


@dataclass(frozen=True)
class Remark:
    """One sentence about a row, kept as its parts so that each reader gets it in their language.

    Attributes:
        problem: a key of SENTENCES.
        field: the field of the cell that it is about; "" for the row as a whole.
        values: what the sentence names.
    """

    problem: str
    field: str = ""
    values: dict[str, Any] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return str(SENTENCES[self.problem]) % {name: _shown(name, value) for name, value in self.values.items()}

    def as_json(self) -> list[Any]:
        """What is kept in a row of the database; `Remark(*kept)` is the remark again."""
        return [str(self.problem), self.field, self.values]


def column_field(column: str) -> str:
    """The field of a list by which a column of `values` is named."""
    return "member_number" if column == "membership" else column


def _shown(name: str, value: Any) -> Any:
    """What the sentence says for a value: names in the reader's language instead of codes."""
    language = get_language() or "th"
    if name == "columns":
        return ", ".join(heading(column_field(column), language) for column in value)
    if name in ("province", "elsewhere", "like"):
        facts = next(facts for facts in all_provinces() if facts.code == value)
        return facts.name_en if language == "en" else facts.name
    return LegalForm(value).label if name == "form" else value


def in_place(remark: Remark, row: int, headings: Mapping[str, str]) -> str:
    """The sentence with its cell before it: "Row 12, column Province: …"; `headings` are the file's own, by field."""
    if column := headings.get(remark.field):
        return _("Row %(row)s, column %(column)s: %(sentence)s") % {"row": row, "column": column, "sentence": remark}
    return _("Row %(row)s: %(sentence)s") % {"row": row, "sentence": remark}
