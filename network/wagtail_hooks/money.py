"""What payments add to the CMS."""

from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from network.enums import PaymentAction


@hooks.register("register_log_actions")
def payment_actions(actions: LogActionRegistry) -> None:
    """Every step with a payment stands in the history of its organization, in the words of the payment's timeline."""
    label = pgettext_lazy("a history", "Payment")
    for action in PaymentAction:
        actions.register_action(f"network.payment.{action.value}", label, action.label)
