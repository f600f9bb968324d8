"""Where a membership stands on a day: one rule, told in Python and in SQL; a property test holds them equal."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, CharField, Q, Value, When
from django.utils import timezone

from network.enums import ClosedReason, Standing
from network.models.settings import MembershipSettings

if TYPE_CHECKING:
    from network.models.membership import Membership

# A closed term stands as its reason says.
CLOSED = {
    ClosedReason.RENEWED: Standing.RENEWED,
    ClosedReason.RESIGNED: Standing.RESIGNED,
    ClosedReason.ENDED: Standing.ENDED,
}

# After the first reminder, which comes when a term begins to end soon.
LATER_REMINDERS = (30, 7)


@dataclass(frozen=True)
class Limits:
    """Days before the end from which a term "ends soon", and days after it in which it can be renewed as if in time."""

    due_soon_days: int
    grace_days: int

    @classmethod
    def load(cls) -> "Limits":
        """As the council has set them; one query."""
        # Not `load`, which writes the row when there is none: every public page asks.
        rules = MembershipSettings.objects.first() or MembershipSettings()
        return cls(rules.due_soon_days, rules.grace_days)

    @property
    def reminder_days(self) -> list[int]:
        """So many days before the end the organization is reminded, from the first time to the last."""
        return [self.due_soon_days, *(days for days in LATER_REMINDERS if days < self.due_soon_days)]


def standing_on(term: "Membership", day: date, limits: Limits) -> Standing:
    """Where `term` stands on `day`; on days before it began it waits."""
    if term.closed_on and term.closed_on <= day:
        return CLOSED[ClosedReason(term.closed_reason)]
    if term.begun_on is None or term.begun_on > day:
        return Standing.AWAITING
    if term.suspended_on and term.suspended_on <= day:
        return Standing.SUSPENDED
    return standing_by_end(term.ends_on, day, limits)


def standing_by_end(ends_on: date | None, day: date, limits: Limits) -> Standing:
    """Where a term in force with this last day stands on `day`, when nothing else is the matter with it."""
    days_left = (ends_on - day).days if ends_on else None
    # On the last day itself 0 are left.
    if days_left is None or days_left > limits.due_soon_days:
        return Standing.ACTIVE
    if days_left >= 0:
        return Standing.DUE_SOON
    return Standing.GRACE if -days_left <= limits.grace_days else Standing.LAPSED


def standing_case(day: date | None = None, limits: Limits | None = None) -> Case:
    """The same rule as an expression over the columns of Membership; of today when no `day` is given."""
    day, limits = day or timezone.localdate(), limits or Limits.load()
    last_day_of_grace = day - timedelta(days=limits.grace_days)
    return Case(
        *[When(closed_on__lte=day, closed_reason=reason, then=Value(after.value)) for reason, after in CLOSED.items()],
        When(Q(begun_on__isnull=True) | Q(begun_on__gt=day), then=Value(Standing.AWAITING.value)),
        When(suspended_on__lte=day, then=Value(Standing.SUSPENDED.value)),
        When(ends_on__lt=last_day_of_grace, then=Value(Standing.LAPSED.value)),
        When(ends_on__lt=day, then=Value(Standing.GRACE.value)),
        When(ends_on__lte=day + timedelta(days=limits.due_soon_days), then=Value(Standing.DUE_SOON.value)),
        default=Value(Standing.ACTIVE.value),
        output_field=CharField(),
    )
