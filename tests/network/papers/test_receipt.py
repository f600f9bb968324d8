"""The receipt: every word of it can be copied, its code leads to its verification, and a void one says so."""

import datetime
from decimal import Decimal

import pytest
from django.utils.translation import override
from wagtail.images import get_image_model

from network.printing import receipt_pdf
from network.printing.parts import verification_url
from network.printing.receipt import receipt_data
from portal.models import Identity
from tests.factories.payments import ReceiptFactory
from tests.network.conftest import picture
from tests.network.papers.conftest import TRYING
from tests.pdfs import closed_up, codes_of, pages_of, text_of

pytestmark = pytest.mark.django_db
LONG = "ตัวอย่าง มูลนิธิเพื่อการพัฒนาคุณภาพชีวิตผู้สูงอายุและคนพิการในชุมชนชนบทภาคตะวันตกตอนล่าง "


def void(receipt, reason="สะกดชื่อผิด"):
    receipt.void_at, receipt.void_reason = datetime.datetime(2026, 1, 7, 5, tzinfo=datetime.UTC), reason
    receipt.save()
    return receipt


@pytest.mark.parametrize(
    "words",
    [
        "ใบเสร็จรับเงิน",
        "2569/000123",
        "6 มกราคม 2569",
        "6 January 2026",
        TRYING,
        "99 หมู่ที่ 1 ตำบลที่นั้น จังหวัดเพชรบุรี",
        "พบ. 12/2560",
        "เลขประจำตัวผู้เสียภาษี 0994000617721",
        "ค่าสมัครสมาชิก 24 เดือน",
        "Joining fee for 24 months",
        "2,000.00",
        "(สองพันบาทถ้วน)",
        "โอนเงิน",
        "5 มกราคม 2569",
        "(ปิ่นแก้ว ตัวอย่าง)",
        "เหรัญญิก",
    ],
)
def test_every_word_can_be_copied(receipt, words):
    assert closed_up(words) in closed_up(text_of(receipt_pdf(receipt)))


def test_it_is_never_called_a_tax_invoice(receipt):
    assert "กำกับภาษี" not in text_of(receipt_pdf(receipt))


def test_the_reader_s_language_changes_nothing(receipt):
    thai = text_of(receipt_pdf(receipt))
    with override("en"):
        assert text_of(receipt_pdf(receipt)) == thai


def test_the_code_leads_to_the_verification(receipt, settings):
    settings.BASE_URL = "https://portal.example"
    (page,) = pages_of(receipt_pdf(receipt))
    assert codes_of(page) == [f"https://portal.example/verify/{receipt.token}/"]


def test_the_code_survives_a_coffee_stain(receipt):
    (page,) = pages_of(receipt_pdf(receipt))
    around = page.crop((90, 1380, 310, 1600))
    around.paste("sienna", (120, 100, 145, 125))
    assert codes_of(around) == [verification_url(receipt.token)]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_long_name_stays_on_the_page(receipt, times):
    receipt.payer_name = (LONG * times).strip()[:250]
    document = receipt_pdf(receipt)
    assert len(pages_of(document)) == 1
    assert closed_up(receipt.payer_name) in closed_up(text_of(document))


def test_a_name_that_looks_like_a_program_stays_a_name(receipt):
    receipt.payer_name = '#panic("no") *ตัวอย่าง* $x$ "'
    assert closed_up(receipt.payer_name) in closed_up(text_of(receipt_pdf(receipt)))


def test_satang_are_said_in_words(receipt):
    receipt.amount = Decimal("1234.50")
    text = closed_up(text_of(receipt_pdf(receipt)))
    assert "1,234.50" in text
    assert "(หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์)" in text


def test_what_is_not_known_is_left_out(receipt):
    receipt.payer_address = receipt.payer_tax_id = receipt.issuer_tax_id = receipt.issuer_address = ""
    receipt.paid_on = None
    data = receipt_data(receipt)
    assert [row["value"] for row in data["payer"]] == [TRYING]
    assert data["issuer"]["lines"] == []
    assert receipt_pdf(receipt)


def test_a_void_receipt_is_stamped_in_both_languages(receipt):
    assert "ยกเลิก" not in text_of(receipt_pdf(receipt))
    text = text_of(receipt_pdf(void(receipt)))
    assert "ยกเลิก" in text
    assert "VOID" in text
    assert closed_up("7 มกราคม 2569") in closed_up(text)
    assert closed_up("สะกดชื่อผิด") in closed_up(text)


def test_the_stamp_leaves_the_code_readable(receipt):
    (page,) = pages_of(receipt_pdf(void(receipt)))
    assert codes_of(page) == [verification_url(receipt.token)]


def test_old_and_new_receipt_name_each_other(receipt):
    new = ReceiptFactory(payment=void(receipt).payment, number=124, replaces=receipt)
    assert closed_up("2569/000124") in closed_up(text_of(receipt_pdf(receipt)))
    assert closed_up("2569/000123") in closed_up(text_of(receipt_pdf(new)))


def council_with(emblem):
    Identity.objects.update_or_create(defaults={"emblem": emblem})


@pytest.fixture
def emblem():
    return get_image_model().objects.create(title="ตราตัวอย่าง", file=picture("emblem.png", (200, 200), kind="PNG"))


def test_the_council_s_own_emblem_is_on_it(receipt, emblem):
    plain = pages_of(receipt_pdf(receipt))[0]
    council_with(emblem)
    own = pages_of(receipt_pdf(receipt))[0]
    corner = (0, 0, 250, 300)
    assert plain.crop(corner).tobytes() != own.crop(corner).tobytes()


def test_an_emblem_whose_file_is_lost_keeps_nobody_from_a_receipt(receipt, emblem):
    council_with(emblem)
    emblem.file.storage.delete(emblem.file.name)
    assert receipt_pdf(receipt)
