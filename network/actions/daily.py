"""What the portal does by itself, one application at a time: it reminds, hands up and deletes, and never decides."""

from datetime import date

from django.db import transaction
from wagtail.log_actions import log

from network.actions.applications import erase
from network.actions.steps import take_step
from network.enums import CaseAction, CaseRole
from network.exceptions import CaseMoved
from network.mail.cases import tell, warn_of_deletion
from network.models import MembershipApplication
from network.permissions import rule_for

CLOCK = frozenset({CaseRole.CLOCK})


def remind_centre(application: MembershipApplication) -> MembershipApplication:
    """Tell its coordinators that it waits for them. Raises CaseMoved when it does no longer."""
    return _by_the_clock(application, CaseAction.REMIND)


def hand_up(application: MembershipApplication) -> MembershipApplication:
    """Pass it on to the secretariat, which decides. Raises CaseMoved when it is no longer with the centre."""
    return _by_the_clock(application, CaseAction.HAND_UP)


def warn_writer(application: MembershipApplication, *, ends_on: date) -> MembershipApplication:
    """Tell whoever writes the draft on which day it is deleted. Raises CaseMoved when it was sent."""
    with transaction.atomic():
        step = take_step(application, CaseAction.WARN, by=None, ends_on=ends_on)
        warn_of_deletion(step.application, ends_on)
    return step.application


def forget_application(application: MembershipApplication) -> None:
    """Delete it with everything in it; of a decision the log keeps what was decided, when, by whom and where.

    Raises:
        CaseMoved: it is neither a draft nor closed without a membership.
    """
    with transaction.atomic():
        present = MembershipApplication.objects.select_for_update(of=("self",)).filter(pk=application.pk).first()
        if present is None:
            return
        if rule_for(CaseAction.FORGET, present, CLOCK) is None:
            raise CaseMoved
        if present.is_closed:
            # Under its number: the name and the reason are part of what is deleted.
            log(instance=present, action="network.application.forget", title=present.reference, data=_kept(present))
        erase(present)


def _by_the_clock(application: MembershipApplication, action: CaseAction) -> MembershipApplication:
    with transaction.atomic():
        step = take_step(application, action, by=None)
        if step.entry:
            tell(step.application, step.entry)
    return step.application


def _kept(application: MembershipApplication) -> dict:
    closing = application.timeline.filter(status=application.status).exclude(action=CaseAction.CORRECT).last()
    return {
        "reference": application.reference,
        "kind": application.kind,
        "province": application.province_id,
        "result": application.status,
        "decided_on": application.decided_at.date().isoformat() if application.decided_at else None,
        "role": closing.role if closing else None,
        # An applicant who took it back decided nothing.
        "by": closing.by_id if closing and closing.role != CaseRole.APPLICANT else None,
        "meeting": application.meeting,
    }
