"""Memberships that a list tells of: the tier, the number, and the days of the term."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from network.actions.terms.beginning import term_end
from network.enums import ApplicationKind
from network.importing.cleaning.dates import clean_day
from network.importing.reading import Reading
from network.importing.remarks import Problem
from network.models import Tier, fee_on
from portal.thai.identifiers import bare_digits
from portal.thai.text import fold

FIELDS = ("member_tier", "member_number", "member_from", "member_until")
# What the database can hold.
LARGEST = 2**31 - 1


@dataclass(frozen=True)
class Tiers:
    """The tiers by their folded names, and for how many months each lasts today; None is without an end."""

    kinds: Mapping[str, str]
    months: Mapping[str, int | None]

    @classmethod
    def loaded(cls) -> "Tiers":
        """Those of the council; a few queries."""
        tiers = list(Tier.objects.all())
        names = {fold(name): tier.kind for tier in tiers for name in (tier.name, tier.name_en, tier.kind)}
        fees = {tier.kind: fee_on(tier, timezone.localdate()) for tier in tiers}
        return cls(names, {kind: fee.months if fee else None for kind, fee in fees.items()})


def clean_membership(row: Reading, tiers: Tiers) -> None:
    """Keep what the row says as `values["membership"]`: tier, number, from and until; of nothing said, nothing."""
    if not any(map(row.says, FIELDS)):
        return
    kind = _kind(row, tiers)
    number = _number(row)
    for name in ("member_from", "member_until"):
        clean_day(row, name)
    starts, ends = row.values.pop("member_from", None), row.values.pop("member_until", None)
    if any(remark.field in FIELDS for remark in row.refusals):
        return
    starts, ends = _term(row, tiers.months.get(kind), starts, ends)
    if starts is None:
        # Beside a cell that says something: of an awaited membership our own list has a number and no days.
        row.refuse(Problem.MEMBER_DAYS, next(filter(row.says, FIELDS)))
    elif ends and ends < starts:
        row.refuse(Problem.MEMBER_ENDS_BEFORE, "member_until")
    else:
        row.values["membership"] = {"tier": kind, "number": number, "from": starts, "until": ends}


def _kind(row: Reading, tiers: Tiers) -> str:
    """The tier of the cell; of a list that names none, that of the council's members."""
    text = row.text("member_tier")
    if not text:
        return ApplicationKind.NATIONAL
    if kind := tiers.kinds.get(fold(text)):
        return kind
    row.refuse(Problem.MEMBER_TIER, "member_tier", text=text)
    return ""


def _number(row: Reading) -> int | None:
    text = row.text("member_number")
    digits = bare_digits(text)
    if digits.isdecimal() and 0 < int(digits) <= LARGEST:
        return int(digits)
    if text:
        row.refuse(Problem.MEMBER_NUMBER, "member_number", text=text)
    return None


def _term(row: Reading, months: int | None, starts: date | None, ends: date | None) -> tuple[date | None, date | None]:
    """Both days; the one that the row does not say is counted from the other."""
    if starts and ends is None and months:
        ends = term_end(starts, months)
        row.note(Problem.MEMBER_UNTIL_COUNTED, "member_until", months=months)
    elif ends and starts is None and months:
        starts = _start(ends, months)
        row.note(Problem.MEMBER_FROM_COUNTED, "member_from", months=months)
    elif starts is None and ends is None and months is None:
        starts = timezone.localdate()
    return starts, ends


def _start(ends: date, months: int) -> date:
    """The first day of a term of so many months that ends on a day."""
    after = ends + timedelta(days=1)
    year, month = divmod(after.year * 12 + after.month - 1 - months, 12)
    # 31 March less one month is the last day of February.
    return date(year, month + 1, min(after.day, monthrange(year, month + 1)[1]))
