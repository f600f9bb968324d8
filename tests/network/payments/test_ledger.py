"""All payments of an organization with its papers, and what is to pay on the account's first page."""

import pytest
from django.urls import reverse

from network.actions.payments import accept_payment, refuse_payment
from network.enums import PaymentStatus
from tests.factories.membership import MembershipFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentEntryFactory, PaymentFactory

pytestmark = pytest.mark.django_db


def ledger(client, organization):
    return client.get(reverse("network_account:payments", args=[organization.pk]))


def paid_before(membership, count, status=PaymentStatus.CANCELLED):
    for _ in range(count):
        PaymentEntryFactory(payment=PaymentFactory(membership=membership, status=status))


def test_what_is_still_owed_stands_first(client, rep, organization, payment, membership):
    paid_before(membership, 2)
    client.force_login(rep)
    rows = ledger(client, organization).context["rows"]
    assert [row["is_due"] for row in rows] == [True, False, False]


def test_papers_are_offered_once_it_is_paid(client, rep, organization, payment, report, treasurer):
    report(payment)
    receipt = accept_payment(payment, by=treasurer)
    client.force_login(rep)
    text = ledger(client, organization).content.decode()
    assert reverse("network_account:receipt", args=[organization.pk, receipt.pk]) in text
    assert reverse("network_account:certificate", args=[organization.pk, payment.membership_id]) in text
    assert receipt.display_number in text
    payment.membership.refresh_from_db()
    assert f"/verify/{payment.membership.certificate_token}/" in text


def test_without_payments_a_sentence_says_so(client, rep, organization):
    client.force_login(rep)
    assert "ไม่มียอดที่ต้องชำระ" in ledger(client, organization).content.decode()


def test_others_find_nothing(client, outsider, organization, payment):
    client.force_login(outsider)
    assert ledger(client, organization).status_code == 404


def test_the_ledger_is_only_read(client, rep, organization):
    client.force_login(rep)
    assert client.post(reverse("network_account:payments", args=[organization.pk])).status_code == 405


@pytest.mark.parametrize("count", [1, 5])
def test_the_ledger_costs_the_same_for_one_and_many(
    client, rep, organization, payment, membership, count, django_assert_num_queries
):
    paid_before(membership, count)
    client.force_login(rep)
    ledger(client, organization)
    with django_assert_num_queries(11):
        ledger(client, organization)


def test_the_organization_s_page_leads_to_it(client, rep, organization):
    client.force_login(rep)
    text = client.get(reverse("network_account:organization", args=[organization.pk])).content.decode()
    assert reverse("network_account:payments", args=[organization.pk]) in text


def to_pay(client):
    sections = client.get("/account/").context["sections"]
    found = [section for section in sections if section.template == "network/payments/section.html"]
    return found[0].context["rows"] if found else []


def test_what_is_to_pay_stands_on_the_account(client, rep, organization, payment):
    client.force_login(rep)
    (row,) = to_pay(client)
    assert row["url"] == reverse("network_account:payment", args=[organization.pk, payment.pk])
    assert organization.name in client.get("/account/").content.decode()


def test_a_refused_one_says_so_there(client, rep, payment, report, treasurer):
    report(payment)
    client.force_login(rep)
    assert to_pay(client)[0]["is_due"] is False
    refuse_payment(payment, by=treasurer, reason="อ่านไม่ออก")
    assert to_pay(client)[0]["badge"]["kind"] == "bad"


def test_what_is_paid_is_gone_from_there(client, rep, payment, report, treasurer):
    report(payment)
    accept_payment(payment, by=treasurer)
    client.force_login(rep)
    assert to_pay(client) == []


def test_the_coordinator_and_the_treasurer_owe_nothing(client, coordinator, treasurer, payment):
    for user in (coordinator, treasurer):
        client.force_login(user)
        assert to_pay(client) == []


def test_what_is_to_pay_costs_the_same_for_one_and_many(client, rep, payment, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(rep)
    to_pay(client)
    with CaptureQueriesContext(connection) as one:
        to_pay(client)
    for _ in range(3):
        organization = RepresentativeFactory(user=rep).organization
        membership = MembershipFactory(organization=organization, tier=payment.membership.tier, awaiting=True)
        PaymentEntryFactory(payment=PaymentFactory(membership=membership))
    with CaptureQueriesContext(connection) as many:
        assert len(to_pay(client)) == 4
    asked = [query for query in many.captured_queries if "network_payment" in query["sql"]]
    # The payments, their timelines, and the memberships to renew that have none.
    assert len(asked) == len([query for query in one.captured_queries if "network_payment" in query["sql"]]) == 3
