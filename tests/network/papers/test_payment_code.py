"""The code of a payment is read back from the screen's drawing and from the picture that a phone keeps."""

import io
from decimal import Decimal

import pytest
from django.utils.translation import override
from PIL import Image

from network.models import MembershipSettings
from network.printing.payment_code import payment_code_picture, payment_code_svg, payment_payload
from portal.pdf import pdf
from portal.thai.promptpay import bill_payload, transfer_payload
from tests.factories.payments import PaymentFactory
from tests.pdfs import codes_of, pages_of

pytestmark = pytest.mark.django_db
TAX_ID, BILLER = "0994000617721", "099400061772101"


@pytest.fixture
def payment():
    return PaymentFactory(reference="7654321")


def rules(**numbers):
    return MembershipSettings(account_name="ตัวอย่าง สภา", **numbers)


def test_without_a_number_there_is_no_code(payment):
    assert payment_payload(payment, rules()) == ""


def test_a_promptpay_number_is_paid_the_amount(payment):
    assert payment_payload(payment, rules(promptpay_id=TAX_ID)) == transfer_payload(TAX_ID, payment.amount)


def test_a_biller_number_goes_first_and_carries_the_payments_code(payment):
    payload = payment_payload(payment, rules(promptpay_id=TAX_ID, biller_id=BILLER))
    assert payload == bill_payload(BILLER, payment.amount, "7654321")
    assert "02077654321" in payload


def test_the_drawing_of_the_page_is_read_back(payment, tmp_path):
    payload = payment_payload(payment, rules(promptpay_id=TAX_ID))
    template = tmp_path / "page.typ"
    template.write_text('#import "sheet.typ": *\n#image("qr.svg", width: 6cm, alt: "")', encoding="utf-8")
    (page,) = pages_of(pdf(template, {}, {"qr.svg": payment_code_svg(payload)}))
    assert codes_of(page) == [payload]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("width", [None, 400])
def test_the_picture_for_the_phone_is_read_back(payment, language, width):
    payload = payment_payload(payment, rules(biller_id=BILLER))
    with override(language):
        shown = Image.open(io.BytesIO(payment_code_picture(payment, payload, rules())))
    assert shown.format == "PNG"
    # Chats make pictures small.
    if width:
        shown = shown.resize((width, shown.height * width // shown.width))
    assert codes_of(shown.convert("RGB")) == [payload]


def test_a_long_name_of_the_payee_makes_no_second_page(payment):
    payload = payment_payload(payment, rules(promptpay_id=TAX_ID))
    long = rules(promptpay_id=TAX_ID)
    long.account_name = "ตัวอย่าง สภาองค์กรภาคประชาสังคมแห่งประเทศไทย " * 4
    payment.amount = Decimal("1234567.25")
    assert payment_code_picture(payment, payload, long).startswith(b"\x89PNG")
