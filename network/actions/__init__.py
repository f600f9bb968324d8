from network.actions.applications import (
    answer_question,
    begin_application,
    discard_draft,
    save_answers,
    submit_application,
    withdraw_application,
)
from network.actions.claims import accept_claim, make_claim, refuse_claim, withdraw_claim
from network.actions.decisions import Decision, approve, confirm_announced, decide
from network.actions.documents import add_document, remove_document
from network.actions.filing import file_paper, renew_code, save_paper, take_over
from network.actions.profile import drop_changes, send_profile, withdraw_profile
from network.actions.representatives import end_representation

__all__ = [
    "Decision",
    "accept_claim",
    "add_document",
    "answer_question",
    "approve",
    "begin_application",
    "confirm_announced",
    "decide",
    "discard_draft",
    "drop_changes",
    "end_representation",
    "file_paper",
    "make_claim",
    "refuse_claim",
    "remove_document",
    "renew_code",
    "save_answers",
    "save_paper",
    "send_profile",
    "submit_application",
    "take_over",
    "withdraw_application",
    "withdraw_claim",
    "withdraw_profile",
]
