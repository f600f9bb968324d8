from network.actions.profile import send_profile, withdraw_profile
from network.actions.representatives import end_representation
from network.actions.review import adopt_for_review, approved_as_read

__all__ = ["adopt_for_review", "approved_as_read", "end_representation", "send_profile", "withdraw_profile"]
