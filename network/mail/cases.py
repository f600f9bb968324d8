"""Letters about applications: every step of a timeline tells those who wait for it, in the same transaction."""

from collections.abc import Iterable
from datetime import date

from network.enums import CaseAction
from network.letters import KINDS
from network.mail import readers
from network.mail.facts import FACTS, Told
from network.models import MembershipApplication, TimelineEntry
from portal.mail import Recipient, send_letter
from portal.models import User

A = CaseAction
VARIABLES = {kind.code: list(kind.variables) for kind in KINDS}
TO_APPLICANTS = {
    A.SUBMIT: "application_received",
    A.ASK: "question_asked",
    A.RECOMMEND: "with_the_registrar",
    A.ADVISE_AGAINST: "with_the_registrar",
    A.ANNOUNCE: "application_announced",
    A.APPROVE: "application_approved",
    A.DECLINE: "application_declined",
    A.WITHDRAW: "application_withdrawn",
    A.HAND_UP: "application_handed_up",
    A.CORRECT: "correction_added",
}
TO_THE_CENTRE = {
    A.SUBMIT: "desk_new",
    A.ANSWER: "desk_answered",
    A.WITHDRAW: "desk_withdrawn",
    A.REMIND: "desk_reminder",
    A.HAND_UP: "desk_handed_up",
}
DECISIONS = (A.ANNOUNCE, A.APPROVE, A.DECLINE)


def tell(application: MembershipApplication, entry: TimelineEntry) -> None:
    """Write to everyone whom this step concerns."""
    told, action = Told(application, entry), CaseAction(entry.action)
    if name := TO_APPLICANTS.get(action):
        _write(name, readers.applicants(application), told)
    if name := _letter_to_the_centre(told, action):
        _write(name, _centre(told), told)
    if name := _letter_to_registrars(told, action):
        _write(name, readers.without_its_own(readers.registrars(), application), told)
    # Whoever typed the paper form hears that it is no longer theirs, and can call if that is wrong.
    if action == A.TAKE_OVER and application.filed_by and application.filed_by.is_active:
        _write("taken_over", [application.filed_by], told)


def warn_of_deletion(application: MembershipApplication, day: date) -> None:
    """Tell whoever writes the draft on which day it will be deleted."""
    _write("draft_ends", readers.writers(application), Told(application, day=day))


def _letter_to_the_centre(told: Told, action: CaseAction) -> str:
    """What its coordinators wait for, and what was decided without them."""
    if action in DECISIONS:
        return "desk_decided" if told.is_decided_above else ""
    if action == A.HAND_UP:
        # Only when the clock did it: a coordinator who hands up knows.
        return "desk_handed_up" if told.entry and told.entry.by is None else ""
    return "" if told.is_above else TO_THE_CENTRE.get(action, "")


def _letter_to_registrars(told: Told, action: CaseAction) -> str:
    if action == A.WITHDRAW:
        return "registrar_withdrawn" if told.is_above else ""
    comes_to_them = action in (A.RECOMMEND, A.ADVISE_AGAINST, A.HAND_UP)
    is_theirs = action in (A.SUBMIT, A.ANSWER) and told.is_above
    return "registrar_waiting" if comes_to_them or is_theirs else ""


def _centre(told: Told) -> list[User]:
    people = readers.coordinators(told.application.province_id)
    return readers.without_its_own(people, told.application)


def _write(name: str, people: Iterable[User | Recipient], told: Told) -> None:
    code = f"network.{name}"

    # A function: each reader's language is active when it is called.
    def context() -> dict[str, object]:
        return {variable: FACTS[variable](told) for variable in VARIABLES[code]}

    for person in people:
        send_letter(code, to=person, context=context, contact=_contact(name, told))


def _contact(name: str, told: Told):
    """Applicants call the centre while it has the case; coordinators and registrars call the secretariat."""
    if name in TO_APPLICANTS.values():
        return lambda: readers.whom_to_call(told.application)
    return None
