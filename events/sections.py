"""Parts that events add to other pages."""

from django.http import HttpRequest

from events.models import Event
from portal.sections import Section


def next_event(request: HttpRequest) -> Section | None:
    """The home page's next event; nothing when none is coming."""
    event = Event.objects.published().upcoming().first()
    return Section(300, "events/sections/next_event.html", {"event": event}) if event else None
