"""Whoever holds a paper sees whether it is ours and still holds, without a sign-in."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.payments import ReceiptFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = timezone.localdate()


def page(client, token, *, english=False):
    return client.get(f"{'/en' if english else ''}/verify/{token}/")


def void(receipt):
    receipt.void_at, receipt.void_reason = timezone.now(), "เหตุผลที่คนนอกไม่ต้องรู้"
    receipt.save()


def test_a_receipt_is_shown_as_on_the_paper(client, receipt):
    text = page(client, receipt.token).content.decode()
    for words in ("2569/000123", "6 มกราคม 2569", receipt.payer_name, "ค่าสมัครสมาชิก 24 เดือน", "2,000 บาท"):
        assert words in text
    assert "ใบเสร็จนี้เป็นของจริง" in text


def test_it_speaks_english_too(client, receipt):
    text = page(client, receipt.token, english=True).content.decode()
    for words in ("This receipt is genuine", "6 January 2026", "Joining fee for 24 months", "2,000 baht"):
        assert words in text


def test_a_void_receipt_says_so_and_names_the_new_one(client, receipt):
    void(receipt)
    ReceiptFactory(payment=receipt.payment, number=124, replaces=receipt)
    text = page(client, receipt.token).content.decode()
    assert "ใบเสร็จนี้ใช้ไม่ได้แล้ว" in text
    assert "2569/000124" in text
    assert "เหตุผลที่คนนอกไม่ต้องรู้" not in text


@pytest.mark.parametrize("token", ["nothing", "x" * 300, "%E0%B8%81"])
def test_an_unknown_paper_is_a_clear_404(client, db, token):
    answer = page(client, token)
    assert answer.status_code == 404
    assert "เราไม่รู้จักเอกสารนี้" in answer.content.decode()


def test_search_engines_and_caches_keep_away(client, receipt):
    answer = page(client, receipt.token)
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]


def test_nothing_is_written_there(client, receipt):
    assert client.post(f"/verify/{receipt.token}/").status_code == 405


def test_a_receipt_costs_one_query_more_than_any_page(client, receipt, django_assert_num_queries):
    page(client, receipt.token)
    with django_assert_num_queries(4):
        page(client, receipt.token)


def certificate(client, term, **options):
    return page(client, term.certificate_token, **options).content.decode()


def test_a_certificate_is_shown_as_on_the_paper(client, term):
    text = certificate(client, term)
    for words in (term.organization.name, "สมาชิกระดับประเทศ", "42", "เพชรบุรี", "6 มกราคม 2569", "5 มกราคม 2571"):
        assert words in text


def test_a_certificate_speaks_english_too(client, term):
    text = certificate(client, term, english=True)
    for words in ("Sample Organization", "Member of the national council", "Phetchaburi", "6 January 2026"):
        assert words in text


@pytest.mark.parametrize(
    ("changes", "heading", "sentence"),
    [
        ({"ends_on": TODAY + 700 * DAY}, "เป็นสมาชิกอยู่จริง", "เป็นสมาชิกถึง"),
        ({"ends_on": None}, "เป็นสมาชิกอยู่จริง", "เป็นสมาชิกตั้งแต่ 6 มกราคม 2569"),
        ({"ends_on": TODAY + DAY}, "เป็นสมาชิกอยู่จริง", "เป็นสมาชิกถึง"),
        ({"ends_on": TODAY - DAY}, "เป็นสมาชิกอยู่จริง", "ยังต่ออายุได้"),
        ({"ends_on": TODAY - 100 * DAY}, "วันนี้ไม่มีสถานะเป็นสมาชิก", "ไม่ได้ต่ออายุ"),
        ({"suspended_on": TODAY, "suspended_reason": "ลับ"}, "วันนี้ไม่มีสถานะเป็นสมาชิก", "พักสิทธิ์สมาชิกตั้งแต่"),
        ({"closed_on": TODAY, "closed_reason": "resigned"}, "วันนี้ไม่มีสถานะเป็นสมาชิก", "องค์กรลาออกเมื่อ"),
        ({"closed_on": TODAY, "closed_reason": "ended"}, "วันนี้ไม่มีสถานะเป็นสมาชิก", "ให้พ้นจากการเป็นสมาชิกเมื่อ"),
        ({"begun_on": None, "starts_on": None, "ends_on": None}, "ยังไม่เริ่มเป็นสมาชิก", "เมื่อได้รับค่าสมาชิกแล้ว"),
    ],
    ids=["active", "endless", "soon", "grace", "lapsed", "suspended", "resigned", "ended", "awaiting"],
)
def test_how_a_membership_stands_today_is_said(client, term, changes, heading, sentence):
    for name, value in changes.items():
        setattr(term, name, value)
    term.save()
    text = certificate(client, term)
    assert heading in text
    assert sentence in text
    assert "ลับ" not in text


def renewed(term):
    last = TODAY - DAY
    term.starts_on, term.ends_on, term.begun_on = last - 100 * DAY, last, last - 100 * DAY
    term.closed_on, term.closed_reason = TODAY, "renewed"
    term.save()
    return MembershipFactory(
        organization=term.organization,
        tier=term.tier,
        number=term.number,
        follows=term,
        starts_on=TODAY,
        ends_on=TODAY + 700 * DAY,
    )


def test_the_certificate_of_an_earlier_term_tells_of_the_latest(client, term):
    renewed(term)
    text = certificate(client, term)
    assert "เป็นสมาชิกอยู่จริง" in text
    assert "เป็นของวาระก่อน" in text


def test_the_latest_term_may_have_lapsed_too(client, term):
    latest = renewed(term)
    latest.closed_on, latest.closed_reason = TODAY, "resigned"
    latest.save()
    assert "วันนี้ไม่มีสถานะเป็นสมาชิก" in certificate(client, term)


def test_the_number_of_another_tier_is_not_mixed_in(client, term):
    renewed(term)
    MembershipFactory(number=term.number, tier=TierFactory(kind="provincial"))
    assert "เป็นสมาชิกอยู่จริง" in certificate(client, term)


def test_a_certificate_costs_two_queries_more_than_any_page(client, term, django_assert_num_queries):
    certificate(client, term)
    with django_assert_num_queries(4):
        certificate(client, term)
