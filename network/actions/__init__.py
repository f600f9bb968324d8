from network.actions.profile import send_profile, withdraw_profile
from network.actions.representatives import end_representation

__all__ = ["end_representation", "send_profile", "withdraw_profile"]
