"""An organization's seat at an event, as its people see it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from events.enums import LIVE_DELEGATES, Window
from events.models import Delegate, Event
from events.permissions import DELEGATE_MAKERS, Refusal, mandates, role_refusal, why_cannot_send
from network.models import Organization

# Nothing the organization could do about these, so they are not put before it.
NOT_OURS = {"province", "no_registration"}


@dataclass(frozen=True)
class Seat:
    """One event × one organization.

    Attributes:
        delegate: who holds the seat, if anybody.
        history: those who held it before, the latest first.
        refusal: why nothing can be changed now, if so.
    """

    event: Event
    organization: Organization
    delegate: Delegate | None = None
    history: list[Delegate] = field(default_factory=list)
    refusal: Refusal | None = None

    @property
    def can_change(self) -> bool:
        return self.refusal is None

    @property
    def is_waiting(self) -> bool:
        """The organization can still name somebody and has not."""
        return self.delegate is None and self.can_change

    @property
    def is_closed(self) -> bool:
        return self.event.window() == Window.CLOSED


def seat_of(event: Event, organization: Organization, *, refusal: Refusal | None) -> Seat:
    """The seat with its whole history."""
    rows = Delegate.objects.filter(event=event, organization=organization)
    return _seat(event, organization, list(_latest_first(rows)), refusal)


def seats_of(user, events: QuerySet[Event]) -> list[Seat]:
    """`events` × the organizations that `user` acts for today; seats that wait for a name come first.

    Four queries, however many there are.
    """
    # First the people: someone without a mandate costs one query and is done.
    people = list(mandates(user).select_related("organization__entry__province"))
    meetings = list(events.prefetch_related("provinces")) if people else []
    rows = _rows([mandate.organization_id for mandate in people], meetings)
    seats = [
        _seat(event, mandate.organization, rows.get((event.pk, mandate.organization_id), []), _refusal(event, mandate))
        for event in meetings
        for mandate in people
    ]
    shown = [seat for seat in seats if seat.delegate or not (seat.refusal and seat.refusal.code in NOT_OURS)]
    # sorted() is stable: within both groups the order of the events stays.
    return sorted(shown, key=lambda seat: not seat.is_waiting)


def _refusal(event: Event, mandate) -> Refusal | None:
    return why_cannot_send(event, mandate.organization) or (None if mandate.role in DELEGATE_MAKERS else role_refusal())


def _rows(organizations: list[int], events: list[Event]) -> dict[tuple[int, int], list[Delegate]]:
    found: dict[tuple[int, int], list[Delegate]] = {}
    if events:
        for row in _latest_first(Delegate.objects.filter(event__in=events, organization__in=organizations)):
            found.setdefault((row.event_id, row.organization_id), []).append(row)
    return found


def _latest_first(rows: QuerySet[Delegate]) -> QuerySet[Delegate]:
    return rows.select_related("entered_by").order_by("-entered_at", "-pk")


def _seat(event: Event, organization: Organization, rows: Iterable[Delegate], refusal: Refusal | None) -> Seat:
    rows = list(rows)
    live = next((row for row in rows if row.status in LIVE_DELEGATES), None)
    return Seat(event, organization, live, [row for row in rows if row is not live], refusal)
