"""Loads memberships of every standing, with the history that each would have by now."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from network.actions.terms.beginning import term_end
from network.demo.past import days_ago
from network.enums import REGISTRARS, ClosedReason, TermAction
from network.models import Membership, MembershipEntry, Organization, Tier
from portal.models import User

MEMBERSHIPS = Path(__file__).with_name("memberships.csv")
MONTHS = 24
type Row = dict[str, str]


@transaction.atomic
def load_memberships() -> None:
    """Create the terms whose number is missing, for organizations that have never been members of that tier."""
    tiers = {tier.kind: tier for tier in Tier.objects.all()}
    organizations = {row.entry.slug: row for row in Organization.objects.select_related("entry")}
    numbers = set(Membership.objects.values_list("tier__kind", "number"))
    holders = set(Membership.objects.values_list("tier__kind", "organization__entry__slug"))
    registrar = User.objects.filter(groups__name=REGISTRARS).order_by("pk").first()
    for row in read_memberships():
        is_known = (row["kind"], int(row["number"])) in numbers or (row["kind"], row["organization"]) in holders
        if row["organization"] in organizations and not is_known:
            load_membership(row, organizations[row["organization"]], tiers[row["kind"]], registrar)


def read_memberships() -> list[Row]:
    with MEMBERSHIPS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load_membership(row: Row, organization: Organization, tier: Tier, registrar: User | None) -> None:
    """Its terms one after the other, the last one as the row says."""
    began = int(row["began_days_ago"])
    before = None
    for terms_ago in range(int(row["earlier_terms"] or 0), -1, -1):
        # As the calendar counts them, so that one term begins on the day after another.
        starts_on = months_before(day(began), MONTHS * terms_ago)
        before = term_after(before, organization, tier, int(row["number"]), starts_on)
        note(before, TermAction.RENEW if before.follows else TermAction.BEGIN, starts_on, registrar)
    if before:
        finish(before, row, registrar)


def term_after(
    before: Membership | None, organization: Organization, tier: Tier, number: int, starts_on: date
) -> Membership:
    if before:
        before.closed_on, before.closed_reason = starts_on, ClosedReason.RENEWED
        before.save(update_fields=["closed_on", "closed_reason"])
    return Membership.objects.create(
        organization=organization,
        tier=tier,
        number=number,
        follows=before,
        begun_on=starts_on,
        starts_on=starts_on,
        ends_on=term_end(starts_on, MONTHS),
    )


def finish(term: Membership, row: Row, registrar: User | None) -> None:
    """What the row says of the last term: its end, a suspension, how it was closed."""
    term.ends_on = timezone.localdate() + timedelta(days=int(row["days_left"])) if row["days_left"] else None
    if row["suspended_days_ago"]:
        term.suspended_on, term.suspended_reason = day(int(row["suspended_days_ago"])), row["message"]
        note(term, TermAction.SUSPEND, term.suspended_on, registrar, row["message"])
    if row["closed_days_ago"]:
        term.closed_on, term.closed_reason = day(int(row["closed_days_ago"])), row["closed_reason"]
        action = TermAction.RESIGN if term.closed_reason == ClosedReason.RESIGNED else TermAction.END
        note(term, action, term.closed_on, registrar, row["message"])
    term.save()


def note(term: Membership, action: TermAction, on: date, by: User | None, message: str = "") -> None:
    entry = MembershipEntry.objects.create(membership=term, action=action, by=by, message=message)
    at = timezone.make_aware(datetime.combine(on, datetime.min.time())) + timedelta(hours=10)
    MembershipEntry.objects.filter(pk=entry.pk).update(at=at)


def day(ago: int) -> date:
    return timezone.localdate(days_ago(ago))


def months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    # The 28th exists in every month, and nobody counts these days.
    return date(year, month + 1, min(day.day, 28))
