"""What everyone may read of events."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from events.ics import calendar
from events.linked_data import event_json
from events.models import Event
from portal.models import Identity

PAST_ON_A_PAGE = 10


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Upcoming events, the next one first; past ones below, page by page."""
    published = Event.objects.published()
    # `get_page`: a number that is gone shows the last page, since past events only grow in number.
    page = Paginator(published.past(), PAST_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "events/event_list.html",
        {
            # Later pages are for reading back only.
            "upcoming": published.upcoming() if page.number == 1 else [],
            "page": page,
            "breadcrumbs": [home_crumb(), {"title": _("Events"), "url": None}],
        },
    )


@require_safe
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.published(), slug=slug)
    organizer = Identity.load(request_or_site=request).display_name
    return render(
        request,
        "events/event.html",
        {
            "event": event,
            "linked_data": event_json(event, organizer=organizer),
            "breadcrumbs": [
                home_crumb(),
                {"title": _("Events"), "url": reverse("events:event_list")},
                {"title": event.display_title, "url": None},
            ],
        },
    )


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """One event as a file for the reader's own calendar."""
    event = get_object_or_404(Event.objects.published(), slug=slug)
    return calendar_response(calendar([event], name=event.display_title), f"{event.slug}.ics")


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """All upcoming events, to subscribe to."""
    name = _("Events of %(council)s") % {"council": Identity.load(request_or_site=request).display_name}
    return calendar_response(calendar(Event.objects.published().upcoming(), name=name), "events.ics")


def calendar_response(content: bytes, filename: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        # `inline`: phones then open the calendar instead of a folder of downloads.
        headers={"Content-Disposition": f'inline; filename="{filename}"'},
    )


def home_crumb() -> dict:
    return {"title": pgettext("page", "Home"), "url": reverse("wagtail_serve", args=[""])}
