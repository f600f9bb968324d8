"""The treasurer accepts, refuses or cancels; the receipt is numbered, the term begins, the organization is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.actions.payments import accept_payment, cancel_open_payments, cancel_payment, refuse_payment
from network.enums import ClosedReason, PaymentAction, PaymentMethod, PaymentPurpose, PaymentStatus
from network.exceptions import (
    NotYourPayment,
    PaymentMoved,
    PaymentReasonMissing,
    PaymentRecused,
    PaymentWithoutMembership,
)
from network.models import Membership, MembershipSettings, Payment, Receipt, ReceiptBook
from portal.models import Identity, OutgoingMail
from portal.thai.months import ERA_OFFSET
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
A, S = PaymentAction, PaymentStatus


@pytest.fixture
def sent(payment, report):
    return report(payment)


def last(payment):
    return payment.timeline.last().pk


def letters(name):
    return [mail.email for mail in OutgoingMail.objects.filter(kind=f"network.{name}")]


def test_an_accepted_payment_has_its_receipt(sent, treasurer):
    receipt = accept_payment(sent, by=treasurer, seen=last(sent), remark="เห็นในสมุดบัญชี")
    sent.refresh_from_db()
    assert (sent.status, sent.decided_by) == (S.ACCEPTED, treasurer)
    assert (receipt.year, receipt.number) == (timezone.localdate().year + ERA_OFFSET, 1)
    assert receipt.display_number == f"{receipt.year}/000001"
    assert (sent.timeline.last().action, sent.timeline.last().remark) == (A.ACCEPT, "เห็นในสมุดบัญชี")


def test_the_receipt_keeps_what_holds_on_its_day(sent, treasurer, organization):
    identity, rules = Identity.load(), MembershipSettings.load()
    identity.name, identity.address = "ตัวอย่าง สภา", "กรุงเทพฯ"
    identity.save()
    rules.tax_id = "0994000165501"
    rules.save()
    organization.address = "เลขที่ 89 เพชรบุรี"
    organization.save()
    organization.entry.registration_number = "จ.พบ. 12/2561"
    organization.entry.save()
    receipt = accept_payment(sent, by=treasurer)
    organization.name = "ตัวอย่าง ชื่อใหม่"
    organization.save()
    receipt.refresh_from_db()
    assert (receipt.payer_name, receipt.payer_address) == ("ตัวอย่าง สมาคมเดิม", "เลขที่ 89 เพชรบุรี")
    assert receipt.payer_tax_id == "จ.พบ. 12/2561"
    assert (receipt.issuer_name, receipt.issuer_address) == ("ตัวอย่าง สภา", "กรุงเทพฯ")
    assert receipt.issuer_tax_id == "0994000165501"
    assert (receipt.amount, receipt.method, receipt.paid_on) == (2000, PaymentMethod.TRANSFER, timezone.localdate())
    assert receipt.description == "ค่าสมัครสมาชิก: สมาชิกระดับประเทศ ระยะเวลา 24 เดือน"
    assert receipt.description_en == "Joining fee: Member of the national council for 24 months"
    assert (receipt.issued_by, receipt.issued_by_name) == (treasurer, treasurer.get_full_name())
    assert len(receipt.token) > 20


def test_the_term_begins_with_the_acceptance(sent, treasurer, membership):
    accept_payment(sent, by=treasurer)
    membership.refresh_from_db()
    assert (membership.begun_on, membership.starts_on) == (timezone.localdate(), timezone.localdate())
    assert 728 <= (membership.ends_on - membership.starts_on).days <= 731


def test_a_renewal_begins_the_next_term(treasurer):
    ends_on = timezone.localdate() + timedelta(days=20)
    renewal = PaymentFactory(purpose=PaymentPurpose.RENEWAL, submitted=True, membership__ends_on=ends_on)
    receipt = accept_payment(renewal, by=treasurer)
    old = Membership.objects.get(pk=renewal.membership_id)
    assert (old.closed_reason, old.closed_on) == (ClosedReason.RENEWED, timezone.localdate())
    assert old.followed_by.starts_on == ends_on + timedelta(days=1)
    assert receipt.description_en == "Membership renewal: Member of the national council for 24 months"


def test_what_was_paid_late_for_a_membership_that_ended_is_not_accepted(sent, treasurer, membership):
    type(membership).objects.update(closed_on=timezone.localdate(), closed_reason=ClosedReason.ENDED)
    with pytest.raises(PaymentWithoutMembership):
        accept_payment(sent, by=treasurer)
    sent.refresh_from_db()
    assert sent.status == S.SUBMITTED
    assert not Receipt.objects.exists()


def test_receipt_and_certificate_come_with_the_letter(sent, treasurer, membership):
    receipt = accept_payment(sent, by=treasurer)
    mail = OutgoingMail.objects.get(kind="network.receipt_issued")
    assert [part.name for part in mail.attachments.order_by("pk")] == [
        f"receipt-{receipt.year}-000001.pdf",
        f"certificate-{membership.number}.pdf",
    ]
    assert all(bytes(part.content).startswith(b"%PDF-") for part in mail.attachments.all())


def test_a_second_press_gives_the_same_receipt(sent, treasurer):
    page = last(sent)
    first = accept_payment(sent, by=treasurer, seen=page)
    assert accept_payment(sent, by=treasurer, seen=page) == first
    assert ReceiptBook.objects.get().last_number == 1
    assert len(letters("receipt_issued")) == 1


def test_the_second_treasurer_reads_that_it_is_done(sent, treasurer, second_treasurer):
    page = last(sent)
    accept_payment(sent, by=treasurer, seen=page)
    for decide in (
        lambda: accept_payment(sent, by=second_treasurer, seen=page),
        lambda: refuse_payment(sent, by=second_treasurer, reason="ไม่พบยอด", seen=page),
    ):
        with pytest.raises(PaymentMoved):
            decide()
    assert Receipt.objects.count() == 1


def test_who_saw_an_older_page_decides_nothing(sent, report, treasurer):
    page = last(sent)
    from tests.network.payments.conftest import slip_file

    report(sent, slip=slip_file("teal"))
    with pytest.raises(PaymentMoved):
        accept_payment(sent, by=treasurer, seen=page)
    accept_payment(sent, by=treasurer, seen=last(sent))


@pytest.mark.parametrize("status", [S.DUE, S.CANCELLED])
def test_what_does_not_wait_is_not_accepted(payment, treasurer, status):
    Payment.objects.update(status=status)
    with pytest.raises(PaymentMoved):
        accept_payment(payment, by=treasurer)
    assert not ReceiptBook.objects.exists()


@pytest.mark.parametrize("who", ["rep", "coordinator", "registrar", "outsider"])
def test_only_a_treasurer_decides(sent, request, who):
    user = request.getfixturevalue(who)
    for decide in (accept_payment, lambda p, by: refuse_payment(p, by=by, reason="ก")):
        with pytest.raises(NotYourPayment):
            decide(sent, by=user)
    with pytest.raises(NotYourPayment):
        cancel_payment(sent, by=user, reason="ก")


def test_nobody_accepts_the_money_of_their_own_organization(sent, treasurer, organization):
    RepresentativeFactory(user=treasurer, organization=organization)
    for decide in (
        lambda: accept_payment(sent, by=treasurer),
        lambda: refuse_payment(sent, by=treasurer, reason="ก"),
        lambda: cancel_payment(sent, by=treasurer, reason="ก"),
    ):
        with pytest.raises(PaymentRecused):
            decide()


def test_a_superuser_of_the_organization_is_recused_too(sent, organization):
    boss = UserFactory(is_superuser=True)
    RepresentativeFactory(user=boss, organization=organization)
    with pytest.raises(PaymentRecused):
        accept_payment(sent, by=boss)


def test_a_refusal_says_why_and_the_fee_is_due_again(sent, treasurer, rep):
    refused = refuse_payment(sent, by=treasurer, reason="ยอดเงินไม่ครบ", seen=last(sent))
    assert refused.status == S.DUE
    assert refused.timeline.last().message == "ยอดเงินไม่ครบ"
    mail = OutgoingMail.objects.get(kind="network.payment_refused")
    assert mail.email == rep.email
    assert "ยอดเงินไม่ครบ" in mail.text


def test_refusing_twice_in_the_same_words_is_one_refusal(sent, treasurer):
    page = last(sent)
    for _press in range(2):
        refuse_payment(sent, by=treasurer, reason="ยอดเงินไม่ครบ", seen=page)
    assert len(letters("payment_refused")) == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_refusal_or_cancellation_needs_a_sentence(sent, treasurer, reason):
    with pytest.raises(PaymentReasonMissing):
        refuse_payment(sent, by=treasurer, reason=reason)
    with pytest.raises(PaymentReasonMissing):
        cancel_payment(sent, by=treasurer, reason=reason)
    sent.refresh_from_db()
    assert sent.status == S.SUBMITTED


@pytest.mark.parametrize("is_sent", [True, False])
def test_what_is_not_owed_any_more_is_cancelled(payment, report, treasurer, rep, is_sent):
    if is_sent:
        report(payment)
    for _press in range(2):
        cancelled = cancel_payment(payment, by=treasurer, reason="สมัครซ้ำ")
    assert cancelled.status == S.CANCELLED
    assert letters("payment_cancelled") == [rep.email]


def test_what_was_accepted_is_not_cancelled(sent, treasurer):
    accept_payment(sent, by=treasurer)
    with pytest.raises(PaymentMoved):
        cancel_payment(sent, by=treasurer, reason="สมัครซ้ำ")


def test_a_membership_that_ends_owes_nothing_more(membership, payment, rep):
    renewal = PaymentFactory(membership=membership, purpose=PaymentPurpose.RENEWAL, submitted=True)
    paid = PaymentFactory(membership=membership, purpose=PaymentPurpose.RENEWAL, status=S.ACCEPTED)
    cancelled = cancel_open_payments(membership, by=rep, reason="ลาออก")
    assert set(cancelled) == {payment, renewal}
    paid.refresh_from_db()
    assert paid.status == S.ACCEPTED
    assert renewal.timeline.last().message == "ลาออก"
    assert cancel_open_payments(membership, by=rep, reason="ลาออก") == []


def test_an_organization_without_contacts_gets_its_letters_by_the_paper_form(treasurer, membership, payment):
    membership.organization.representatives.update(status="ended")
    membership.application = None
    membership.save()
    # Nobody to write to: the treasurer's decision stands all the same.
    Payment.objects.update(status=S.SUBMITTED, method=PaymentMethod.CASH)
    accept_payment(payment, by=treasurer)
    assert letters("receipt_issued") == []
