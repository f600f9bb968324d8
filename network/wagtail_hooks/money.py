"""What payments add to the CMS."""

from django.http import HttpRequest
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry

from network.demo.payments import load_payments
from network.enums import PaymentAction
from network.viewsets import MoneyViewSetGroup
from network.viewsets.summary import WaitingPayments
from portal.steps import Step


@hooks.register("register_demo_steps")
def demo_payments() -> Step:
    return Step(256, "payments and receipts", load_payments)


@hooks.register("register_admin_viewset")
def money_menu() -> ViewSetGroup:
    return MoneyViewSetGroup()


@hooks.register("construct_homepage_summary_items")
def waiting_payments(request: HttpRequest, items: list) -> None:
    items.append(WaitingPayments(request))


@hooks.register("register_log_actions")
def payment_actions(actions: LogActionRegistry) -> None:
    """Every step with a payment stands in the history of its organization, in the words of the payment's timeline."""
    label = pgettext_lazy("a history", "Payment")
    for action in PaymentAction:
        actions.register_action(f"network.payment.{action.value}", label, action.label)
