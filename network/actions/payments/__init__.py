"""From the day a fee is due to its receipt, and what may go wrong between."""

from network.actions.payments.opening import open_payment

__all__ = ["open_payment"]
