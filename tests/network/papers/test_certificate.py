"""The certificate: every word of it can be copied, names fit, and its code leads to its verification."""

import pytest
from django.utils.translation import override

from network.printing import certificate_pdf
from network.printing.parts import verification_url
from portal.models import Identity
from tests.network.papers.conftest import TRYING
from tests.pdfs import closed_up, codes_of, pages_of, text_of

pytestmark = pytest.mark.django_db
LONG = "ตัวอย่าง มูลนิธิเพื่อการพัฒนาคุณภาพชีวิตผู้สูงอายุและคนพิการในชุมชนชนบทภาคตะวันตกตอนล่าง "
LONG_ENGLISH = "Sample Foundation for the Quality of Life of Older People and People with Disabilities in Rural Places "


@pytest.mark.parametrize(
    "words",
    [
        "หนังสือรับรองการเป็นสมาชิก",
        "Certificate of membership",
        TRYING,
        "Sample Organization",
        "เป็นสมาชิกระดับประเทศ",
        "Member of the national council",
        "เลขสมาชิก",
        "42",
        "เพชรบุรี Phetchaburi",
        "6 มกราคม 2569",
        "6 January 2026",
        "5 มกราคม 2571",
        "5 January 2028",
    ],
)
def test_every_word_can_be_copied(term, words):
    assert closed_up(words) in closed_up(text_of(certificate_pdf(term)))


def test_whose_certificate_it_is_stands_on_it(term):
    Identity.objects.update_or_create(defaults={"name": "ตัวอย่าง สภา", "name_en": "Sample Council"})
    text = closed_up(text_of(certificate_pdf(term)))
    assert closed_up("ตัวอย่าง สภา") in text
    assert closed_up("Sample Council") in text


def test_the_reader_s_language_changes_nothing(term):
    thai = text_of(certificate_pdf(term))
    with override("en"):
        assert text_of(certificate_pdf(term)) == thai


def test_the_code_leads_to_the_verification(term, settings):
    settings.BASE_URL = "https://portal.example"
    (page,) = pages_of(certificate_pdf(term))
    assert page.width > page.height
    assert codes_of(page) == [f"https://portal.example/verify/{term.certificate_token}/"]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_long_names_stay_on_the_page(term, times):
    organization = term.organization
    organization.name, organization.name_en = (LONG * times).strip()[:250], (LONG_ENGLISH * times).strip()[:250]
    document = certificate_pdf(term)
    (page,) = pages_of(document)
    assert codes_of(page) == [verification_url(term.certificate_token)]
    assert closed_up(organization.name) in closed_up(text_of(document))


def test_a_name_without_english_leaves_no_gap_in_the_data(term):
    term.organization.name_en = ""
    assert certificate_pdf(term)


def test_a_membership_without_an_end_says_so(term):
    term.ends_on = None
    assert closed_up("ไม่มีวันสิ้นสุด") in closed_up(text_of(certificate_pdf(term)))
