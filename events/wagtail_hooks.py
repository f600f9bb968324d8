"""Registers the events' parts with Wagtail and the portal."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from events import sections

hooks.register("register_home_sections", sections.next_event)


@hooks.register("register_portal_urls")
def portal_urls() -> list[URLResolver]:
    return [path("", include(("events.urls", "events")))]


@hooks.register("register_menu_items")
def menu_items(request: HttpRequest) -> list[tuple[int, str, str]]:
    return [(300, _("Events"), reverse("events:event_list"))]
