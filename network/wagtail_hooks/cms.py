"""What the network adds to the CMS."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from network.viewsets import DecideMany, NetworkViewSetGroup, people_chooser
from network.viewsets.summary import WaitingCases


@hooks.register("construct_homepage_summary_items")
def waiting_cases(request: HttpRequest, items: list) -> None:
    items.append(WaitingCases(request))


@hooks.register("register_admin_viewset")
def network_menu() -> ViewSetGroup:
    return NetworkViewSetGroup()


@hooks.register("register_admin_viewset")
def choose_people() -> ChooserViewSet:
    return people_chooser


hooks.register("register_bulk_action", DecideMany)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    # Registered, so that Wagtail's history shows a sentence instead of a code.
    actions.register_action("network.profile.send", _("Send profile"), _("Sent the profile for approval"))
    actions.register_action(
        "network.profile.replace", _("Replace profile"), _("Replaced the waiting profile with a newer version")
    )
    actions.register_action("network.profile.withdraw", _("Withdraw profile"), _("Took the waiting profile back"))
    actions.register_action("network.profile.discard", _("Drop changes"), _("Went back to the public profile"))
    actions.register_action("network.coordinator.end", _("End service"), _("Ended the coordinator's service"))
    actions.register_action("network.claim.make", _("Claim"), _("Asked to represent the organization"))
    actions.register_action("network.claim.accepted", _("Accept claim"), _("Accepted a claim to represent it"))
    actions.register_action("network.claim.refused", _("Refuse claim"), _("Refused a claim to represent it"))
    actions.register_action("network.claim.hand_up", _("Hand claim up"), _("Handed a claim up to the secretariat"))
    actions.register_action("network.application.forget", _("Delete application"), _("Deleted the application"))
    actions.register_action("network.claim.withdrawn", _("Withdraw claim"), _("Took a claim back"))

    @actions.register_action("network.entry.change")
    class EntryChanged(LogFormatter):
        label = _("Change register entry")

        def format_message(self, log_entry) -> str:
            return _("Changed in the register: %(fields)s") % {"fields": ", ".join(log_entry.data["labels"])}
