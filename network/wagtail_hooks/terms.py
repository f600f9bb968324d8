"""What memberships add to the CMS and to the account."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from network import sections
from network.enums import TermAction
from portal.sections import Section


@hooks.register("register_account_sections")
def to_renew(request: HttpRequest) -> Section | None:
    return sections.to_renew(request)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for action in TermAction:
        # The words of its history are a sentence of the log too.
        actions.register_action(f"network.membership.{action.value}", action.label, action.label)
