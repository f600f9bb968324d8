"""Registers the events' parts with Wagtail and the portal."""

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from events import daily, sections, setup
from events.demo import load
from events.letters import KINDS
from events.merging import RULES
from events.models import Delegate
from events.sitemaps import EventListSitemap, EventSitemap
from events.viewsets import EventsViewSetGroup
from events.viewsets.delegate import ReadOnly
from network.merging.clashes import MergeRule
from portal.letters import LetterKind
from portal.steps import DailyStep, Step

# Before the viewset asks for a policy and gets Wagtail's own.
register_permission_policy(Delegate, ReadOnly(Delegate))
register_snippet(EventsViewSetGroup)

hooks.register("register_home_sections", sections.next_event)
hooks.register("register_account_sections", sections.who_goes)
hooks.register("register_desk_sections", sections.without_delegate)

LOG_ACTIONS = {
    "enter": (gettext_lazy("Enter delegate"), gettext_lazy("Delegate entered")),
    "change": (gettext_lazy("Correct delegate"), gettext_lazy("Delegate's details corrected")),
    "replaced": (gettext_lazy("Replace delegate"), gettext_lazy("Delegate replaced by somebody else")),
    "withdrawn": (gettext_lazy("Withdraw delegate"), gettext_lazy("Delegate withdrawn")),
    "objected": (gettext_lazy("Objection"), gettext_lazy("Delegate objected and gave up the seat")),
    "forget": (gettext_lazy("Forget needs"), gettext_lazy("Food and access needs deleted")),
}


@hooks.register("register_portal_urls")
def portal_urls() -> list[URLResolver]:
    return [path("", include(("events.urls", "events")))]


@hooks.register("register_menu_items")
def menu_items(request: HttpRequest) -> list[tuple[int, str, str]]:
    return [(300, _("Events"), reverse("events:event_list"))]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for name, (label, message) in LOG_ACTIONS.items():
        actions.register_action(f"events.delegate.{name}", label, message)


@hooks.register("register_sitemaps")
def sitemaps() -> dict[str, type[Sitemap]]:
    return {"events": EventSitemap, "events_list": EventListSitemap}


@hooks.register("register_setup_steps")
def event_staff() -> Step:
    return Step(310, "event staff and their workflow", setup.set_up)


@hooks.register("register_demo_steps")
def demo_events() -> Step:
    return Step(310, "events and delegates", load.load_events)


@hooks.register("register_daily_steps")
def daily_steps() -> list[DailyStep]:
    return daily.STEPS


@hooks.register("register_letter_kinds")
def letter_kinds() -> list[LetterKind]:
    return KINDS


@hooks.register("register_merge_rules")
def merge_rules() -> list[MergeRule]:
    return RULES
