"""Events as iCalendar (RFC 5545): whole days, so that no time zone can move them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from icalendar import Calendar
from icalendar import Event as Entry

from events.models import Event

# The feed tells clients how often to look again.
LOOK_AGAIN = timedelta(hours=12)


def calendar(events: Iterable[Event], *, name: str) -> bytes:
    """Return a calendar of `events` in the language being read."""
    sheet = Calendar.new(
        name=name,
        prodid=f"-//{host()}//portal//{(get_language() or 'th').upper()}",
        uid=f"events@{host()}",
        subcomponents=[entry(event) for event in events],
    )
    # RFC 7986 wants the type said; `Calendar.new` leaves it out, and strict readers then refuse the whole file.
    sheet.add("REFRESH-INTERVAL", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    return sheet.to_ical()


def entry(event: Event) -> Entry:
    """One event; the UID stays when title, dates or address change, so clients update instead of doubling."""
    changed = changed_at(event)
    url = settings.BASE_URL.rstrip("/") + event.get_absolute_url()
    return Entry.new(
        # By key: a slug may be corrected, and a calendar would then hold the event twice.
        uid=f"event-{event.pk}@{host()}",
        stamp=changed,
        last_modified=changed,
        summary=event.display_title,
        description="\n\n".join(filter(None, [event.display_summary, url])),
        location=event.display_venue or None,
        start=event.starts_on,
        # The end is the first day after: RFC 5545, 3.6.1.
        end=event.ends_on + timedelta(days=1),
        url=url,
    )


def changed_at(event: Event) -> datetime:
    """When what the public sees last changed, to the second, in UTC as the format demands."""
    moment = event.last_published_at or event.first_published_at or timezone.now()
    # Whatever is shown changes with a publication; `updated` of the row also moves with a delegate.
    return moment.astimezone(UTC).replace(microsecond=0)


def host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"
