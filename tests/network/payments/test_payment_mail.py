"""What the letters about money say, to whom, in whose language, and whom to call."""

import pytest

from network.actions.payments import (
    accept_payment,
    cancel_payment,
    confirm_at_centre,
    open_payment,
    refuse_payment,
    void_receipt,
)
from network.enums import ApplicationKind, PaymentMethod, PaymentPurpose
from network.mail.payments import account, payers, treasurers
from network.models import MembershipSettings, Payment
from portal.enums import MailStatus
from portal.models import OutgoingMail
from tests.factories.membership import ApplicationFactory, MembershipFactory
from tests.factories.network import CoordinationCentreFactory, OrganizationFactory, ProvinceFactory
from tests.factories.payments import FeeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["th", "en"])
def language(request, rep, treasurer):
    """Everyone reads this language."""
    for user in (rep, treasurer):
        user.language = request.param
        user.save()
    return request.param


def letter(name):
    return OutgoingMail.objects.get(kind=f"network.{name}")


def kinds():
    return sorted(mail.kind.removeprefix("network.") for mail in OutgoingMail.objects.all())


@pytest.fixture
def bank():
    rules = MembershipSettings.load()
    rules.bank, rules.bank_en, rules.account_name = "ธนาคารตัวอย่าง", "Sample Bank", "ตัวอย่าง สภา"
    rules.account_number = "1234567890"
    rules.save()


def test_what_is_due_says_all_that_is_needed_to_pay(membership, language, rep, bank):
    FeeFactory(tier=membership.tier)
    payment = open_payment(membership, PaymentPurpose.JOINING, by=None)
    mail = letter("payment_due")
    assert mail.email == rep.email
    for words in (payment.reference, "123-4-56789-0", f"/payments/{payment.pk}/"):
        assert words in mail.text
    assert ("ธนาคารตัวอย่าง" if language == "th" else "Sample Bank") in mail.text
    assert ("2,000 บาท" if language == "th" else "2,000 baht") in mail.subject


def test_without_an_account_the_line_is_left_out(membership, rep):
    FeeFactory(tier=membership.tier)
    open_payment(membership, PaymentPurpose.JOINING, by=None)
    assert account() == ""
    assert "โอนเข้าบัญชี" not in letter("payment_due").text


def test_what_has_come_says_that_nothing_is_left_to_do(payment, report, language, rep):
    report(payment)
    mail = letter("payment_received")
    assert ("ไม่ต้องทำอะไร" if language == "th" else "nothing for you to do") in mail.text


def test_the_treasurer_is_led_to_the_very_payment(payment, report, language, treasurer):
    report(payment)
    mail = letter("payment_waiting")
    assert mail.email == treasurer.email
    assert f"/admin/snippets/network/payment/decide/{payment.pk}/" in mail.text
    assert ("ยืนยัน" if language == "th" else "confirmed") not in mail.text


def test_once_the_centre_has_the_money_the_treasurer_hears_it(payment, report, coordinator, treasurer):
    report(payment, method=PaymentMethod.CENTRE)
    confirm_at_centre(payment, by=coordinator)
    first, second = OutgoingMail.objects.filter(kind="network.payment_waiting").order_by("pk")
    assert "ศูนย์ยืนยันว่าได้รับเงินแล้ว" not in first.text
    assert "ศูนย์ยืนยันว่าได้รับเงินแล้ว: ใช่" in second.text


def test_a_refusal_gives_the_reason_and_the_way_to_send_again(payment, report, language, treasurer):
    report(payment)
    refuse_payment(payment, by=treasurer, reason="ยอดเงินไม่ครบ ขาด 500 บาท")
    mail = letter("payment_refused")
    assert "ยอดเงินไม่ครบ ขาด 500 บาท" in mail.text
    assert f"/payments/{payment.pk}/" in mail.text


def test_a_receipt_comes_with_its_number_and_its_papers(payment, report, language, treasurer):
    receipt = accept_payment(report(payment), by=treasurer)
    mail = letter("receipt_issued")
    assert receipt.display_number in mail.subject
    assert mail.attachments.count() == 2


def test_a_void_receipt_without_another_names_no_other(payment, report, language, treasurer):
    void_receipt(accept_payment(report(payment), by=treasurer), by=treasurer, reason="เช็คคืน", reissue=False)
    mail = letter("receipt_voided")
    assert "เช็คคืน" in mail.text
    assert not mail.attachments.exists()
    assert ("ฉบับใหม่" if language == "th" else "in its place") not in mail.text


def test_a_cancelled_fee_says_that_it_need_not_be_paid(payment, language, treasurer):
    cancel_payment(payment, by=treasurer, reason="แจ้งซ้ำ")
    assert ("ไม่ต้องชำระ" if language == "th" else "need not pay") in letter("payment_cancelled").subject


def test_the_organization_calls_its_centre_and_the_treasurer_the_secretariat(payment, report, organization, treasurer):
    province = organization.entry.province
    CoordinationCentreFactory(provinces=[province], phone="+6632400000", name="ศูนย์เพชรบุรี")
    report(payment)
    assert "+6632400000" in letter("payment_received").text
    assert "+6632400000" not in letter("payment_waiting").text


def test_whoever_reported_it_reads_it_too(payment, report, rep, delegate_maker):
    report(payment, by=delegate_maker)
    found = OutgoingMail.objects.filter(kind="network.payment_received").values_list("email", flat=True)
    assert set(found) == {rep.email, delegate_maker.email}


def test_a_closed_account_gets_nothing(payment, report, rep, delegate_maker):
    rep.is_active = False
    rep.save()
    report(payment, by=delegate_maker)
    assert letter("payment_received").email == delegate_maker.email


def test_without_contacts_the_number_in_the_paper_form_is_kept_to_call(workflow, coordinator):
    application = ApplicationFactory(national=True, applicant=None, filed_by=coordinator, phone="+66812345678")
    membership = MembershipFactory(
        organization=OrganizationFactory(), application=application, tier__kind=ApplicationKind.NATIONAL, awaiting=True
    )
    open_payment(membership, PaymentPurpose.JOINING, by=coordinator)
    mail = letter("payment_due")
    assert (mail.status, mail.email, mail.phone) == (MailStatus.NO_ADDRESS, "", "+66812345678")


def test_nobody_to_write_to_stops_nothing(workflow):
    membership = MembershipFactory(
        organization__entry__province=ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan"),
        tier__kind=ApplicationKind.NATIONAL,
        awaiting=True,
    )
    payment = open_payment(membership, PaymentPurpose.JOINING, by=None)
    assert payers(payment) == []
    assert kinds() == []


def test_treasurers_are_those_of_the_groups_with_an_open_account(treasurer, second_treasurer):
    UserFactory(is_superuser=True)
    second_treasurer.is_active = False
    second_treasurer.save()
    assert treasurers() == [treasurer]


def test_money_that_the_treasurer_records_is_told_by_its_receipt_alone(payment, report, treasurer, second_treasurer):
    accept_payment(report(payment, by=treasurer, method=PaymentMethod.CASH), by=treasurer)
    assert kinds() == ["receipt_issued"]
    assert Payment.objects.get().method == PaymentMethod.CASH
