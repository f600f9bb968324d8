"""The site map of events; mounted at the root of each language."""

from django.urls import include, path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from events.views import delegates, objections, public
from network.views.moved import account_of_the_winner

events = [
    path("", public.event_list, name="event_list"),
    path("calendar.ics", public.calendar_feed, name="calendar_feed"),
    path("<slug:slug>/", public.event_detail, name="event"),
    path("<slug:slug>/calendar.ics", public.event_calendar, name="event_calendar"),
    path("delegate/<str:token>/object/", objections.objection, name="object"),
]

seat = [
    path("", delegates.delegate, name="delegate"),
    path("<row:delegate_pk>/change/", delegates.change, name="delegate_change"),
    path("<row:delegate_pk>/swap/", delegates.swap, name="delegate_swap"),
    path("<row:delegate_pk>/withdraw/", delegates.withdraw, name="delegate_withdraw"),
]
decorate_urlpatterns(seat, account_of_the_winner)

urlpatterns = [
    path("events/", include(events)),
    path("account/events/<slug:slug>/", delegates.start, name="delegate_start"),
    path("account/organizations/<row:pk>/events/<slug:slug>/delegate/", include(seat)),
]
