"""What invitations and mandates add: their addresses, their place in the account, their sentences in histories."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from network import sections
from network.enums import RepresentativeRole
from portal.sections import Section

# What histories say, in the CMS and in the account: the action, its name in filters, the sentence.
SENTENCES = [
    ("invitation.make", _("Invite"), _("Invited %(name)s (%(role)s)")),
    ("invitation.remind", _("Send invitation again"), _("Sent the invitation for %(name)s again")),
    ("invitation.code", _("New code"), _("Made a new code for the invitation of %(name)s")),
    ("invitation.accepted", _("Accept invitation"), _("Accepted the invitation for %(name)s")),
    ("invitation.declined", _("Decline invitation"), _("Declined the invitation for %(name)s")),
    ("invitation.withdrawn", _("Withdraw invitation"), _("Withdrew the invitation for %(name)s")),
    ("representative.accept", _("Become representative"), _("%(name)s became a representative (%(role)s)")),
    ("representative.add", _("Add representative"), _("Entered %(name)s as a representative (%(role)s)")),
    ("representative.change", _("Change role"), _("Changed the role or the mandate of %(name)s (%(role)s)")),
    ("representative.end", _("End representation"), _("Ended the mandate of %(name)s")),
    ("representative.hand_over", _("Hand over"), _("%(name)s handed the main role over to %(to)s")),
    ("representative.leave", _("Leave"), _("%(name)s left")),
    ("representative.letter", _("Mandate letter"), _("Put in the mandate letter of %(name)s")),
    ("representative.no_letter", _("Take out mandate letter"), _("Took out the mandate letter of %(name)s")),
]


@hooks.register("register_account_sections")
def invitations_for_me(request: HttpRequest) -> Section | None:
    return sections.invitations_for_me(request)


@hooks.register("register_portal_urls")
def invitation_urls() -> list:
    return [path("", include("network.invitation_urls"))]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for action, label, sentence in SENTENCES:
        actions.register_action(f"network.{action}")(formatter(label, sentence))


def formatter(title: Any, sentence: Any) -> type[LogFormatter]:
    class Told(LogFormatter):
        label = title

        def format_message(self, log_entry) -> str:
            return str(sentence) % told(log_entry)

    return Told


def told(log_entry) -> dict[str, str]:
    """Names and roles as the sentences call them; entries from before names were kept say whose row it was."""
    role = log_entry.data.get("role", "")
    # Of an invitation that came to nothing the name is forgotten after a time.
    name = gettext("somebody") if "invitation" in log_entry.data else log_entry.label.partition(" – ")[0]
    return {
        "name": log_entry.data.get("name") or name,
        "role": str(RepresentativeRole(role).label) if role in RepresentativeRole else role,
        "to": log_entry.data.get("to", ""),
    }
