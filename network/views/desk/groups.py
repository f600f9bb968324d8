"""The lists of the desk: what is in each, and in which order it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Case, Exists, OuterRef, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.enums import Standing
from network.models import Claim, Invitation, Membership, MembershipApplication, Organization, Payment, Representative
from network.views.desk.door import Desk
from network.views.desk.rows import (
    RowMaker,
    application_row,
    claim_row,
    membership_row,
    nobody_row,
    paper_row,
    payment_row,
)
from portal.thai.sorting import sort_key

# How long a decided case stays on the desk, in days.
DECIDED_DAYS = 90


URGENT = _("Most urgent first")


@dataclass(frozen=True)
class Group:
    """One list of the desk.

    Attributes:
        name: as the address says it.
        label: as the reader sees it.
        rows: what is in it, for a person and the provinces on the page, the most urgent first.
        line: says one row, given it and the days a centre has to answer.
        order: what stands first.
    """

    name: str
    label: Any
    rows: Callable[[Any, Desk], QuerySet]
    line: RowMaker = application_row
    order: Any = URGENT


def applications(user, desk: Desk):
    rows = MembershipApplication.objects.on_desk_of(user).filter(province__in=desk.provinces)
    return rows.select_related("province", "district").order_by("status_since", "pk")


def claims(user, desk: Desk) -> QuerySet:
    rows = Claim.objects.open().on_desk_of(user).filter(organization__entry__province__in=desk.provinces)
    return rows.select_related("organization__entry__province", "claimant").order_by("made_at", "pk")


def papers(user, desk: Desk) -> QuerySet:
    """Of all provinces: before it is sent, a form may not say its own yet."""
    rows = MembershipApplication.objects.on_paper_with(user).drafts()
    return rows.select_related("province", "filed_by").order_by("created_at", "pk")


def endings(user, desk: Desk) -> QuerySet:
    """Those who should renew and have not paid: the nearest end first, and last those that have lapsed."""
    here = Membership.objects.on_desk_of(user).in_provinces(desk.provinces).without_slip()
    rows = here.renewable(limits=desk.limits).with_standing(limits=desk.limits)
    has_lapsed = Case(When(standing=Standing.LAPSED, then=1), default=0)
    return rows.select_related("organization__entry__province", "tier").order_by(has_lapsed, "ends_on", "pk")


def unpaid(user, desk: Desk) -> QuerySet:
    rows = Payment.objects.on_desk_of(user).in_provinces(desk.provinces).unpaid_at_centre()
    return rows.select_related("membership__organization__entry__province", "membership__tier")


def nobody(user, desk: Desk) -> QuerySet:
    """First those that had somebody once: their people count on the portal."""
    rows = Organization.objects.listed().filter(entry__province__in=desk.provinces).unrepresented()
    had = Representative.objects.filter(organization=OuterRef("pk"))
    waiting = Invitation.objects.open().filter(organization=OuterRef("pk"))
    rows = rows.annotate(had=Exists(had), waiting=Exists(waiting)).select_related("entry__province")
    return rows.order_by("-had", "entry__sort_key", "pk")


def decided(user, desk: Desk) -> QuerySet:
    since = timezone.now() - timedelta(days=DECIDED_DAYS)
    return applications(user, desk).decided_since(since).order_by("-decided_at", "pk")


GROUPS = (
    Group("new", pgettext_lazy("applications", "New"), lambda user, desk: applications(user, desk).new()),
    Group(
        "waiting",
        _("Waiting for information"),
        lambda user, desk: applications(user, desk).waiting_for_an_answer(),
    ),
    Group(
        "recommended",
        _("With the registrar"),
        lambda user, desk: applications(user, desk).with_the_registrar(),
    ),
    Group("up", _("Handed up"), lambda user, desk: applications(user, desk).handed_up()),
    Group("decided", _("Decided in the last 90 days"), decided, order=_("Latest first")),
    Group("claims", _("Claims to decide"), claims, claim_row),
    Group("nobody", _("Nobody acts for them"), nobody, nobody_row, order=_("Those that had somebody first")),
    Group("paper", _("Paper forms not sent"), papers, paper_row),
    Group("unpaid", _("Who has not paid"), unpaid, payment_row),
    Group("ending", _("Terms that run out"), endings, membership_row),
)


def group_called(name: str) -> Group:
    """The list that the address asks for; the new applications when it asks for none that exists."""
    return next((group for group in GROUPS if group.name == name), GROUPS[0])


def by_name(rows: QuerySet) -> list:
    """The same rows as in a Thai dictionary."""
    return sorted(rows, key=lambda row: (sort_key(_name(row)), row.pk))


def _name(row) -> str:
    if isinstance(row, MembershipApplication | Organization):
        return row.name
    return (row.membership if isinstance(row, Payment) else row).organization.name
