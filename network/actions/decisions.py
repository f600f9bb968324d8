"""What centre, registrar and the daily command do with an application that was sent."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.actions.admission import admit
from network.actions.steps import Step, locked_case, roles_for, take_step
from network.enums import ApplicationKind, CaseAction, CaseRole
from network.mail.cases import tell
from network.models import MembershipApplication, MembershipSettings
from portal.models import User


@dataclass(frozen=True)
class Decision:
    """What somebody decided, as the desk and the CMS send it.

    Attributes:
        message: what the organization reads: the question, or the reason.
        remark: what only centre and secretariat read.
        seen: the timeline entry that was the last one on the page.
        meeting, meeting_url: the minuted meeting that decided, if one did.
    """

    message: str = ""
    remark: str = ""
    seen: int | None = None
    meeting: str = ""
    meeting_url: str = ""

    @property
    def words(self) -> dict:
        return {"message": self.message.strip(), "remark": self.remark, "seen": self.seen}

    @property
    def minutes(self) -> dict:
        return {"meeting": self.meeting, "meeting_url": self.meeting_url}


def decide(
    application: MembershipApplication, action: CaseAction, *, by: User, decision: Decision
) -> MembershipApplication:
    """Take one of the steps ASK, RECOMMEND, ADVISE_AGAINST, APPROVE, DECLINE, HAND_UP or CORRECT.

    An approval begins the membership, or announces it when the council has set a period for objections.

    Raises:
        CaseRefused: the subclasses say why; nothing has changed then.
    """
    if action == CaseAction.APPROVE:
        return approve(application, by=by, decision=decision)
    minutes = decision.minutes if action == CaseAction.DECLINE else {}
    with transaction.atomic():
        return _told(take_step(application, action, by=by, **decision.words, **minutes))


def approve(application: MembershipApplication, *, by: User, decision: Decision) -> MembershipApplication:
    """Approve it; harmless when repeated. Raises as `decide`."""
    with transaction.atomic():
        present = locked_case(application)
        # Read behind the lock: the rule that holds when the decision is made, not when the page was opened.
        days = MembershipSettings.load().objection_days
        if days and _is_announced_first(present, by):
            until = timezone.localdate() + timedelta(days=days)
            step = take_step(
                present, CaseAction.ANNOUNCE, by=by, objections_until=until, **decision.words, **decision.minutes
            )
            return _told(step)
        return _approved(take_step(present, CaseAction.APPROVE, by=by, **decision.words, **decision.minutes), by)


def confirm_announced(application: MembershipApplication) -> MembershipApplication:
    """Carry out an announced approval once the period for objections is over; nobody's decision but the registrar's.

    Raises:
        CaseMoved: the period runs, or the approval was taken back.
    """
    with transaction.atomic():
        # `by=None` is the clock: the decision was the registrar's, and the entry in the timeline says so.
        return _approved(take_step(application, CaseAction.APPROVE, by=None), None)


def _is_announced_first(application: MembershipApplication, by: User) -> bool:
    return application.kind == ApplicationKind.NATIONAL and CaseRole.REGISTRAR in roles_for(by, application)


def _approved(step: Step, by: User | None) -> MembershipApplication:
    if step.entry:
        admit(step.application, by=by)
    return _told(step)


def _told(step: Step) -> MembershipApplication:
    if step.entry:
        tell(step.application, step.entry)
    return step.application
