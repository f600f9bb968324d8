"""The site map of events; mounted at the root of each language."""

from django.urls import include, path

from events.views import public

events = [
    path("", public.event_list, name="event_list"),
    path("calendar.ics", public.calendar_feed, name="calendar_feed"),
    path("<slug:slug>/", public.event_detail, name="event"),
    path("<slug:slug>/calendar.ics", public.event_calendar, name="event_calendar"),
]

urlpatterns = [
    path("events/", include(events)),
]
