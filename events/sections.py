"""Parts that events add to other pages."""

from django.http import HttpRequest

from events.models import Event
from events.seats import seats_of
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
