"""The page of a payment: how to pay, the slip, and where it stands; only for the organization's own people."""

import io
from xml.etree import ElementTree

import pytest
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from network.actions.payments import accept_payment, cancel_payment, confirm_at_centre, refuse_payment
from network.enums import PaymentMethod, PaymentStatus
from network.models import MembershipSettings
from portal.thai.promptpay import transfer_payload
from tests.slips import as_file, slip_picture, slip_text

pytestmark = pytest.mark.django_db
TAX_ID = "0994000617721"
TODAY = timezone.localdate()


@pytest.fixture
def account(db):
    """Where the council is paid."""
    rules = MembershipSettings.load()
    rules.bank, rules.account_name = "ธนาคารตัวอย่าง", "ตัวอย่าง สภา"
    rules.account_number, rules.promptpay_id = "1234567890", TAX_ID
    rules.save()
    return rules


def page_of(payment, name="payment"):
    return reverse(f"network_account:{name}", args=[payment.membership.organization_id, payment.pk])


def text_of(answer):
    return answer.content.decode()


def slip_upload(name="สลิป.jpg", **drawn):
    return SimpleUploadedFile(name, as_file(slip_picture(slip_text(), **drawn)).read(), "image/jpeg")


@pytest.fixture
def as_rep(client, rep):
    client.force_login(rep)
    return client


@pytest.fixture
def send(as_rep, payment):
    def sent(**typed):
        typed = {"file": slip_upload(), "paid_on": TODAY.strftime("%d/%m/%Y"), **typed}
        return as_rep.post(page_of(payment), {name: value for name, value in typed.items() if value is not None})

    return sent


def test_what_is_owed_and_where_to_pay_it_are_said(as_rep, payment, account):
    text = text_of(as_rep.get(page_of(payment)))
    for words in ("ค่าสมัครสมาชิก 2,000 บาท", "ธนาคารตัวอย่าง", "ตัวอย่าง สภา", "123-4-56789-0", payment.reference):
        assert words in text
    assert 'value="1234567890"' in text
    assert 'value="2000.00"' in text


def test_it_speaks_english_too(as_rep, payment, account):
    text = text_of(as_rep.get(f"/en{page_of(payment)}"))
    assert "Joining fee 2,000 baht" in text
    assert "Send the slip" in text


def test_without_an_account_one_is_asked_to_call(as_rep, payment):
    text = text_of(as_rep.get(page_of(payment)))
    assert "โปรดโทรถามเราก่อนโอนเงิน" in text
    assert "code.svg" not in text


def test_the_code_is_drawn_for_the_page(as_rep, payment, account):
    answer = as_rep.get(page_of(payment, "payment_code_svg"))
    assert answer["Content-Type"] == "image/svg+xml"
    # Without the namespace a browser shows a broken picture.
    assert ElementTree.fromstring(answer.content).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314  # -- our own


def test_the_code_is_a_picture_for_the_phone(as_rep, payment, account):
    answer = as_rep.get(page_of(payment, "payment_code_png"))
    assert answer["Content-Disposition"].startswith("attachment")
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(answer.content)).convert("RGB"))
    assert code.text == transfer_payload(TAX_ID, payment.amount)


@pytest.mark.parametrize("name", ["payment_code_svg", "payment_code_png"])
def test_nobody_pays_twice_by_an_old_code(as_rep, payment, account, report, name):
    report(payment)
    assert as_rep.get(page_of(payment, name)).status_code == 404


@pytest.mark.parametrize("name", ["payment_code_svg", "payment_code_png"])
def test_without_a_number_there_is_no_code(as_rep, payment, name):
    assert as_rep.get(page_of(payment, name)).status_code == 404


def test_a_slip_is_sent_and_its_code_read(send, as_rep, payment):
    answer = send()
    assert answer.status_code == 302
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.SUBMITTED
    assert (payment.slip_bank, payment.slip_reference) == ("014", "202611250NwPbLbcnKxC1cRHp")
    assert payment.slip_name == "สลิป.jpg"
    text = text_of(as_rep.get(page_of(payment)))
    assert "เหรัญญิกกำลังตรวจ" in text
    assert page_of(payment, "payment_slip") in text
    assert "ได้รับสลิปแล้ว" in text


def test_a_day_in_the_buddhist_era_and_thai_digits_is_read(send, payment):
    assert send(paid_on="๑/๑๑/๒๕๖๙").status_code == 302
    payment.refresh_from_db()
    assert payment.paid_on.isoformat() == "2026-11-01"


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"file": None}, "file", "โปรดเลือกรูปสลิปก่อน"),
        ({"file": SimpleUploadedFile("a.jpg", b"no picture")}, "file", "เปิดอ่านไฟล์นี้ไม่ได้"),
        ({"paid_on": ""}, "paid_on", ""),
        ({"paid_on": "31/2/2569"}, "paid_on", "ไม่มีวันนี้ในปฏิทิน"),
        ({"paid_on": "1/1/2699"}, "paid_on", ""),
    ],
    ids=["no-file", "no-picture", "no-day", "no-such-day", "future"],
)
def test_what_is_wrong_is_said_beside_the_field(send, payment, typed, field, sentence):
    answer = send(**typed)
    assert answer.status_code == 422
    form = answer.context["form"]
    assert list(form.errors) == [field]
    assert sentence in text_of(answer)
    assert "ถ้าเลือกภาพไว้ โปรดเลือกอีกครั้ง" in text_of(answer)
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.DUE


def test_what_was_typed_is_kept(send):
    assert 'value="31/2/2569"' in text_of(send(paid_on="31/2/2569"))


def test_a_wrong_picture_can_be_replaced_until_the_treasurer_decides(send, payment, slips):
    send()
    assert send(file=slip_upload("ใหม่.jpg", seed=7)).status_code == 302
    payment.refresh_from_db()
    assert payment.slip_name == "ใหม่.jpg"


def test_after_the_decision_nothing_more_is_taken(send, payment, report, treasurer):
    report(payment)
    accept_payment(payment, by=treasurer)
    answer = send()
    assert answer.status_code == 409
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.ACCEPTED


def test_after_a_refusal_the_reason_stands_there_and_a_new_slip_is_taken(send, as_rep, payment, report, treasurer):
    report(payment)
    refuse_payment(payment, by=treasurer, reason="ยอดเงินไม่ตรง ขาดไป 100 บาท")
    text = text_of(as_rep.get(page_of(payment)))
    assert "ยอดเงินไม่ตรง ขาดไป 100 บาท" in text
    assert "ถ้าโอนครบแล้ว ไม่ต้องโอนซ้ำ" in text
    assert "ส่งกลับให้ท่าน" in text
    assert send().status_code == 302
    assert "ถ้าโอนครบแล้ว ไม่ต้องโอนซ้ำ" not in text_of(as_rep.get(page_of(payment)))


def test_after_acceptance_the_papers_are_there(as_rep, payment, report, treasurer):
    report(payment)
    receipt = accept_payment(payment, by=treasurer)
    answer = as_rep.get(page_of(payment))
    organization = payment.membership.organization_id
    assert reverse("network_account:receipt", args=[organization, receipt.pk]) in text_of(answer)
    assert reverse("network_account:certificate", args=[organization, payment.membership_id]) in text_of(answer)


def test_a_cancelled_payment_says_so(as_rep, payment, treasurer):
    cancel_payment(payment, by=treasurer, reason="เปิดซ้ำ")
    text = text_of(as_rep.get(page_of(payment)))
    assert "ไม่ต้องชำระแล้ว" in text
    assert "ส่งสลิป" not in text


def test_money_brought_to_the_centre_is_told(as_rep, payment, coordinator):
    text = text_of(as_rep.get(page_of(payment, "payment_at_centre")))
    assert payment.reference in text
    answer = as_rep.post(page_of(payment, "payment_at_centre"), {"paid_on": TODAY.strftime("%d/%m/%Y")})
    assert answer.status_code == 302
    payment.refresh_from_db()
    assert (payment.status, payment.method) == (PaymentStatus.SUBMITTED, PaymentMethod.CENTRE)
    told = as_rep.get(page_of(payment))
    assert told.context["badge"]["label"] == "รอศูนย์ยืนยัน"
    assert "รอศูนย์ประสานงานยืนยัน" in text_of(told)
    confirm_at_centre(payment, by=coordinator)
    assert "เหรัญญิกกำลังตรวจ" in text_of(as_rep.get(page_of(payment)))


def test_a_day_to_come_is_refused_there_too(as_rep, payment):
    answer = as_rep.post(page_of(payment, "payment_at_centre"), {"paid_on": "1/1/2699"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["paid_on"]


def test_the_page_of_the_centre_leads_back_once_it_is_sent(as_rep, payment, report):
    report(payment)
    assert as_rep.get(page_of(payment, "payment_at_centre")).url == page_of(payment)


def test_a_payment_decided_meanwhile_is_shown_instead(as_rep, payment, report, treasurer):
    report(payment)
    accept_payment(payment, by=treasurer)
    answer = as_rep.post(page_of(payment, "payment_at_centre"), {"paid_on": TODAY.strftime("%d/%m/%Y")}, follow=True)
    assert answer.redirect_chain[0][0] == page_of(payment)
    assert "เปิดใบเสร็จ" in text_of(answer)


PAGES = ["payment", "payment_at_centre", "payment_code_svg", "payment_code_png"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["outsider", "treasurer", "coordinator"])
def test_others_find_nothing(request, client, payment, account, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page_of(payment, name)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_strangers_sign_in_first(client, payment, name):
    assert client.get(page_of(payment, name)).url.startswith("/account/login/")


def test_others_send_nothing(client, payment, outsider):
    client.force_login(outsider)
    assert client.post(page_of(payment), {"file": slip_upload(), "paid_on": "1/1/2569"}).status_code == 404
    assert client.post(page_of(payment, "payment_at_centre"), {"paid_on": "1/1/2569"}).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_deleted_there(as_rep, payment, account, name):
    assert as_rep.delete(page_of(payment, name)).status_code == 405


def test_one_s_own_payment_is_not_found_below_another_organization(as_rep, rep, payment, membership):
    from tests.factories.network import RepresentativeFactory

    other = RepresentativeFactory(user=rep).organization_id
    assert as_rep.get(reverse("network_account:payment", args=[other, payment.pk])).status_code == 404
