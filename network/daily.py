"""What each day brings for applications, claims and memberships; rules 3, 7 and 9 of the domain page."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import wraps
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.actions import daily, decisions
from network.actions.claims import hand_up_claim
from network.actions.people.managing import forget_invitation
from network.actions.terms import reminding
from network.enums import TermNotice
from network.importing import keeping
from network.models import Claim, Invitation, Limits, Membership, MembershipApplication, MembershipSettings
from portal.steps import DailyStep

type Due = Callable[[], QuerySet]


def begin_of_day(days_ago: int) -> datetime:
    """Midnight in Bangkok: letters and pages name whole days, and the last of them still counts in full."""
    day = timezone.localdate() - timedelta(days=days_ago)
    return timezone.make_aware(datetime.combine(day, time()))


def silent() -> QuerySet[MembershipApplication]:
    """The centre's last day is over, or nobody is at the centre any more."""
    rows = MembershipApplication.objects
    return rows.silent_since(begin_of_day(MembershipSettings.load().silent_days)) | rows.unattended()


def late() -> QuerySet[MembershipApplication]:
    """The day of the reminder has come; who comes so late that it is handed up is not reminded as well."""
    rules, rows = MembershipSettings.load(), MembershipApplication.objects
    waiting = rows.silent_since(begin_of_day(rules.reminder_days - 1)).exclude(pk__in=silent().values("pk"))
    return waiting.not_reminded()


def silent_claims() -> QuerySet[Claim]:
    rows = Claim.objects
    return rows.silent_since(begin_of_day(MembershipSettings.load().silent_days)) | rows.unattended()


def unopposed() -> QuerySet[MembershipApplication]:
    return MembershipApplication.objects.unopposed(timezone.localdate())


def old_drafts() -> QuerySet[MembershipApplication]:
    rules = MembershipSettings.load()
    untouched = begin_of_day(rules.keep_draft_days - rules.draft_warning_days)
    return MembershipApplication.objects.drafts_untouched_since(untouched)


def ending_drafts() -> QuerySet[MembershipApplication]:
    return MembershipApplication.objects.drafts_ending(timezone.localdate())


def fruitless() -> QuerySet[MembershipApplication]:
    kept = begin_of_day(MembershipSettings.load().keep_declined_days)
    return MembershipApplication.objects.fruitless_since(kept)


def ending_terms() -> QuerySet[Membership]:
    return Membership.objects.to_be_reminded(timezone.localdate(), Limits.load())


def terms_in_grace() -> QuerySet[Membership]:
    return Membership.objects.to_be_told_of(TermNotice.IN_GRACE, timezone.localdate(), Limits.load())


def lapsed_terms() -> QuerySet[Membership]:
    return Membership.objects.to_be_told_of(TermNotice.LAPSED, timezone.localdate(), Limits.load())


def fruitless_invitations() -> QuerySet[Invitation]:
    kept = begin_of_day(MembershipSettings.load().keep_declined_days)
    return Invitation.objects.fruitless_since(kept)


def warn(application: MembershipApplication) -> None:
    # From today, not from the day it was due: a command that comes late still leaves the full time.
    days = MembershipSettings.load().draft_warning_days
    daily.warn_writer(application, ends_on=timezone.localdate() + timedelta(days=days))


def step(order: int, name: Any, due: Due, act: Callable[[Any], object]) -> DailyStep:
    return DailyStep(order, name, due, if_still(due, act))


def if_still(due: Due, act: Callable[[Any], object]) -> Callable[[Model], bool]:
    """`act`, behind the lock of the row, for rows that are still due; False for those that somebody has dealt with."""

    @wraps(act)
    def take(row: Model) -> bool:
        with transaction.atomic():
            locked = type(row)._default_manager.select_for_update(of=("self",), no_key=True)
            # Asked again, since between the list and the lock a person may have been faster.
            if locked.filter(pk=row.pk).first() is None or not (present := due().filter(pk=row.pk).first()):
                return False
            act(present)
        return True

    return take


STEPS = [
    # Announced ones first: what their registrar promised does not wait for anything else.
    step(210, _("Announced approvals carried out"), unopposed, decisions.confirm_announced),
    step(220, _("Applications handed up to the secretariat"), silent, daily.hand_up),
    step(221, _("Requests to represent handed up to the secretariat"), silent_claims, hand_up_claim),
    step(222, _("Centres reminded of an application"), late, daily.remind_centre),
    step(230, _("Untouched drafts deleted"), ending_drafts, daily.forget_application),
    step(231, _("Writers of untouched drafts warned"), old_drafts, warn),
    step(235, _("Members told that they have lapsed"), lapsed_terms, reminding.tell_of_lapse),
    step(236, _("Members told that their term is over"), terms_in_grace, reminding.tell_of_grace),
    step(237, _("Members reminded that their term ends"), ending_terms, reminding.remind_of_end),
    step(240, _("Declined and withdrawn applications deleted"), fruitless, daily.forget_application),
    step(241, _("Files of imported lists deleted"), keeping.outdated, keeping.let_go),
    step(242, _("Invitations that nobody accepted deleted"), fruitless_invitations, forget_invitation),
]
