"""What an approval leaves behind of a membership: awaited while a fee is due, in force when there is none."""

import pytest

from network.actions.decisions import Decision, decide
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, Standing, TermAction
from network.models import Membership, MembershipSettings
from portal.models import OutgoingMail
from tests.factories.membership import MembershipFactory, TierFactory

pytestmark = pytest.mark.django_db
NATIONAL = ApplicationKind.NATIONAL


def approve(application, by):
    return decide(application, CaseAction.APPROVE, by=by, decision=Decision())


def actions(membership):
    return list(membership.history.values_list("action", flat=True))


def test_a_national_member_is_awaited_until_the_fee_is_paid(make, registrar):
    membership = approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar).membership
    assert (membership.begun_on, membership.starts_on, membership.ends_on) == (None, None, None)
    assert membership.standing_on() == Standing.AWAITING
    assert (actions(membership), membership.history.get().by) == ([TermAction.ADMIT], registrar)


def test_a_registration_that_costs_nothing_is_in_force_at_once(make, coordinator):
    membership = approve(make(), coordinator).membership
    assert membership.standing_on() == Standing.ACTIVE
    assert actions(membership) == [TermAction.ADMIT, TermAction.BEGIN]


def test_an_organization_that_comes_back_has_its_old_number(make, coordinator):
    application = make()
    application.organization = MembershipFactory(number=41, closed=True).organization
    application.save()
    MembershipFactory(number=90)
    back = approve(application, coordinator).membership
    assert (back.number, back.follows.closed_reason) == (41, "resigned")
    assert approve(make(), coordinator).membership.number == 91


def test_a_number_once_given_is_not_given_again(make, coordinator):
    MembershipFactory(tier=TierFactory(), number=5, closed=True)
    assert approve(make(), coordinator).membership.number == 6
    assert Membership.objects.filter(number=5).count() == 1


def test_the_letter_about_the_approval_says_how_to_pay_and_is_the_only_one(make, registrar):
    MembershipSettings.objects.create(bank="ธนาคารตัวอย่าง", account_number="1234567890", account_name="สภา")
    payment = approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar).membership.payments.get()
    mail = OutgoingMail.objects.get()
    assert mail.kind == "network.application_approved"
    assert "ชำระค่าสมัคร 2,000 บาท" in mail.text
    assert "123-4-56789-0" in mail.text
    assert payment.reference in mail.text
    assert f"/payments/{payment.pk}/" in mail.text


def test_where_nothing_is_to_be_paid_the_letter_does_not_speak_of_money(make, coordinator):
    approve(make(), coordinator)
    mail = OutgoingMail.objects.get(kind="network.application_approved")
    assert "ค่าสมัคร" not in mail.text
    assert "โอนเข้าบัญชี" not in mail.text


def test_whoever_sent_a_paper_form_reads_the_account_but_no_link_that_asks_to_sign_in(make, registrar):
    application = make(NATIONAL, ApplicationStatus.RECOMMENDED)
    application.applicant, application.email = None, "paper@example.org"
    application.save()
    payment = approve(application, registrar).membership.payments.get()
    mail = OutgoingMail.objects.get(kind="network.application_approved")
    assert payment.reference in mail.text
    assert "/payments/" not in mail.text
