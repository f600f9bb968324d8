"""One application with a past that can be moved: days pass by making everything older."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from network import daily
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, RepresentativeStatus
from network.models import (
    Coordinator,
    Membership,
    MembershipApplication,
    MembershipSettings,
    Representative,
    TimelineEntry,
)
from portal.daily import run_step
from portal.models import OutgoingMail, User
from tests.network.cases import expected_case as expected

A, S = CaseAction, ApplicationStatus
CENTRE = {"coordinator", "colleague", "double"}
REGISTRARS = {"registrar", "insider", "double"}
DATES = ("status_since", "created_at", "changed_at", "submitted_at", "decided_at", "handed_up_at")
CALENDAR = ("objections_until", "ends_on", "code_until")
# What may change in a closed case: it is corrected beside it, or its organization takes it over.
LOOSE = {"changed_at", "code", "applicant_id", "language"}


@dataclass(frozen=True)
class Snapshot:
    case: MembershipApplication
    row: dict
    entries: int
    mails: int


@dataclass(frozen=True)
class Now:
    """The application at one moment, and who may do what with it then: by hand, from who they are.

    Attributes:
        acting: keys of those who act for the organization.
        last: the last timeline entry.
    """

    example: "Example"
    case: MembershipApplication
    acting: set[int | None]
    last: TimelineEntry | None

    def roles(self, name: str) -> set[str]:
        user = self.example.cast[name]
        if user.pk in self.acting:
            return {"applicant"}
        found = {
            "filer": self.is_paper and (self.case.filed_by_id == user.pk or name in self.keepers_of_paper),
            "coordinator": self.example.is_attended and name in CENTRE,
            "registrar": name in REGISTRARS,
        }
        return {role for role, holds in found.items() if holds}

    @property
    def is_paper(self) -> bool:
        return self.case.filed_by_id is not None and self.case.applicant_id is None

    @property
    def keepers_of_paper(self) -> set[str]:
        """The centre of whoever entered it, as long as somebody serves there, and the secretariat."""
        return REGISTRARS | (CENTRE if self.example.is_attended else set())

    def allows(self, name: str, action: CaseAction) -> bool:
        case, step = self.case, self.meant(name, action)
        if action == A.TAKE_OVER:
            has_code = bool(case.code) and case.applicant_id is None and case.code_until >= timezone.localdate()
            return has_code and action in expected.steps_of("holder", case)
        return any(step in expected.steps_of(role, case) for role in self.roles(name))

    def meant(self, name: str, action: CaseAction) -> CaseAction:
        """A registrar's approval of a national member is announced first, where there is time for objections."""
        announced = self.example.days and self.case.kind == ApplicationKind.NATIONAL
        return A.ANNOUNCE if action == A.APPROVE and announced and "registrar" in self.roles(name) else action

    def outcome(self, name: str, action: CaseAction, words: str, seen: int | None) -> CaseAction | str | None:
        """The step that must have been taken; None for a refusal, "" when it was taken already."""
        step, last = self.meant(name, action), self.last
        said = "" if action in (A.SUBMIT, A.TAKE_OVER) else words
        is_repeated = last and (last.action, last.by_id, last.message) == (step, self.example.cast[name].pk, said)
        if is_repeated and step not in (A.SAVE, A.CORRECT, A.TAKE_OVER):
            return ""
        is_stale = seen is not None and seen != last.pk
        if not self.allows(name, action) or is_stale or (expected.needs_words(step, self.case) and not words):
            return None
        return step


def age_of(moment) -> int:
    return (timezone.localdate() - timezone.localdate(moment)).days


class Example:
    """The application of one example and what is known of its people; everything is rolled back at its end."""

    def __init__(self, cast: dict[str, User]) -> None:
        self.cast, self.pk, self.is_attended, self.days = cast, None, True, 0
        self.transaction = transaction.atomic()

    def __enter__(self) -> "Example":
        self.transaction.__enter__()
        return self

    def __exit__(self, *error) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def begin(self, case: MembershipApplication, objection_days: int) -> None:
        self.pk, self.days = case.pk, objection_days
        rules = MembershipSettings.load()
        rules.objection_days = objection_days
        rules.save()
        tomorrow = timezone.localdate() + timedelta(days=1)
        MembershipApplication.objects.filter(pk=case.pk, code__isnull=False).update(code_until=tomorrow)

    @property
    def is_there(self) -> bool:
        return MembershipApplication.objects.filter(pk=self.pk).exists()

    def case(self) -> MembershipApplication:
        return MembershipApplication.objects.get(pk=self.pk)

    def now(self) -> "Now":
        case = self.case()
        rows = Representative.objects.filter(organization=case.organization_id, status=RepresentativeStatus.ACTIVE)
        acting = (
            {case.applicant_id, *rows.values_list("user", flat=True)} if case.organization_id else {case.applicant_id}
        )
        return Now(self, case, acting, case.timeline.last())

    def snapshot(self) -> Snapshot:
        case = self.case()
        row = {field.attname: getattr(case, field.attname) for field in case._meta.concrete_fields}
        return Snapshot(case, row, case.timeline.count(), OutgoingMail.objects.count())

    def night(self) -> CaseAction | str:
        """What the daily command must do; "" for nothing."""
        case, today = self.case(), timezone.localdate()
        days, untouched = age_of(case.status_since), age_of(case.changed_at)
        reminders = case.timeline.filter(action=A.REMIND, at__gte=case.status_since)
        with_the_centre = case.status == S.SUBMITTED and not case.handed_up_at
        ends_today = case.status == S.DRAFT and case.ends_on is not None and case.ends_on <= today
        due = {
            A.APPROVE: case.status == S.ANNOUNCED and case.objections_until < today,
            A.HAND_UP: with_the_centre and (days > 15 or not self.is_attended),
            A.REMIND: with_the_centre and 10 <= days <= 15 and self.is_attended and not reminders.exists(),
            A.WARN: case.status == S.DRAFT and case.ends_on is None and untouched >= 166,
            A.FORGET: ends_today or (case.status in (S.DECLINED, S.WITHDRAWN) and age_of(case.decided_at) > 365),
        }
        return next((action for action, is_due in due.items() if is_due), "")

    # --- what is found ------------------------------------------------------------------------------

    def must_equal(self, before: Snapshot) -> None:
        assert self.snapshot() == before

    def must_have_become(self, step: CaseAction | str, before: Snapshot, by: User | None) -> None:
        after, old = self.snapshot(), before.case
        if step == "":
            assert (after.row, after.entries, after.mails) == (before.row, before.entries, before.mails)
            return
        assert after.case.status == expected.target(step, old)
        entries = list(after.case.timeline.all())[before.entries :]
        assert [entry.action for entry in entries] == self.written(step, after.case)
        if entries:
            assert entries[0].by == by
        if step != A.SAVE:
            assert after.mails > before.mails or step in (A.TAKE_OVER, A.REMIND, A.WARN)
        if old.decided_at:
            assert {name for name in before.row if before.row[name] != after.row[name]} <= LOOSE

    def written(self, step: CaseAction, case: MembershipApplication) -> list[CaseAction]:
        """One entry for the step; what comes to a centre where nobody may decide goes on at once."""
        if step == A.SAVE:
            return []
        somebody_is_there = any("coordinator" in self.now().roles(name) for name in CENTRE)
        passed_on = step in (A.SUBMIT, A.ANSWER) and case.status == S.SUBMITTED and not somebody_is_there
        was_up = case.timeline.filter(action=A.HAND_UP).exclude(pk=case.timeline.last().pk).exists()
        return [step, A.HAND_UP] if passed_on and not was_up else [step]

    # --- what happens by itself ---------------------------------------------------------------------

    def age(self, days: int) -> None:
        delta = timedelta(days=days)
        MembershipApplication.objects.update(**{name: F(name) - delta for name in (*DATES, *CALENDAR)})
        for case in MembershipApplication.objects.all():
            case.timeline.update(at=F("at") - delta)
        Membership.objects.update(starts_on=F("starts_on") - delta)

    def attend(self, is_attended: bool) -> None:
        today = timezone.localdate()
        days = {"serves_from": today - timedelta(days=2), "serves_until": today - timedelta(days=1)}
        back = {"serves_from": today, "serves_until": None}
        Coordinator.objects.filter(user__in=[self.cast[name] for name in CENTRE]).update(
            **(back if is_attended else days)
        )
        self.is_attended = is_attended

    def run_the_command(self) -> None:
        assert [run_step(step).failed for step in daily.STEPS] == [0] * len(daily.STEPS)
