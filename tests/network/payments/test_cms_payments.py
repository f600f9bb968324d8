"""The treasurer's list and the page on which a payment is decided."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from network.actions.payments import accept_payment, refuse_payment, report_payment, void_receipt
from network.enums import PaymentMethod, PaymentPurpose, PaymentStatus
from network.models import Payment, Receipt
from portal.models import OutgoingMail
from tests.factories.membership import MembershipFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory, RepresentativeFactory
from tests.factories.payments import PaymentFactory
from tests.network.payments.conftest import slip_file

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_network_payment:list"
QUERIES = 13
S = PaymentStatus


@pytest.fixture
def cms(client, treasurer):
    client.force_login(treasurer)
    return client


@pytest.fixture
def sent(payment, report):
    return report(payment)


def page_url(payment):
    return reverse("wagtailsnippets_network_payment:decide", args=[payment.pk])


def slip_url(payment):
    return reverse("network_account:payment_slip", args=[payment.membership.organization_id, payment.pk])


def step_url(payment, name):
    return reverse("wagtailsnippets_network_payment:step", args=[payment.pk, name])


def rows(response):
    return list(response.context["page_obj"].object_list)


def seen(payment):
    return payment.timeline.last().pk


class TestTheList:
    def test_it_opens_on_what_waits_the_longest_first(self, cms, payment):
        PaymentFactory(status=S.ACCEPTED)
        young = PaymentFactory(submitted=True)
        old = PaymentFactory(submitted=True, reported_at=timezone.now() - timedelta(days=3))
        assert rows(cms.get(reverse(LIST))) == [old, young]

    @pytest.mark.parametrize(("queue", "status"), [("waiting", S.SUBMITTED), ("due", S.DUE), ("accepted", S.ACCEPTED)])
    def test_each_queue_has_its_own(self, cms, queue, status):
        for one in S:
            PaymentFactory(status=one)
        assert [row.status for row in rows(cms.get(reverse(LIST), {"queue": queue}))] == [status]
        assert len(rows(cms.get(reverse(LIST), {"queue": "all"}))) == len(S)

    def test_it_is_narrowed_by_tier_province_purpose_and_method(self, cms, sent):
        nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
        elsewhere = OrganizationFactory(entry__province=nan)
        other = PaymentFactory(
            submitted=True,
            method=PaymentMethod.CASH,
            purpose=PaymentPurpose.RENEWAL,
            membership=MembershipFactory(organization=elsewhere),
            amount=500,
        )
        for narrowed in (
            {"tier": other.membership.tier_id},
            {"province": nan.pk},
            {"purpose": other.purpose},
            {"method": other.method},
        ):
            assert rows(cms.get(reverse(LIST), narrowed)) == [other]

    @pytest.mark.parametrize("typed", ["สมาคมเดิม", "Sample Old", "7654321", "๗๖๕๔๓๒๑", "REF99"])
    def test_it_is_searched_by_name_code_and_bank_reference(self, cms, payment, typed):
        Payment.objects.update(reference="7654321", slip_reference="REF99")
        PaymentFactory(submitted=True)
        assert rows(cms.get(reverse(LIST), {"q": typed})) == [payment]

    def test_one_with_two_receipts_is_found_once(self, cms, sent, treasurer):
        void_receipt(accept_payment(sent, by=treasurer), by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        assert rows(cms.get(reverse(LIST), {"q": sent.reference})) == [sent]

    def test_a_slip_used_twice_is_seen_in_the_list(self, cms):
        for _payment in range(2):
            PaymentFactory(submitted=True, slip_bank="014", slip_reference="X1")
        assert cms.get(reverse(LIST)).text.count("สลิปซ้ำ") == 2

    def test_what_the_centre_has_not_confirmed_is_seen_too(self, cms):
        PaymentFactory(submitted=True, method=PaymentMethod.CENTRE)
        assert "ศูนย์ยังไม่ยืนยัน" in cms.get(reverse(LIST)).text

    @pytest.mark.parametrize("count", [1, 12])
    def test_questions_to_the_database(self, cms, django_assert_num_queries, count):
        for _payment in range(count):
            PaymentFactory(submitted=True)
        cms.get(reverse(LIST))
        with django_assert_num_queries(QUERIES):
            cms.get(reverse(LIST))

    def test_the_export_is_a_workbook_and_stays_in_the_log(self, cms, sent):
        answer = cms.get(reverse(LIST), {"export": "xlsx"})
        assert answer["Content-Type"].endswith("spreadsheetml.sheet")

    def test_there_is_nothing_to_tick(self, cms, sent):
        assert "bulk-action-checkbox" not in cms.get(reverse(LIST)).text


class TestThePage:
    @pytest.mark.parametrize("language", ["th", "en"])
    def test_the_slip_stands_beside_the_facts(self, cms, treasurer, payment, report, language):
        report(payment, slip_name="สลิป.jpg")
        Payment.objects.update(slip_bank="014", slip_reference="ABC123")
        treasurer.wagtail_userprofile.preferred_language = language
        treasurer.wagtail_userprofile.save()
        page = cms.get(page_url(payment)).text
        for words in ("2,000.00", payment.reference, "ABC123", slip_url(payment)):
            assert words in page
        assert ("ไทยพาณิชย์" if language == "th" else "Siam Commercial") in page

    def test_a_slip_used_twice_is_flagged_with_a_link_to_the_other(self, cms, sent, report, treasurer):
        other = PaymentFactory()
        report_payment(other, by=treasurer, method=PaymentMethod.TRANSFER, slip=slip_file())
        [warning] = cms.get(page_url(sent)).context["warnings"]
        assert warning["payments"][0]["url"] == page_url(other)

    def test_another_payment_of_the_same_amount_is_flagged(self, cms, sent, membership):
        twin = PaymentFactory(
            membership=membership, purpose=PaymentPurpose.RENEWAL, status=S.ACCEPTED, paid_on=timezone.localdate()
        )
        [warning] = cms.get(page_url(sent)).context["warnings"]
        assert warning["payments"][0]["url"] == page_url(twin)

    def test_what_the_centre_has_not_confirmed_is_flagged(self, cms, payment, report):
        report(payment, method=PaymentMethod.CENTRE)
        [warning] = cms.get(page_url(payment)).context["warnings"]
        assert warning["payments"] == []

    def test_an_ordinary_payment_has_no_warnings(self, cms, sent):
        assert cms.get(page_url(sent)).context["warnings"] == []

    @pytest.mark.parametrize(
        ("status", "names"),
        [
            (S.SUBMITTED, ["accept", "refuse", "cancel"]),
            (S.DUE, ["record", "cancel"]),
            (S.CANCELLED, ["again"]),
            (S.ACCEPTED, []),
        ],
    )
    def test_it_offers_what_is_possible(self, cms, payment, status, names):
        Payment.objects.update(status=status)
        assert [offer["name"] for offer in cms.get(page_url(payment)).context["offers"]] == names

    def test_nobody_decides_on_their_own_organization(self, cms, treasurer, sent):
        RepresentativeFactory(user=treasurer, organization=sent.membership.organization)
        page = cms.get(page_url(sent))
        assert (page.context["offers"], page.context["is_recused"]) == ([], True)
        assert cms.post(step_url(sent, "accept")).status_code == 422
        assert not Receipt.objects.exists()

    def test_a_registrar_reads_and_decides_nothing(self, client, registrar, sent):
        client.force_login(registrar)
        page = client.get(page_url(sent))
        assert (page.context["offers"], page.context["is_recused"]) == ([], False)
        assert client.post(step_url(sent, "accept")).status_code == 404

    @pytest.mark.parametrize("who", ["rep", "coordinator", "outsider", "editor"])
    def test_for_everyone_else_there_is_no_such_page(self, client, sent, request, who):
        client.force_login(request.getfixturevalue(who))
        for address in (page_url(sent), reverse(LIST)):
            assert client.get(address).status_code in (302, 404)
        assert client.post(step_url(sent, "accept")).status_code in (302, 404)
        assert Payment.objects.get(pk=sent.pk).status == S.SUBMITTED

    def test_an_unknown_payment_or_step_is_404(self, cms, sent):
        assert cms.get(reverse("wagtailsnippets_network_payment:decide", args=[999999])).status_code == 404
        assert cms.post(step_url(sent, "give")).status_code == 404

    def test_nothing_is_decided_by_looking(self, cms, sent):
        assert cms.get(step_url(sent, "accept")).status_code == 405
        assert cms.post(page_url(sent)).status_code == 405


class TestDeciding:
    def test_accepting_writes_the_receipt_and_leads_back_to_the_list(self, cms, sent):
        answer = cms.post(step_url(sent, "accept"), {"seen": seen(sent), "remark": "เห็นแล้ว"})
        assert answer.url == reverse(LIST)
        receipt = Receipt.objects.get()
        assert any(receipt.display_number in str(said) for said in get_messages(answer.wsgi_request))
        assert f"/receipt/show/{receipt.pk}/" in cms.get(page_url(sent)).text

    def test_a_second_click_is_no_mistake(self, cms, sent):
        answers = [cms.post(step_url(sent, "accept"), {"seen": seen(sent)}) for _click in range(2)]
        assert [answer.status_code for answer in answers] == [302, 302]
        assert Receipt.objects.count() == 1

    def test_a_stale_page_changes_nothing_and_keeps_what_was_typed(self, cms, sent, report):
        before = seen(sent)
        report(sent, slip=slip_file("teal"))
        answer = cms.post(step_url(sent, "accept"), {"seen": before, "remark": "ข้อความที่พิมพ์ไว้"})
        assert answer.status_code == 409
        assert "ข้อความที่พิมพ์ไว้" in answer.text
        assert not Receipt.objects.exists()
        # The page shows the payment as it is now: pressed again, it is accepted.
        form = answer.context["offers"][0]["form"]
        assert cms.post(step_url(sent, "accept"), {"seen": form["seen"].value()}).status_code == 302

    def test_the_slower_treasurer_reads_that_it_is_done(self, cms, sent, second_treasurer):
        before = seen(sent)
        accept_payment(sent, by=second_treasurer)
        answer = cms.post(step_url(sent, "refuse"), {"seen": before, "reason": "ไม่พบยอด"})
        assert answer.status_code == 409
        assert "ตัวอย่าง ผู้ช่วยเหรัญญิก" in answer.text

    def test_a_refusal_needs_a_sentence_beside_its_field(self, cms, sent):
        answer = cms.post(step_url(sent, "refuse"), {"seen": seen(sent), "reason": " "})
        assert answer.status_code == 422
        refuse = next(offer for offer in answer.context["offers"] if offer["name"] == "refuse")
        assert refuse["is_open"]
        assert list(refuse["form"].errors) == ["reason"]

    def test_a_refusal_is_told(self, cms, sent):
        cms.post(step_url(sent, "refuse"), {"seen": seen(sent), "reason": "ยอดไม่ครบ"})
        assert Payment.objects.get().status == S.DUE
        assert "ยอดไม่ครบ" in OutgoingMail.objects.get(kind="network.payment_refused").text

    def test_money_without_a_report_is_recorded_and_then_accepted(self, cms, payment, treasurer):
        typed = {"method": "cash", "paid_on": "๑/๑/๒๕๖๙", "remark": "จ่ายที่สำนักงาน"}
        answer = cms.post(step_url(payment, "record"), typed)
        assert answer.url == page_url(payment)
        payment.refresh_from_db()
        assert (payment.status, payment.method, payment.paid_on.isoformat()) == (S.SUBMITTED, "cash", "2026-01-01")
        assert not OutgoingMail.objects.exists()
        cms.post(step_url(payment, "accept"), {"seen": seen(payment)})
        assert Receipt.objects.get().method == PaymentMethod.CASH

    def test_money_of_tomorrow_is_not_recorded(self, cms, payment):
        tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
        answer = cms.post(step_url(payment, "record"), {"method": "cash", "paid_on": tomorrow})
        assert answer.status_code == 422
        assert Payment.objects.get().status == S.DUE

    def test_a_cancelled_fee_is_asked_for_again_at_todays_price(self, cms, payment, membership):
        cms.post(step_url(payment, "cancel"), {"seen": seen(payment), "reason": "คิดอัตราผิด"})
        assert Payment.objects.get().status == S.CANCELLED
        type(payment.fee).objects.update(amount=1500)
        cms.post(step_url(payment, "again"))
        opened = membership.payments.open().get()
        assert opened.amount == 1500
        assert cms.post(step_url(payment, "again")).status_code == 409
        assert membership.payments.count() == 2


def test_a_refused_payment_still_shows_its_slip(cms, sent, treasurer):
    refuse_payment(sent, by=treasurer, reason="สลิปไม่ชัด")
    assert slip_url(sent) in cms.get(page_url(sent)).text


def test_a_slip_that_may_hold_anything_is_saved_and_not_shown(cms, payment, report):
    report(payment, slip=ContentFile(b"%PDF-1.4 sample", name="a.pdf"), slip_name="สลิป.pdf")
    page = cms.get(page_url(payment)).text
    assert slip_url(payment) in page
    assert 'class="slip"' not in page


class TestTheFrontPage:
    def test_it_says_how_many_wait(self, cms, sent):
        assert "1 รายการรอตรวจ" in cms.get("/admin/").text

    def test_only_to_those_who_decide(self, client, registrar, sent):
        client.force_login(registrar)
        assert "รายการรอตรวจ" not in client.get("/admin/").text
