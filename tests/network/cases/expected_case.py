"""What must follow from a step, written by hand: nothing here asks network.permissions."""

from network.enums import ApplicationKind, ApplicationStatus, CaseAction
from network.models import MembershipApplication, TimelineEntry
from tests.network.cases.test_table import HANDED_UP, WITH_THE_CENTRE

A, S = CaseAction, ApplicationStatus
# Where a step leads; one that is not named leaves the status as it is.
TARGETS = {
    A.SUBMIT: S.SUBMITTED,
    A.ASK: S.RETURNED,
    A.RECOMMEND: S.RECOMMENDED,
    A.ADVISE_AGAINST: S.NOT_RECOMMENDED,
    A.ANNOUNCE: S.ANNOUNCED,
    A.APPROVE: S.APPROVED,
    A.DECLINE: S.DECLINED,
    A.WITHDRAW: S.WITHDRAWN,
}
NEED_WORDS = (A.ASK, A.ADVISE_AGAINST, A.DECLINE, A.CORRECT)
AGAINST_THE_CENTRE = (A.APPROVE, A.ANNOUNCE)


def steps_of(role: str, case: MembershipApplication) -> set[str]:
    table = HANDED_UP if case.handed_up_at else WITH_THE_CENTRE
    national, provincial = table.get((role, S(case.status)), ("", ""))
    return set((national if case.kind == ApplicationKind.NATIONAL else provincial).split())


def needs_words(action: CaseAction, case: MembershipApplication) -> bool:
    return action in NEED_WORDS or (action in AGAINST_THE_CENTRE and case.status == S.NOT_RECOMMENDED)


def target(action: CaseAction, case: MembershipApplication) -> str:
    return case.asked_in if action == A.ANSWER else TARGETS.get(action, case.status)


def moves(entry: TimelineEntry, former: TimelineEntry | None) -> bool:
    """Whether the case's "since" begins with this entry: another status, or other hands."""
    return entry.action == A.HAND_UP or entry.status != (former.status if former else S.DRAFT)
