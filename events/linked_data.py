"""Events as schema.org sees them, for search engines."""

import json

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.models import Event

# A text that ends the script element must not end it.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def event_json(event: Event, *, organizer: str) -> SafeString:
    """Return the content of `<script type="application/ld+json">`."""
    base = settings.BASE_URL.rstrip("/")
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.display_title,
        "description": event.display_summary,
        "startDate": event.starts_on.isoformat(),
        "endDate": event.ends_on.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "url": base + event.get_absolute_url(),
        "location": {"@type": "Place", "name": event.display_venue or _("To be announced")},
        "organizer": {"@type": "Organization", "name": organizer, "url": base},
        "performer": [{"@type": "Person", "name": s.value.localized("name")} for s in event.speakers],
    }
    text = json.dumps({k: v for k, v in data.items() if v}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 -- every character that could end the script is escaped
