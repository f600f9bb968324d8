"""The books in the CMS: the list of a year, one receipt, and voiding it."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse

from network.actions.payments import accept_payment, void_receipt
from network.enums import PaymentAction, PaymentStatus
from network.exceptions import NotYourPayment, PaymentMoved, PaymentReasonMissing, PaymentRecused
from network.models import Payment, Receipt, ReceiptBook
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory, ReceiptFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_network_receipt:list"
QUERIES = 13


@pytest.fixture
def cms(client, treasurer):
    client.force_login(treasurer)
    return client


@pytest.fixture
def receipt(payment, report, treasurer):
    return accept_payment(report(payment), by=treasurer)


def show_url(receipt):
    return reverse("wagtailsnippets_network_receipt:show", args=[receipt.pk])


def rows(response):
    return list(response.context["page_obj"].object_list)


class TestVoiding:
    def test_a_corrected_receipt_takes_its_place(self, receipt, treasurer, organization):
        organization.name = "ตัวอย่าง ชื่อที่ถูก"
        organization.save()
        old = void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        new = Receipt.objects.valid().get()
        assert (old.void_by, old.void_reason) == (treasurer, "สะกดชื่อผิด")
        assert (new.number, new.replaces, new.payer_name) == (old.number + 1, old, "ตัวอย่าง ชื่อที่ถูก")
        assert Receipt.objects.get(pk=old.pk).payer_name == "ตัวอย่าง สมาคมเดิม"
        assert Payment.objects.get().status == PaymentStatus.ACCEPTED

    def test_without_the_money_it_is_due_again_and_can_be_paid(self, receipt, payment, report, treasurer):
        void_receipt(receipt, by=treasurer, reason="เช็คคืน", reissue=False)
        assert Payment.objects.get().status == PaymentStatus.DUE
        assert not Receipt.objects.valid().exists()
        again = accept_payment(report(payment), by=treasurer)
        assert again.number == receipt.number + 1
        assert ReceiptBook.objects.get().last_number == 2

    def test_where_the_fee_was_opened_anew_it_is_not_due_twice(self, receipt, payment, treasurer):
        PaymentFactory(membership=payment.membership, fee=payment.fee)
        void_receipt(receipt, by=treasurer, reason="เช็คคืน", reissue=False)
        assert Payment.objects.get(pk=payment.pk).status == PaymentStatus.CANCELLED

    def test_the_organization_is_told_why_and_has_the_new_one(self, receipt, treasurer, rep):
        void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        mail = OutgoingMail.objects.get(kind="network.receipt_voided")
        new = Receipt.objects.valid().get()
        assert mail.email == rep.email
        assert "สะกดชื่อผิด" in mail.text
        assert new.display_number in mail.text
        assert mail.attachments.get().name == f"receipt-{new.year}-{new.number:06d}.pdf"

    def test_twice_is_once(self, receipt, treasurer):
        for _press in range(2):
            void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        assert Receipt.objects.count() == 2
        actions = list(receipt.payment.timeline.values_list("action", flat=True))
        assert actions[-2:] == [PaymentAction.VOID, PaymentAction.REISSUE]

    def test_somebody_elses_void_is_not_repeated(self, receipt, treasurer, second_treasurer):
        void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        with pytest.raises(PaymentMoved):
            void_receipt(receipt, by=second_treasurer, reason="สะกดชื่อผิด", reissue=True)

    def test_it_needs_a_reason(self, receipt, treasurer):
        with pytest.raises(PaymentReasonMissing):
            void_receipt(receipt, by=treasurer, reason="  ", reissue=True)

    @pytest.mark.parametrize("who", ["rep", "coordinator", "registrar", "outsider"])
    def test_others_void_nothing(self, receipt, request, who):
        with pytest.raises(NotYourPayment):
            void_receipt(receipt, by=request.getfixturevalue(who), reason="ก", reissue=True)

    def test_nobody_voids_the_receipt_of_their_own_organization(self, receipt, treasurer, organization):
        RepresentativeFactory(user=treasurer, organization=organization)
        with pytest.raises(PaymentRecused):
            void_receipt(receipt, by=treasurer, reason="ก", reissue=True)


def test_a_receipt_is_never_deleted(receipt):
    for delete in (receipt.delete, Receipt.objects.all().delete, receipt.payment.delete):
        with pytest.raises(ProtectedError):
            delete()
    assert Receipt.objects.count() == 1


def test_nobody_is_offered_to_write_or_delete_one(client, receipt):
    client.force_login(UserFactory(is_superuser=True))
    for name in ("delete", "edit"):
        for model, row in (("receipt", receipt), ("payment", receipt.payment)):
            address = reverse(f"wagtailsnippets_network_{model}:{name}", args=[row.pk])
            assert client.get(address).status_code in (302, 403, 404), (model, name)
    assert client.get(reverse("wagtailsnippets_network_receipt:add")).status_code in (302, 403, 404)


class TestTheList:
    def test_the_latest_stands_first(self, cms, receipt):
        older = ReceiptFactory(year=2568, number=77)
        assert rows(cms.get(reverse(LIST))) == [receipt, older]

    def test_it_is_narrowed_by_year_and_by_what_is_void(self, cms, receipt, treasurer):
        ReceiptBook.objects.create(year=2568, last_number=77)
        older = ReceiptFactory(year=2568, number=77)
        assert rows(cms.get(reverse(LIST), {"year": "2568"})) == [older]
        void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        assert rows(cms.get(reverse(LIST), {"void": "true"})) == [receipt]

    @pytest.mark.parametrize("typed", ["2568/000077", "๒๕๖๘/๗๗", "ชื่อเฉพาะ", "77"])
    def test_it_is_searched_as_people_have_it_before_them(self, cms, receipt, typed):
        wanted = ReceiptFactory(year=2568, number=77, payer_name="ตัวอย่าง ชื่อเฉพาะ")
        assert rows(cms.get(reverse(LIST), {"q": typed})) == [wanted]

    @pytest.mark.parametrize("count", [1, 12])
    def test_questions_to_the_database(self, cms, django_assert_num_queries, count):
        for _receipt in range(count):
            ReceiptFactory()
        cms.get(reverse(LIST))
        with django_assert_num_queries(QUERIES):
            cms.get(reverse(LIST))

    def test_the_export_is_a_workbook(self, cms, receipt, treasurer):
        void_receipt(receipt, by=treasurer, reason="สะกดชื่อผิด", reissue=True)
        answer = cms.get(reverse(LIST), {"export": "xlsx"})
        assert answer["Content-Type"].endswith("spreadsheetml.sheet")


class TestOneReceipt:
    def test_it_shows_what_is_printed_and_the_paper_itself(self, cms, receipt):
        page = cms.get(show_url(receipt))
        for words in (receipt.display_number, receipt.payer_name, "2,000.00", receipt.issued_by_name):
            assert words in page.text
        paper = cms.get(page.context["pdf_url"])
        assert paper.content.startswith(b"%PDF-")

    def test_it_is_voided_from_its_page(self, cms, receipt):
        answer = cms.post(show_url(receipt), {"reissue": "yes", "reason": "สะกดชื่อผิด"})
        assert answer.url == reverse("wagtailsnippets_network_payment:decide", args=[receipt.payment_id])
        page = cms.get(show_url(receipt))
        assert not page.context["can_void"]
        assert "สะกดชื่อผิด" in page.text
        assert Receipt.objects.valid().get().display_number in page.text

    def test_without_a_reason_it_stays_valid(self, cms, receipt):
        answer = cms.post(show_url(receipt), {"reissue": "no", "reason": ""})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["reason"]
        assert Receipt.objects.valid().count() == 1

    def test_the_slower_one_reads_that_it_is_void(self, cms, receipt, second_treasurer):
        void_receipt(receipt, by=second_treasurer, reason="สะกดชื่อผิด", reissue=True)
        assert cms.post(show_url(receipt), {"reissue": "yes", "reason": "ที่อยู่ผิด"}).status_code == 409

    def test_a_registrar_reads_and_voids_nothing(self, client, registrar, receipt):
        client.force_login(registrar)
        assert not client.get(show_url(receipt)).context["can_void"]
        assert client.post(show_url(receipt), {"reissue": "yes", "reason": "ก"}).status_code == 404

    def test_a_treasurer_of_the_organization_is_recused(self, cms, receipt, treasurer, organization):
        RepresentativeFactory(user=treasurer, organization=organization)
        page = cms.get(show_url(receipt))
        assert (page.context["can_void"], page.context["is_recused"]) == (False, True)
        assert cms.post(show_url(receipt), {"reissue": "yes", "reason": "ก"}).status_code == 422

    @pytest.mark.parametrize("who", ["rep", "coordinator", "outsider", "editor"])
    def test_for_everyone_else_there_is_none(self, client, receipt, request, who):
        client.force_login(request.getfixturevalue(who))
        assert client.get(show_url(receipt)).status_code in (302, 404)
