"""What letters say of an application: one function for each variable, called in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext

from network.enums import ADVISED, ApplicationStatus, CaseAction, CaseRole, PaymentPurpose
from network.mail import links
from network.mail.payments import account
from network.models import Membership, MembershipApplication, MembershipSettings, Payment, TimelineEntry
from portal.templatetags.portal_thai import baht, phone, thai_date

A, S = CaseAction, ApplicationStatus
ABOVE = (*ADVISED, S.ANNOUNCED)


@dataclass(frozen=True)
class Told:
    """An application, what has just happened to it, and for a draft the day of its deletion."""

    application: MembershipApplication
    entry: TimelineEntry | None = None
    day: date | None = None

    @property
    def message(self) -> str:
        return self.entry.message if self.entry else ""

    @cached_property
    def membership(self) -> Membership | None:
        return Membership.objects.filter(application=self.application).select_related("tier").first()

    @cached_property
    def payment(self) -> Payment | None:
        """What is still to be paid before the membership begins."""
        purpose = PaymentPurpose.JOINING
        return self.membership.payments.open().filter(purpose=purpose).first() if self.membership else None

    @cached_property
    def came_at(self):
        """When the centre got it: sent, or answered again."""
        entries = self.application.timeline.filter(action__in=(A.SUBMIT, A.ANSWER))
        last = entries.last()
        return last.at if last else self.application.submitted_at or self.application.created_at

    @cached_property
    def is_above(self) -> bool:
        """It is the registrar's: handed up, or beyond the centre's advice; withdrawn ones were so before."""
        if self.application.is_handed_up:
            return True
        if self.application.status != S.WITHDRAWN:
            return self.application.status in ABOVE
        # The status is gone with the withdrawal; the timeline remembers whose turn it was.
        before = self.application.timeline.exclude(action=A.WITHDRAW).last()
        where = before.status if before else ""
        return (self.application.asked_in if where == S.RETURNED else where) in ABOVE

    @property
    def is_decided_above(self) -> bool:
        return self.entry is not None and self.entry.role in (CaseRole.REGISTRAR, CaseRole.CLOCK)


def name_of(application: MembershipApplication) -> str:
    """In the reader's language; sentences speak of an organization, also while it has no name yet."""
    english = application.name_en if get_language() == "en" else ""
    return english or application.name or gettext("an organization that has no name yet")


def answer_due(application: MembershipApplication) -> date:
    """The last day on which the centre may answer."""
    days = MembershipSettings.load().silent_days
    return timezone.localdate(application.status_since) + timedelta(days=days)


def _holder(told: Told) -> str:
    centre = None if told.is_above else told.application.centre
    return str(centre) if centre else gettext("the secretariat")


def _until(told: Told) -> str:
    """Of what waits for objections their last day, of a membership its end, else the centre's last day."""
    application = told.application
    if application.status == S.ANNOUNCED:
        return thai_date(application.objections_until)
    if application.status == S.APPROVED:
        return thai_date(told.membership.ends_on if told.membership else None)
    return "" if told.is_above else thai_date(answer_due(application))


def _standing(told: Told) -> str:
    is_handed_up = told.application.is_handed_up and told.application.status == S.SUBMITTED
    return gettext("Handed up to the secretariat") if is_handed_up else told.application.get_status_display()


def _track(told: Told) -> str:
    # A draft that was taken over is nobody's business but its new writer's.
    return "" if told.application.status == S.DRAFT else links.track_link(told.application)


def _account(told: Told) -> str:
    """To the organization's own page only for those who may open it."""
    # A paper form has no applicant yet: its reader could not sign in to that page.
    return links.account_link(told.application.organization_id if told.application.applicant_id else None)


def _payment(told: Told) -> str:
    """To the payment only for those who may open it."""
    return links.payment_link(told.payment) if told.payment and told.application.applicant_id else ""


FACTS: dict[str, Callable[[Told], Any]] = {
    "organization": lambda told: name_of(told.application),
    "reference": lambda told: told.application.reference,
    "way": lambda told: told.application.get_kind_display(),
    "province": lambda told: told.application.province,
    "centre": lambda told: told.application.centre or gettext("The coordination centre"),
    "holder": _holder,
    "since": lambda told: thai_date(told.came_at),
    "until": _until,
    "day": lambda told: thai_date(told.day),
    "tier": lambda told: told.membership.tier if told.membership else "",
    "number": lambda told: told.membership.number if told.membership else "",
    "amount": lambda told: baht(told.payment.amount) if told.payment else "",
    "pay_by": lambda told: thai_date(told.payment.due_on) if told.payment else "",
    "account": lambda told: account() if told.payment else "",
    "payment_code": lambda told: told.payment.reference if told.payment else "",
    "payment_link": _payment,
    "leader": lambda told: told.application.leader_name,
    "phone": lambda told: phone(told.application.phone),
    "message": lambda told: told.message,
    "question": lambda told: told.message,
    "answer": lambda told: told.message,
    "reason": lambda told: told.message,
    "correction": lambda told: told.message,
    "result": lambda told: told.application.get_status_display(),
    "standing": _standing,
    "person": lambda told: told.entry.by if told.entry else "",
    "track_link": _track,
    "announced_link": lambda told: links.announced_link(),
    "account_link": _account,
    "desk_link": lambda told: links.desk_link(told.application),
    "case_link": lambda told: links.case_link(told.application),
    "queue_link": lambda told: links.queue_link(),
}
