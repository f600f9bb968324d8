"""How a term comes into force: the first one, and each that follows it. Payments call this; it calls none."""

import calendar
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from network.actions.terms.steps import close, locked_term, note
from network.enums import ClosedReason, Standing, TermAction
from network.exceptions import TermIsClosed
from network.models import Limits, Membership, standing_by_end
from portal.models import User


def term_end(start: date, months: int | None) -> date | None:
    """The last day of a term of so many months from `start`; None without an end."""
    if months is None:
        return None
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    last_day = calendar.monthrange(year, month)[1]
    # 31 August plus six months is the last day of February, not an error.
    day = date(year, month, min(start.day, last_day))
    # The day before: a term of 24 months from 1 March 2567 ends on 28 February 2569.
    return date.fromordinal(day.toordinal() - 1)


def begin_term(membership: Membership, *, months: int | None, by: User | None) -> Membership:
    """Put an awaited membership into force today, for so many months; None is without an end.

    Called when the joining fee is accepted, or at once when there is none. One that has begun stays as it is.

    Raises:
        TermIsClosed: it was resigned or ended before it began.
    """
    with transaction.atomic():
        present = locked_term(membership)
        if present.closed_on:
            raise TermIsClosed
        if present.begun_on:
            return present
        present.begun_on = present.starts_on = timezone.localdate()
        present.ends_on = term_end(present.starts_on, months)
        present.save(update_fields=["begun_on", "starts_on", "ends_on"])
        note(present, TermAction.BEGIN, by=by)
    return present


def renew_term(
    membership: Membership, *, months: int | None, by: User | None, paid_on: date | None = None
) -> Membership:
    """Close the running term as renewed, and return the one that follows it for so many months (None: without an end).

    It begins on the day after the old one ends; today, when that had lapsed on `paid_on`: the day on which the
    organization said that it paid (today), so that a slow treasurer costs it nothing. A suspension goes on.
    One that is renewed already answers with the term that follows it.

    Raises:
        TermIsClosed: it was resigned or ended, or has never begun.
    """
    with transaction.atomic():
        present = locked_term(membership)
        if present.closed_reason == ClosedReason.RENEWED:
            return Membership.objects.get(follows=present)
        if present.closed_on or present.begun_on is None:
            raise TermIsClosed
        close(present, ClosedReason.RENEWED)
        renewed = _following(present, months, paid_on or timezone.localdate())
        note(renewed, TermAction.RENEW, by=by)
    return renewed


def next_days(term: Membership, *, months: int | None, paid_on: date) -> tuple[date, date | None]:
    """First and last day of the term that follows `term` when it is paid on `paid_on` and accepted today."""
    has_lapsed = standing_by_end(term.ends_on, paid_on, Limits.load()) == Standing.LAPSED
    starts_on = timezone.localdate() if has_lapsed or term.ends_on is None else term.ends_on + timedelta(days=1)
    return starts_on, term_end(starts_on, months)


def _following(term: Membership, months: int | None, paid_on: date) -> Membership:
    starts_on, ends_on = next_days(term, months=months, paid_on=paid_on)
    return Membership.objects.create(
        organization=term.organization,
        tier=term.tier,
        number=term.number,
        follows=term,
        begun_on=timezone.localdate(),
        starts_on=starts_on,
        ends_on=ends_on,
        suspended_on=term.suspended_on,
        suspended_reason=term.suspended_reason,
    )
