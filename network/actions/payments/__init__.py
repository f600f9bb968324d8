"""From the day a fee is due to its receipt, and what may go wrong between."""

from network.actions.payments.deciding import accept_payment, cancel_open_payments, cancel_payment, refuse_payment
from network.actions.payments.opening import open_payment
from network.actions.payments.receipts import void_receipt
from network.actions.payments.reporting import confirm_at_centre, report_payment

__all__ = [
    "accept_payment",
    "cancel_open_payments",
    "cancel_payment",
    "confirm_at_centre",
    "open_payment",
    "refuse_payment",
    "report_payment",
    "void_receipt",
]
