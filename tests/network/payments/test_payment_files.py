"""Slips, receipts and certificates: who may fetch them, and nobody else knows that they are there."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from network.actions.payments import accept_payment, void_receipt
from tests.pdfs import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(payment, report, treasurer):
    report(payment)
    accept_payment(payment, by=treasurer)
    payment.refresh_from_db()
    return payment


def address(name, payment):
    organization = payment.membership.organization_id
    pk = {
        "payment_slip": lambda: payment.pk,
        "receipt": lambda: payment.receipts.get().pk,
        "certificate": lambda: payment.membership_id,
    }[name]()
    return reverse(f"network_account:{name}", args=[organization, pk])


FILES = ["payment_slip", "receipt", "certificate"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("who", ["rep", "colleague", "treasurer", "registrar"])
def test_the_organization_and_the_secretariat_fetch_it(request, client, accepted, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(name, accepted)).status_code == 200


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("who", ["outsider", "coordinator", "elsewhere"])
def test_for_others_there_is_none(request, client, accepted, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(name, accepted)).status_code == 404


@pytest.mark.parametrize("name", FILES)
def test_strangers_sign_in_first(client, accepted, name):
    assert client.get(address(name, accepted)).url.startswith("/account/login/")


@pytest.mark.parametrize("name", FILES)
def test_files_are_only_read(client, rep, accepted, name):
    client.force_login(rep)
    assert client.post(address(name, accepted)).status_code == 405


@pytest.mark.parametrize("name", FILES)
def test_nobody_keeps_a_copy_on_the_way(client, rep, accepted, name):
    client.force_login(rep)
    answer = client.get(address(name, accepted))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", FILES)
def test_the_address_of_another_organization_leads_nowhere(client, treasurer, accepted, outsider, name):
    client.force_login(treasurer)
    other = outsider.representations.get().organization_id
    wrong = address(name, accepted).replace(f"/{accepted.membership.organization_id}/", f"/{other}/", 1)
    assert client.get(wrong).status_code == 404


def test_a_picture_is_shown_and_a_pdf_is_saved(client, rep, accepted):
    client.force_login(rep)
    answer = client.get(address("payment_slip", accepted))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("inline")
    accepted.slip.save("a.pdf", ContentFile(b"%PDF-1.7 sample"))
    answer = client.get(address("payment_slip", accepted))
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_payment_without_a_slip_has_none(client, rep, payment):
    client.force_login(rep)
    assert client.get(address("payment_slip", payment)).status_code == 404


def test_a_lost_slip_is_a_404(client, rep, accepted):
    client.force_login(rep)
    accepted.slip.storage.delete(accepted.slip.name)
    assert client.get(address("payment_slip", accepted)).status_code == 404


def test_the_receipt_is_that_of_the_payment(client, rep, accepted):
    client.force_login(rep)
    answer = client.get(address("receipt", accepted))
    receipt = accepted.receipts.get()
    assert receipt.display_number in text_of(answer.content)
    assert f"receipt-{receipt.year}-{receipt.number:06d}.pdf" in answer["Content-Disposition"]


def test_a_void_receipt_can_still_be_read(client, rep, accepted, treasurer):
    receipt = void_receipt(accepted.receipts.get(), by=treasurer, reason="สะกดชื่อผิด", reissue=False)
    client.force_login(rep)
    url = reverse("network_account:receipt", args=[accepted.membership.organization_id, receipt.pk])
    assert "VOID" in text_of(client.get(url).content)


def test_before_it_begins_a_membership_has_no_certificate(client, rep, payment):
    client.force_login(rep)
    assert client.get(address("certificate", payment)).status_code == 404


def test_a_suspended_membership_has_no_certificate(client, rep, accepted):
    accepted.membership.suspended_on = accepted.membership.starts_on
    accepted.membership.save()
    client.force_login(rep)
    assert client.get(address("certificate", accepted)).status_code == 404
