"""The steps of the desk in words; which of them are possible says the table in permissions.py."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from network.enums import CaseAction


@dataclass(frozen=True)
class Words:
    """How one step is offered.

    Attributes:
        label: on the button that opens its page, and on the button that takes it.
        explanation: what follows from it.
        message, hint: what the organization will read, as the form asks for it.
        done: what is said afterwards.
        kind: of the button.
    """

    label: Any
    explanation: Any
    message: Any
    hint: Any
    done: Any
    kind: str = "secondary"


OPTIONAL = _("The organization will read it. You may leave it empty.")
READ = _("The organization will read it.")

STEPS: dict[CaseAction, Words] = {
    CaseAction.RECOMMEND: Words(
        _("Recommend it"),
        _("The registrar decides next. The organization sees that you recommend it."),
        _("Message to the organization"),
        OPTIONAL,
        _("Recommended. The registrar decides next."),
        kind="",
    ),
    CaseAction.APPROVE: Words(
        _("Register it"),
        _("The organization belongs to the provincial network at once and stands in the directory."),
        _("Message to the organization"),
        OPTIONAL,
        _("Registered. The organization stands in the directory now."),
        kind="",
    ),
    CaseAction.ASK: Words(
        _("Ask a question"),
        _("The application waits for the organization's answer and then comes back to you."),
        _("What is missing?"),
        READ,
        _("Asked. The application waits for the organization's answer."),
    ),
    CaseAction.ADVISE_AGAINST: Words(
        _("Do not recommend it"),
        _("The registrar decides next and sees your reason."),
        _("Why not?"),
        READ,
        _("Passed on with your reason. The registrar decides next."),
    ),
    CaseAction.DECLINE: Words(
        _("Decline it"),
        _("The application is closed for good. The organization may send a new one."),
        _("Why not?"),
        READ,
        _("Declined. The organization reads your reason."),
        kind="danger",
    ),
    CaseAction.HAND_UP: Words(
        _("Hand it up to the secretariat"),
        _("The secretariat decides in the place of your centre."),
        _("Message to the organization"),
        OPTIONAL,
        _("Handed up. The secretariat decides next."),
        kind="quiet",
    ),
}


def offered(possible: dict) -> list[dict]:
    """[{action, words}] for the steps of the desk that are possible now."""
    return [{"action": action.value, "words": words} for action, words in STEPS.items() if action in possible]
