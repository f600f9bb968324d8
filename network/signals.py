"""Facts that the network tells to the apps on its right; sent with `send_robust` on commit."""

from django.dispatch import Signal

# An application was approved and a membership began: `membership`, `application`.
membership_approved = Signal()
