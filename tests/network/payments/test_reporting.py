"""Who says how that a payment was made, and what becomes of the slip."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.actions.payments import confirm_at_centre, refuse_payment, report_payment
from network.documents import prepared_document
from network.enums import PaymentAction, PaymentMethod, PaymentStatus
from network.exceptions import NotYourPayment, PaidInTheFuture, PaymentMoved, SlipMissing
from network.models import Payment
from portal.models import OutgoingMail
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory
from tests.network.payments.conftest import slip_file
from tests.slips import as_file, slip_picture, slip_text

pytestmark = pytest.mark.django_db
CASH, CENTRE, TRANSFER = PaymentMethod.CASH, PaymentMethod.CENTRE, PaymentMethod.TRANSFER


def actions_of(payment):
    return list(payment.timeline.values_list("action", flat=True))


def letters(name):
    return {mail.email for mail in OutgoingMail.objects.filter(kind=f"network.{name}")}


def test_the_organization_sends_a_slip(payment, rep, report):
    sent = report(payment, slip=slip_file(), slip_name="IMG_0001.jpg", paid_on=timezone.localdate())
    sent.refresh_from_db()
    assert (sent.status, sent.method, sent.reported_by) == (PaymentStatus.SUBMITTED, TRANSFER, rep)
    assert (sent.paid_on, sent.slip_name) == (timezone.localdate(), "IMG_0001.jpg")
    assert sent.slip.read()
    assert len(sent.slip_digest) == 64
    entry = sent.timeline.last()
    assert (entry.action, entry.by, entry.status) == (PaymentAction.REPORT, rep, PaymentStatus.SUBMITTED)


def test_the_code_on_the_slip_is_read(payment, report):
    picture = as_file(slip_picture(slip_text("014", "ABC123")))
    picture.seek(0)
    report(payment, slip=prepared_document(picture, 1000))
    assert (payment.__class__.objects.get().slip_bank, Payment.objects.get().slip_reference) == ("014", "ABC123")


def test_without_a_slip_a_transfer_is_not_reported(payment, report):
    with pytest.raises(SlipMissing):
        report(payment, slip=None)
    assert Payment.objects.get().status == PaymentStatus.DUE


def test_nobody_has_paid_tomorrow(payment, report, slips):
    with pytest.raises(PaidInTheFuture):
        report(payment, paid_on=timezone.localdate() + timedelta(days=1))
    assert not list(slips.rglob("*.jpg"))


def test_a_second_press_is_no_second_report(payment, report):
    report(payment, slip=slip_file())
    report(payment, slip=slip_file())
    assert actions_of(payment) == [PaymentAction.OPEN, PaymentAction.REPORT]
    assert OutgoingMail.objects.filter(kind="network.payment_received").count() == 1


def test_another_picture_takes_the_place_of_the_wrong_one(payment, report, slips, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        report(payment, slip=slip_file("white"))
        report(payment, slip=slip_file("teal"))
    assert actions_of(payment) == [PaymentAction.OPEN, PaymentAction.REPORT, PaymentAction.REPORT]
    assert len(list(slips.rglob("*.jpg"))) == 1


def test_what_was_refused_is_sent_again(payment, report, treasurer):
    report(payment)
    refuse_payment(payment, by=treasurer, reason="สลิปไม่ชัด")
    again = report(payment, slip=slip_file("teal"))
    assert (again.status, again.decided_by) == (PaymentStatus.SUBMITTED, None)


@pytest.mark.parametrize("status", [PaymentStatus.ACCEPTED, PaymentStatus.CANCELLED])
def test_what_is_closed_takes_no_report(payment, report, status):
    Payment.objects.update(status=status)
    with pytest.raises(PaymentMoved):
        report(payment)


@pytest.mark.parametrize("who", ["outsider", "elsewhere", "registrar", "coordinator"])
def test_others_send_no_slip(payment, report, request, who):
    with pytest.raises(NotYourPayment):
        report(payment, by=request.getfixturevalue(who))
    assert actions_of(payment) == [PaymentAction.OPEN]


@pytest.mark.parametrize("who", ["rep", "coordinator"])
def test_cash_at_the_secretariat_is_the_treasurers_to_report(payment, report, request, who):
    with pytest.raises(NotYourPayment):
        report(payment, by=request.getfixturevalue(who), method=CASH)


def test_the_treasurer_reports_cash_and_transfers_without_a_slip(payment, report, treasurer):
    assert report(payment, by=treasurer, method=CASH).status == PaymentStatus.SUBMITTED
    assert report(payment, by=treasurer, method=TRANSFER, slip=None).method == TRANSFER


def test_paid_at_the_centre_waits_for_the_centres_word(payment, report, rep, coordinator, treasurer):
    sent = report(payment, method=CENTRE)
    assert (sent.status, sent.confirmed_at) == (PaymentStatus.SUBMITTED, None)
    assert letters("payment_at_centre") == {coordinator.email}
    confirmed = confirm_at_centre(payment, by=coordinator, remark="เงินสดอยู่ที่ศูนย์")
    assert (confirmed.confirmed_by, confirmed.status) == (coordinator, PaymentStatus.SUBMITTED)
    confirm_at_centre(payment, by=coordinator)
    assert actions_of(payment) == [PaymentAction.OPEN, PaymentAction.REPORT, PaymentAction.CONFIRM]


def test_what_the_centre_holds_is_no_longer_the_payers_to_describe(payment, report, coordinator):
    report(payment, method=CENTRE)
    confirm_at_centre(payment, by=coordinator)
    with pytest.raises(PaymentMoved):
        report(payment)


def test_the_centre_reports_what_it_holds(payment, report, coordinator):
    sent = report(payment, by=coordinator, method=CENTRE)
    assert (sent.confirmed_by, sent.reported_by) == (coordinator, coordinator)
    assert letters("payment_at_centre") == set()


def test_a_transfer_is_not_the_centres_to_confirm(payment, report, coordinator):
    report(payment)
    with pytest.raises(PaymentMoved):
        confirm_at_centre(payment, by=coordinator)


def test_nothing_reported_is_nothing_to_confirm(payment, coordinator):
    with pytest.raises(PaymentMoved):
        confirm_at_centre(payment, by=coordinator)


@pytest.mark.parametrize("who", ["elsewhere", "outsider", "rep", "registrar"])
def test_only_the_centre_of_the_province_confirms(payment, report, request, who):
    report(payment, method=CENTRE)
    with pytest.raises(NotYourPayment):
        confirm_at_centre(payment, by=request.getfixturevalue(who))


def test_a_coordinator_confirms_nothing_for_their_own_organization(payment, report, organization):
    both = CoordinatorFactory().user
    RepresentativeFactory(user=both, organization=organization)
    report(payment, by=both, method=CENTRE)
    assert Payment.objects.get().confirmed_at is None
    with pytest.raises(NotYourPayment):
        confirm_at_centre(payment, by=both)


def test_the_organization_the_treasurers_and_nobody_else_are_told(payment, report, rep, coordinator, treasurer):
    report(payment)
    assert letters("payment_received") == {rep.email}
    assert letters("payment_waiting") == {treasurer.email}
    assert letters("payment_at_centre") == set()


def test_a_treasurer_of_the_organization_is_not_asked_to_decide(payment, report, rep, treasurer, second_treasurer):
    RepresentativeFactory(user=treasurer, organization=payment.membership.organization)
    report(payment)
    assert letters("payment_waiting") == {second_treasurer.email}


class TestTheSameSlip:
    def test_by_its_bank_reference(self, payment):
        PaymentFactory(slip_bank="014", slip_reference="X1")
        twin = PaymentFactory(slip_bank="014", slip_reference="X1")
        PaymentFactory(slip_bank="004", slip_reference="X1")
        assert Payment.objects.with_the_same_slip(twin).count() == 1
        assert Payment.objects.flagged().filter(is_double=True).count() == 2

    def test_by_the_file_where_no_code_can_be_read(self, payment, report, treasurer):
        report(payment, slip=slip_file("navy"))
        other = PaymentFactory()
        report(other, by=treasurer, slip=slip_file("navy"))
        other.refresh_from_db()
        assert list(Payment.objects.with_the_same_slip(other)) == [payment]
        assert set(Payment.objects.flagged().filter(is_double=True)) == {payment, other}

    def test_payments_without_a_slip_are_no_doubles(self, payment):
        assert not Payment.objects.with_the_same_slip(PaymentFactory()).exists()
        assert not Payment.objects.flagged().filter(is_double=True).exists()


def test_the_slip_is_read_before_the_lock(payment, rep, django_assert_max_num_queries, monkeypatch):
    from django.db import connection

    seen = []
    monkeypatch.setattr(
        "network.actions.payments.reporting.read_slip", lambda file: seen.append(len(connection.queries)) or None
    )
    with django_assert_max_num_queries(80):
        report_payment(payment, by=rep, method=TRANSFER, slip=slip_file())
    assert seen == [0]
