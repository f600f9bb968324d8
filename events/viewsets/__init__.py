"""The events' menu in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from events.viewsets.delegate import DelegateViewSet
from events.viewsets.event import EventViewSet


class EventsViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Events")
    menu_icon = "date"
    menu_order = 220
    items = (EventViewSet, DelegateViewSet)


__all__ = ["EventsViewSetGroup"]
