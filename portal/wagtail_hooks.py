"""Registers the portal's own parts with Wagtail."""

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, WorkflowMixin
from wagtail.permissions import register_permission_policy
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet

from portal import demo, leftovers
from portal.forms.cms import register_date_fields
from portal.models import LetterText, OutgoingMail
from portal.permissions import OnlyChanged, OnlyViewed
from portal.sections import OpenCmsPanel
from portal.steps import DailyStep, Step
from portal.viewsets.exports import exported_list
from portal.viewsets.post import PostViewSetGroup

# Before the viewsets ask for a policy and get Wagtail's own.
register_permission_policy(OutgoingMail, OnlyViewed(OutgoingMail))
register_permission_policy(LetterText, OnlyChanged(LetterText))
register_snippet(PostViewSetGroup)
# Before the first form of the CMS is made.
register_date_fields()


@hooks.register("register_demo_steps")
def people() -> Step:
    return Step(50, "people", demo.load_people)


@hooks.register("register_daily_steps")
def daily_steps() -> list[DailyStep]:
    return leftovers.STEPS


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


@hooks.register("construct_homepage_panels")
def open_cms_panel(request: HttpRequest, panels: list) -> None:
    # Loud on purpose: settings_people.py lets only the demo come this far.
    if not settings.CMS_SECOND_FACTOR:
        panels.append(OpenCmsPanel())


@hooks.register("construct_snippet_action_menu")
def no_publishing_past_the_workflow(items: list[ActionMenuItem], request: HttpRequest, context: dict) -> None:
    """While a version waits it is approved or returned, so that "publish" cannot be pressed by mistake."""
    instance = context.get("instance")
    if isinstance(instance, WorkflowMixin) and instance.workflow_in_progress:
        items[:] = [item for item in items if item.name != "action-publish"]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("portal.mail.again", _("Send again"), _("Sent the mail again"))
    actions.register_action("portal.letter.restore", _("Back to the first words"), _("Went back to the first words"))

    @actions.register_action("portal.list.export")
    class ListExported(LogFormatter):
        label = _("Export list")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            rows = log_entry.data["rows"]
            said = ngettext("Exported %(rows)s row of: %(list)s", "Exported %(rows)s rows of: %(list)s", rows)
            return said % {"rows": rows, "list": exported_list(log_entry.data["model"])}


@hooks.register("construct_help_menu")
def help_in_the_editors_language(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's guide and news are in English, for developers, and hang a counter on the menu until they are read."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]
