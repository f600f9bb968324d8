"""Centres that say nothing: reminded once, handed up once, however late or often the command comes."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from network import daily
from network.actions import decide
from network.actions.applications import answer_question
from network.actions.claims import accept_claim, make_claim
from network.actions.decisions import Decision
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, ClaimStatus
from network.models import Claim, Coordinator, Membership, MembershipApplication, MembershipSettings, Tier
from portal.models import OutgoingMail, User
from tests.factories.membership import ClaimFactory, CoordinatorFactory
from tests.factories.network import OrganizationFactory

pytestmark = pytest.mark.django_db
A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL


@pytest.fixture
def waiting(make, coordinator):
    """Makes an application that has been with its centre for so many days."""

    def application(days: int, kind=ApplicationKind.PROVINCIAL, **fields):
        return make(kind, status_since=timezone.now() - timedelta(days=days), **fields)

    return application


def run(*options) -> None:
    call_command("run_daily_steps", *options)


def actions_of(application) -> list[str]:
    return list(application.timeline.values_list("action", flat=True))


def written() -> list[tuple[str, str]]:
    mails = OutgoingMail.objects.order_by("kind", "email")
    return [(mail.kind.partition(".")[2], mail.email) for mail in mails]


def test_a_silent_centre_is_reminded_once(waiting, coordinator, registrar):
    application = waiting(10)
    for _day in range(3):
        run()
    assert actions_of(application) == [A.REMIND]
    assert written() == [("desk_reminder", coordinator.email)]
    application.refresh_from_db()
    assert (application.status, application.handed_up_at) == (S.SUBMITTED, None)


def test_on_the_ninth_day_nobody_is_reminded(waiting):
    application = waiting(9)
    run()
    assert actions_of(application) == []


def test_after_the_last_day_the_secretariat_has_it_and_everyone_knows(waiting, coordinator, registrar):
    application = waiting(16)
    run()
    run()
    assert actions_of(application) == [A.HAND_UP]
    assert written() == [
        ("application_handed_up", application.applicant.email),
        ("desk_handed_up", coordinator.email),
        ("registrar_waiting", registrar.email),
    ]
    application.refresh_from_db()
    assert (application.status, application.is_handed_up) == (S.SUBMITTED, True)
    assert not Membership.objects.exists()


def test_the_last_day_counts_in_full(waiting):
    application = waiting(15)
    run()
    assert actions_of(application) == [A.REMIND]


def test_coming_ten_days_late_hands_up_and_reminds_nobody(waiting, coordinator, registrar):
    MembershipApplication.objects.filter(pk=waiting(25).pk).update(submitted_at=timezone.now() - timedelta(days=25))
    run()
    assert "desk_reminder" not in dict(written())
    assert len(written()) == 3


def test_an_answer_begins_the_days_anew_and_brings_another_reminder(waiting, coordinator):
    application = waiting(12)
    run()
    decide(application, A.ASK, by=coordinator, decision=Decision("ขอเบอร์โทร"))
    answer_question(application, by=application.applicant)
    run()
    assert actions_of(application) == [A.REMIND, A.ASK, A.ANSWER]
    MembershipApplication.objects.update(status_since=timezone.now() - timedelta(days=12))
    application.timeline.update(at=timezone.now() - timedelta(days=13))
    run()
    assert actions_of(application) == [A.REMIND, A.ASK, A.ANSWER, A.REMIND]


@pytest.mark.parametrize("status", [status for status in S if status != S.SUBMITTED])
def test_what_is_not_with_the_centre_is_left_alone(waiting, status):
    application = waiting(20, NATIONAL, status=status, objections_until=timezone.localdate())
    run()
    assert actions_of(application) == []


def test_what_the_secretariat_has_is_never_decided_by_the_clock(waiting, registrar):
    application = waiting(400, handed_up_at=timezone.now() - timedelta(days=380))
    run()
    application.refresh_from_db()
    assert (application.status, actions_of(application)) == (S.SUBMITTED, [])


@pytest.mark.parametrize("leaves", ["service", "account"])
def test_a_centre_that_became_vacant_hands_up_the_next_day(waiting, coordinator, registrar, leaves):
    application = waiting(1)
    yesterday = timezone.localdate() - timedelta(days=1)
    if leaves == "service":
        Coordinator.objects.update(serves_from=yesterday, serves_until=yesterday)
    else:
        User.objects.filter(pk=coordinator.pk).update(is_active=False)
    run()
    assert actions_of(application) == [A.HAND_UP]
    assert "registrar_waiting" in dict(written())


def test_the_council_decides_how_many_days(waiting):
    rules = MembershipSettings.load()
    rules.reminder_days, rules.silent_days = 2, 4
    rules.save()
    late, silent = waiting(2), waiting(5)
    run()
    assert (actions_of(late), actions_of(silent)) == ([A.REMIND], [A.HAND_UP])


def test_an_announced_approval_is_carried_out_once(waiting, registrar):
    application = waiting(9, NATIONAL, status=S.ANNOUNCED, objections_until=timezone.localdate() - timedelta(days=1))
    run()
    run()
    assert Membership.objects.get().application == application
    assert actions_of(application) == [A.APPROVE]
    assert [name for name, _mail in written()] == ["application_approved", "desk_decided"]


def test_one_case_that_fails_stops_no_other(waiting, registrar, capsys):
    over = {"status": S.ANNOUNCED, "objections_until": timezone.localdate() - timedelta(days=1)}
    organization = OrganizationFactory()
    Membership.objects.create(organization=organization, tier=Tier.objects.get(kind=NATIONAL), number=1)
    stuck = waiting(9, NATIONAL, organization=organization, **over)
    good, silent = waiting(9, NATIONAL, **over), waiting(16)
    with pytest.raises(CommandError):
        run()
    assert f"{daily.STEPS[0].name}: 1 (" in capsys.readouterr().out
    stuck.refresh_from_db()
    assert (stuck.status, actions_of(stuck)) == (S.ANNOUNCED, [])
    assert (actions_of(good), actions_of(silent)) == ([A.APPROVE], [A.HAND_UP])


def test_a_rehearsal_changes_nothing_and_writes_to_nobody(waiting, registrar, capsys):
    cases = [waiting(10), waiting(16)]
    run("--dry-run")
    said = capsys.readouterr().out
    assert [actions_of(case) for case in cases] == [[], []]
    assert written() == []
    assert said.count(": 1\n") == 2


def test_who_was_faster_is_not_overtaken(waiting, coordinator, registrar):
    """The command listed it; before its turn came the coordinator decided."""
    listed = waiting(16)
    decide(listed, A.DECLINE, by=coordinator, decision=Decision("ไม่ใช่องค์กรในจังหวัด"))
    [step] = [step for step in daily.STEPS if step.due is daily.silent]
    assert step.take(MembershipApplication.objects.get(pk=listed.pk)) is False
    assert actions_of(listed) == [A.DECLINE]


class TestClaims:
    @pytest.fixture
    def claim(self, organization, coordinator, person):
        claim = make_claim(organization, by=person, position="เลขานุการ", phone="+66812345678")
        OutgoingMail.objects.all().delete()
        return claim

    def aged(self, claim, days: int):
        Claim.objects.filter(pk=claim.pk).update(made_at=timezone.now() - timedelta(days=days))
        return claim

    def test_one_that_its_centre_does_not_answer_goes_to_the_registrar_once(self, claim, registrar):
        self.aged(claim, 16)
        run()
        run()
        claim.refresh_from_db()
        assert claim.status == ClaimStatus.OPEN
        assert claim.handed_up_at
        assert written() == [("claim_handed_up", claim.claimant.email), ("registrar_claim", registrar.email)]

    def test_its_last_day_counts_in_full(self, claim):
        self.aged(claim, 15)
        run()
        claim.refresh_from_db()
        assert claim.handed_up_at is None

    def test_one_of_a_vacant_centre_goes_up_the_next_day(self, claim, registrar):
        Coordinator.objects.all().delete()
        run()
        claim.refresh_from_db()
        assert claim.handed_up_at

    def test_a_decided_one_stays_where_it_is(self, claim, coordinator):
        accept_claim(self.aged(claim, 30), by=coordinator)
        run()
        claim.refresh_from_db()
        assert claim.handed_up_at is None


def test_the_work_of_a_night_grows_only_with_what_is_due(waiting, django_assert_num_queries):
    """Three rows more that are not due cost no further query."""
    ClaimFactory(organization=OrganizationFactory())
    for _case in range(3):
        waiting(1)
    CoordinatorFactory()
    # One for each step's rows, and one for every look at the rules.
    with django_assert_num_queries(24):
        assert [len(step.due()) for step in daily.STEPS] == [0] * len(daily.STEPS)
