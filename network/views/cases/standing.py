"""Where an application stands, in words that may be read by anyone who has its address."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.enums import ADVISED, WITH_THE_APPLICANT, ApplicationStatus, CaseAction
from network.models import CoordinationCentre, MembershipApplication, MembershipSettings, TimelineEntry
from network.models.places import Province
from portal.templatetags.portal_thai import thai_date

S = ApplicationStatus
KINDS = {S.APPROVED: "good", S.DECLINED: "bad", S.WITHDRAWN: "", S.RETURNED: "warn", S.DRAFT: "warn"}


@dataclass(frozen=True)
# The page is open to whoever has its address, so nothing here may name a person.
class Holder:
    """Whose turn it is: the applicant, a centre, or the secretariat. `phone` is public; "" when none is known."""

    who: str
    name: str = ""
    phone: str = ""


def status_words(application: MembershipApplication) -> str:
    """The status; what was handed up is no longer with the centre."""
    if application.status == S.SUBMITTED and application.is_handed_up:
        return pgettext("an application", "With the secretariat")
    return application.get_status_display()


def status_kind(application: MembershipApplication) -> str:
    return KINDS.get(S(application.status), "info")


def centre_of(province: Province | None) -> CoordinationCentre | None:
    """The centre of a province as `MembershipApplication.centre` gives it, from what is prefetched."""
    # In Python, over what is prefetched: a list of applications must not ask once a row.
    return min(province.centres.all(), key=lambda centre: centre.pk, default=None) if province else None


def holder(application: MembershipApplication) -> Holder | None:
    """Who has it now; None once it is closed."""
    if application.is_closed:
        return None
    if application.status in WITH_THE_APPLICANT:
        return Holder("applicant")
    centre = centre_of(application.province)
    if application.status == S.SUBMITTED and not application.is_handed_up and centre:
        return Holder("centre", str(centre), centre.phone)
    return Holder("secretariat")


def question(entries: list[TimelineEntry], application: MembershipApplication) -> str:
    """What is asked while an answer is awaited; "" otherwise."""
    if application.status != S.RETURNED:
        return ""
    # The last one: a case may be asked about more than once.
    return next((entry.message for entry in reversed(entries) if entry.action == CaseAction.ASK), "")


def changed_since_question(entries: list[TimelineEntry], application: MembershipApplication) -> bool:
    """An answer or a file was saved after the last question."""
    asked = next((entry.at for entry in reversed(entries) if entry.action == CaseAction.ASK), None)
    # The entry is written after the application in the step that asks, so only a later save is younger than it.
    return asked is not None and application.changed_at > asked


def reason(entries: list[TimelineEntry], application: MembershipApplication) -> str:
    """Why it was declined; only for those who may see the application."""
    if application.status != S.DECLINED:
        return ""
    return next((entry.message for entry in reversed(entries) if entry.action == CaseAction.DECLINE), "")


def next_words(application: MembershipApplication, rules: MembershipSettings) -> str:
    """What happens next, and until when at the latest."""
    if application.status == S.SUBMITTED and not application.is_handed_up:
        last = timezone.localdate(application.status_since) + timedelta(days=rules.silent_days)
        return _(
            "The centre reads the application and answers by %(day)s at the latest. "
            "If it does not, the secretariat takes over; you need to do nothing."
        ) % {"day": thai_date(last)}
    if application.status == S.ANNOUNCED:
        return _("Objections are possible until %(day)s. Without any, the membership begins on the day after.") % {
            "day": thai_date(application.objections_until)
        }
    return str(_sentence(application))


def _sentence(application: MembershipApplication) -> str:
    if application.status in ADVISED:
        return _("The centre has read the application. Now the national council decides.")
    return {
        S.DRAFT: _("Nothing has been sent yet. Write what is missing and send it."),
        S.SUBMITTED: _("The secretariat reads the application and decides, or asks a question here."),
        S.RETURNED: _("An answer is awaited. After it the application goes on from where it was."),
        S.APPROVED: _("The organization is in the register. Its representatives can keep its profile now."),
        S.DECLINED: _("The application is closed. The organization may apply again."),
        S.WITHDRAWN: _("The applicant has taken the application back. The organization may apply again."),
    }[S(application.status)]


def timeline(entries: list[TimelineEntry], application: MembershipApplication, rules: MembershipSettings) -> list[dict]:
    """Parameters of components/steps.html: what happened, where it is, what follows. Never a person's name."""
    done = [
        {
            "title": entry.get_action_display(),
            "text": entry.get_role_display(),
            "when": thai_date(entry.at),
            "state": "done",
        }
        for entry in entries
    ]
    if application.is_closed:
        return done
    now = {
        "title": status_words(application),
        "when": _("since %(day)s") % {"day": thai_date(application.status_since)},
        "text": next_words(application, rules),
        "state": "current",
    }
    return [*done, now, *({"title": title, "state": "todo"} for title in _ahead(application))]


def _ahead(application: MembershipApplication) -> list[str]:
    decision = _("Decision")
    if application.status == S.ANNOUNCED:
        return [_("The membership begins")]
    if application.status == S.DRAFT:
        return [_("The coordination centre reads it"), decision]
    return [decision]
