"""What the portal writes by itself about the end of a term: once each, however late or often the command comes."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from network.enums import PaymentPurpose, PaymentStatus, RepresentativeRole, TermAction, TermNotice
from network.models import Membership, MembershipSettings, TermReminder
from portal.enums import MailStatus
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
N = TermNotice


def run(*options) -> None:
    call_command("run_daily_steps", *options)


def sleep(term: Membership, days: int) -> None:
    """So many days pass for the membership."""
    Membership.objects.filter(pk=term.pk).update(ends_on=term.ends_on - timedelta(days=days))
    term.refresh_from_db()


def letters() -> list[str]:
    return [mail.kind.removeprefix("network.") for mail in OutgoingMail.objects.order_by("pk")]


def told(term: Membership) -> list[tuple[str, int]]:
    return list(term.reminders.order_by("pk").values_list("notice", "days_before"))


def with_slip(term: Membership, **fields):
    return PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL, submitted=True, **fields)


@pytest.mark.parametrize(
    ("days_left", "reminder"),
    [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7)],
)
def test_the_nearest_reminder_is_due(days_left, reminder):
    term = member(days_left)
    run()
    assert told(term) == ([(N.ENDS_SOON, reminder)] if reminder else [])


def test_a_member_is_reminded_three_times_told_of_the_end_and_of_the_lapse_each_once(organization, rep):
    term = member(70, organization=organization)
    for _day in range(200):
        run()
        sleep(term, 1)
    assert told(term) == [(N.ENDS_SOON, 60), (N.ENDS_SOON, 30), (N.ENDS_SOON, 7), (N.IN_GRACE, 0), (N.LAPSED, 0)]
    assert letters() == ["term_ends_soon", "term_ends_soon", "term_ends_soon", "term_in_grace", "term_lapsed"]
    assert list(term.history.values_list("action", flat=True)) == [
        *[TermAction.REMIND] * 3,
        TermAction.GRACE,
        TermAction.LAPSE,
    ]
    assert {entry.by for entry in term.history.all()} == {None}


def test_a_portal_that_slept_a_month_sends_one_reminder_and_not_three(organization, rep):
    term = member(65, organization=organization)
    run()
    sleep(term, 60)
    run()
    run()
    assert told(term) == [(N.ENDS_SOON, 7)]
    assert letters() == ["term_ends_soon"]


def test_a_portal_that_slept_for_long_tells_of_the_lapse_alone(organization, rep):
    term = member(65, organization=organization)
    sleep(term, 200)
    run()
    assert told(term) == [(N.LAPSED, 0)]


def test_a_dry_run_writes_nothing(organization, rep):
    term = member(20, organization=organization)
    run("--dry-run")
    assert (told(term), letters()) == ([], [])


def test_other_days_of_the_council_do_not_repeat_a_reminder(organization, rep):
    term = member(50, organization=organization)
    run()
    MembershipSettings.objects.update_or_create(pk=MembershipSettings.load().pk, defaults={"due_soon_days": 90})
    run()
    assert told(term) == [(N.ENDS_SOON, 60)]
    MembershipSettings.objects.update(due_soon_days=20)
    sleep(term, 31)
    run()
    assert told(term) == [(N.ENDS_SOON, 60), (N.ENDS_SOON, 20)]


@pytest.mark.parametrize(
    "fields",
    [
        {"suspended_on": timezone.localdate()},
        {"closed_on": timezone.localdate(), "closed_reason": "resigned"},
        {"closed_on": timezone.localdate(), "closed_reason": "renewed"},
    ],
)
@pytest.mark.parametrize("days_left", [20, -20, -200])
def test_who_is_suspended_or_has_left_is_not_written_to(fields, days_left):
    term = member(days_left, **fields)
    run()
    assert (told(term), letters()) == ([], [])


class TestASlipIsWithTheTreasurer:
    def test_there_is_no_reminder_of_what_has_been_done(self, organization, rep):
        term = member(20, organization=organization)
        with_slip(term)
        run()
        assert (told(term), letters()) == ([], [])

    def test_the_reminder_comes_when_the_payment_was_refused(self, organization, rep):
        term = member(20, organization=organization)
        payment = with_slip(term)
        run()
        payment.status = PaymentStatus.DUE
        payment.save()
        run()
        assert told(term) == [(N.ENDS_SOON, 30)]

    @pytest.mark.parametrize(("days_left", "notice"), [(-1, N.IN_GRACE), (-91, N.LAPSED)])
    def test_after_the_end_we_say_that_we_have_it_and_once(self, organization, rep, days_left, notice):
        term = member(days_left, organization=organization)
        with_slip(term)
        run()
        run()
        assert told(term) == [(notice, 0)]
        mail = OutgoingMail.objects.get()
        assert mail.kind == "network.term_slip_waiting"
        assert "เหรัญญิกกำลังตรวจ" in mail.text
        assert "ไม่ต้องทำอะไรเพิ่ม" in mail.text

    def test_a_payment_that_is_only_due_hushes_nothing(self, organization, rep):
        term = member(20, organization=organization)
        PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL)
        run()
        assert letters() == ["term_ends_soon"]


class TestWhoIsWrittenTo:
    def test_the_primary_contacts(self, organization, rep, colleague):
        member(20, organization=organization)
        run()
        assert [mail.email for mail in OutgoingMail.objects.all()] == [rep.email]

    def test_without_any_whoever_else_acts_for_it(self, organization):
        editor = RepresentativeFactory(organization=organization, role=RepresentativeRole.EDITOR).user
        member(20, organization=organization)
        run()
        assert OutgoingMail.objects.get().email == editor.email

    def test_without_anybody_the_address_of_the_organization_and_a_link_that_opens(self, organization, client):
        organization.email = "office@example.org"
        organization.save()
        member(20, organization=organization)
        run()
        mail = OutgoingMail.objects.get()
        assert mail.email == "office@example.org"
        assert organization.get_absolute_url() in mail.text
        assert "/account/" not in mail.text

    def test_without_an_address_the_mail_waits_for_a_call(self, organization):
        member(20, organization=organization)
        run()
        mail = OutgoingMail.objects.get()
        assert (mail.status, mail.phone) == (MailStatus.NO_ADDRESS, organization.phone)


def test_a_letter_that_fails_leaves_the_reminder_due(organization, rep, monkeypatch):
    """Both or neither: a reminder that was only written down would never come."""
    term = member(20, organization=organization)

    def broken(*args, **kwargs):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("network.mail.terms.send_letter", broken)
        with pytest.raises(CommandError):
            call_command("run_daily_steps")
    assert (told(term), term.history.count()) == ([], 0)
    run()
    assert told(term) == [(N.ENDS_SOON, 30)]


def test_a_reminder_is_kept_once_by_the_database(organization):
    term = member(20, organization=organization)
    TermReminder.objects.create(membership=term, notice=N.ENDS_SOON, days_before=30)
    run()
    assert told(term) == [(N.ENDS_SOON, 30)]
