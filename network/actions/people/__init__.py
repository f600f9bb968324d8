"""Who acts for an organization: every change behind the lock of its row, so that no two decide past each other."""

from network.actions.people.answering import accept_invitation, decline_invitation
from network.actions.people.appointing import add_representative, appoint
from network.actions.people.changing import change_mandate, drop_letter, keep_letter
from network.actions.people.inviting import hand_over, invite
from network.actions.people.leaving import end_representation, leave
from network.actions.people.managing import new_invitation_code, remind_invited, withdraw_invitation
from network.actions.people.whom import Invited

__all__ = [
    "Invited",
    "accept_invitation",
    "add_representative",
    "appoint",
    "change_mandate",
    "decline_invitation",
    "drop_letter",
    "end_representation",
    "hand_over",
    "invite",
    "keep_letter",
    "leave",
    "new_invitation_code",
    "remind_invited",
    "withdraw_invitation",
]
