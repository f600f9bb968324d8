"""What memberships add to the CMS."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from network.enums import TermAction


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    for action in TermAction:
        # The words of its history are a sentence of the log too.
        actions.register_action(f"network.membership.{action.value}", action.label, action.label)
