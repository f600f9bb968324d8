"""Whoever holds a paper sees whether it is ours and still holds, without a sign-in."""

import pytest
from django.utils import timezone

from tests.factories.payments import ReceiptFactory

pytestmark = pytest.mark.django_db


def page(client, token, *, english=False):
    return client.get(f"{'/en' if english else ''}/verify/{token}/")


def void(receipt):
    receipt.void_at, receipt.void_reason = timezone.now(), "เหตุผลที่คนนอกไม่ต้องรู้"
    receipt.save()


def test_a_receipt_is_shown_as_on_the_paper(client, receipt):
    text = page(client, receipt.token).content.decode()
    for words in ("2569/000123", "6 มกราคม 2569", receipt.payer_name, "ค่าสมัครสมาชิก 24 เดือน", "2,000.00 บาท"):
        assert words in text
    assert "ใบเสร็จนี้เป็นของจริง" in text


def test_it_speaks_english_too(client, receipt):
    text = page(client, receipt.token, english=True).content.decode()
    for words in ("This receipt is genuine", "6 January 2026", "Joining fee for 24 months", "2,000.00 baht"):
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
    with django_assert_num_queries(3):
        page(client, receipt.token)
