"""Parts that events add to other pages."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import get_language

from events.models import Delegate, Event
from events.permissions import why_cannot_send
from events.seats import seats_of
from network.models import Organization, Province
from network.views.desk.rows import desk_phone
from portal.sections import Section


def next_event(request: HttpRequest) -> Section | None:
    """The home page's next event, above the news; nothing when none is coming."""
    event = Event.objects.published().upcoming().first()
    # Below 100 stands above the news (URGENT_BELOW in home.models.pages).
    return Section(50, "events/sections/next_event.html", {"event": event}) if event else None


def who_goes(request: HttpRequest) -> Section | None:
    """The account area's seats: which organization sends whom to which event."""
    seats = seats_of(request.user, Event.objects.published().upcoming().asking_for_delegates())
    return Section(300, "events/sections/who_goes.html", {"seats": seats}) if seats else None


def without_delegate(request: HttpRequest, provinces: list[Province]) -> Section | None:
    """The desk's list of whom to call: organizations of `provinces` that can still name a delegate and have not.

    Four queries, however many there are; nothing when no event takes names now.
    """
    events = list(Event.objects.published().upcoming().asking_for_delegates().prefetch_related("provinces"))
    if not events:
        return None
    named = set(Delegate.objects.live().filter(event__in=events).values_list("event_id", "organization_id"))
    rows = Organization.objects.listed().filter(entry__province__in=provinces).select_related("entry__province")
    organizations = list(rows.in_order_of(get_language() or "th"))
    waiting = [{"event": event, "rows": _to_call(event, organizations, named)} for event in events]
    shown = [group for group in waiting if group["rows"]]
    return Section(300, "events/sections/without_delegate.html", {"groups": shown}) if shown else None


def _to_call(event: Event, organizations: Iterable[Organization], named: set[tuple[int, int]]) -> list[dict]:
    """Parameters of network/desk/row.html; whoever cannot send anybody now need not be called."""
    return [
        {
            "title": organization.display_name,
            "url": organization.get_absolute_url(),
            "meta": str(organization.entry.province),
            "phone": desk_phone(organization),
        }
        for organization in organizations
        if (event.pk, organization.pk) not in named and why_cannot_send(event, organization) is None
    ]
