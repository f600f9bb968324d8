"""Fees on the coordinators' desk: who has not paid, how to reach them, and the centre's word on cash."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.actions.payments import accept_payment, confirm_at_centre
from network.enums import ApplicationKind, PaymentMethod, PaymentStatus, Visibility
from network.views.desk.groups import unpaid
from tests.factories.membership import CoordinatorFactory, MembershipFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory
from tests.factories.payments import PaymentEntryFactory, PaymentFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def desk(client, coordinator):
    client.force_login(coordinator)
    return client


def owed(**fields):
    """A fee that another organization of Phetchaburi owes."""
    organization = fields.pop("organization", None) or OrganizationFactory(
        phone="+66812345678", phone_visibility=Visibility.PUBLIC
    )
    membership = MembershipFactory(organization=organization, tier__kind=ApplicationKind.NATIONAL, awaiting=True)
    payment = PaymentFactory(membership=membership, due_on=TODAY + timedelta(days=30), **fields)
    PaymentEntryFactory(payment=payment)
    return payment


def listed(client, **query):
    return client.get("/desk/", {"show": "unpaid", **query}).context["rows"]


def page_of(payment):
    return reverse("network_desk:payment", args=[payment.pk])


def say(client, payment, **typed):
    return client.post(page_of(payment), {"paid_on": TODAY.strftime("%d/%m/%Y"), **typed})


def test_who_has_not_paid_is_listed_with_amount_day_and_phone(desk):
    payment = owed()
    [row] = listed(desk)
    assert row["title"] == payment.membership.organization.display_name
    assert "ค่าสมัครสมาชิก 2,000 บาท" in row["meta"]
    assert row["waits"].startswith("ครบกำหนดชำระ")
    assert (row["phone"], row["badge"], row["url"]) == ("+66812345678", "", page_of(payment))


def test_what_should_have_been_paid_is_loud(desk):
    owed(), owed(reference="1234567")
    late = owed()
    late.due_on = TODAY - timedelta(days=1)
    late.save()
    assert [bool(row["hurries"]) for row in listed(desk)] == [True, False, False]


def test_what_waits_for_the_centre_s_word_comes_first(desk):
    owed()
    told = owed(status=PaymentStatus.SUBMITTED, method=PaymentMethod.CENTRE)
    rows = listed(desk)
    assert rows[0]["title"] == told.membership.organization.display_name
    assert rows[0]["badge"] == "แจ้งว่าจ่ายที่ศูนย์ท่านแล้ว"


def test_what_the_treasurer_has_is_not_the_centre_s_any_more(desk, payment, report, treasurer, coordinator):
    report(payment, method=PaymentMethod.CENTRE)
    confirm_at_centre(payment, by=coordinator)
    owed(status=PaymentStatus.SUBMITTED, method=PaymentMethod.TRANSFER)
    owed(status=PaymentStatus.CANCELLED)
    assert listed(desk) == []


def test_another_province_is_not_listed(desk):
    nan = ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan")
    owed(organization=OrganizationFactory(entry__province=nan))
    assert listed(desk) == []


def test_the_list_may_be_in_the_order_of_the_alphabet(desk):
    for name in ("แกะ", "ขวด", "กบ"):
        owed(organization=OrganizationFactory(name=name))
    assert [row["title"] for row in listed(desk, order="name")] == ["กบ", "แกะ", "ขวด"]


@pytest.mark.parametrize("count", [1, 9])
def test_the_list_asks_once(desk, coordinator, count, django_assert_num_queries):
    from network.views.desk.door import Desk
    from network.views.desk.rows import payment_row

    for _ in range(count):
        owed()
    rows = unpaid(coordinator, Desk([ProvinceFactory()], None))
    with django_assert_num_queries(1):
        assert len([payment_row(row, 15) for row in rows]) == count


def test_the_page_says_whom_to_call_and_what_to_send(desk):
    payment = owed()
    text = desk.get(page_of(payment)).content.decode()
    assert "tel:+66812345678" in text
    assert payment.reference in text
    link = reverse("network_account:payment", args=[payment.membership.organization_id, payment.pk])
    assert "วิธีชำระเงิน: http" in text
    assert link in text


def test_cash_at_the_centre_is_noted(desk, coordinator):
    payment = owed()
    answer = say(desk, payment, paid_on="๑/๑๑/๒๕๖๙")
    assert answer.url == "/desk/?show=unpaid"
    payment.refresh_from_db()
    assert (payment.status, payment.method) == (PaymentStatus.SUBMITTED, PaymentMethod.CENTRE)
    assert (payment.confirmed_by, payment.paid_on.isoformat()) == (coordinator, "2026-11-01")
    assert "ศูนย์ได้รับเงินจาก" in desk.get(answer.url).content.decode()


def test_what_the_organization_has_told_is_confirmed(desk, payment, report, coordinator):
    report(payment, method=PaymentMethod.CENTRE, paid_on=TODAY - timedelta(days=3))
    assert "องค์กรแจ้งว่านำเงินมาจ่ายที่ศูนย์แล้ว" in desk.get(page_of(payment)).content.decode()
    assert desk.post(page_of(payment)).status_code == 302
    payment.refresh_from_db()
    assert (payment.confirmed_by, payment.paid_on) == (coordinator, TODAY - timedelta(days=3))


def test_pressing_twice_does_no_harm(desk, payment, report):
    report(payment, method=PaymentMethod.CENTRE)
    assert [desk.post(page_of(payment)).status_code for _ in range(2)] == [302, 302]
    assert payment.timeline.filter(action="confirm").count() == 1


@pytest.mark.parametrize("paid_on", ["", "31/2/2569", "1/1/2699"])
def test_a_wrong_day_is_said_beside_the_field(desk, paid_on):
    payment = owed()
    answer = say(desk, payment, paid_on=paid_on)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["paid_on"]
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.DUE


def test_what_was_decided_meanwhile_is_shown(desk, payment, report, treasurer):
    report(payment)
    accept_payment(payment, by=treasurer)
    answer = say(desk, payment)
    assert answer.status_code == 409
    assert "ศูนย์ได้รับเงินแล้วหรือยัง" not in answer.content.decode()


def test_who_acts_for_the_organization_does_not_vouch_for_its_money(client, rep, payment, report):
    CoordinatorFactory(user=rep)
    client.force_login(rep)
    assert "ยืนยันเรื่องเงินขององค์กรนี้เองไม่ได้" in client.get(page_of(payment)).content.decode()
    report(payment, method=PaymentMethod.CENTRE)
    assert client.post(page_of(payment)).status_code == 403
    payment.refresh_from_db()
    assert payment.confirmed_at is None


def test_the_slip_is_not_shown_at_the_desk(desk, payment, report):
    report(payment)
    text = desk.get(page_of(payment)).content.decode()
    assert reverse("network_account:payment_slip", args=[payment.membership.organization_id, payment.pk]) not in text


@pytest.mark.parametrize("who", ["elsewhere", "rep", "outsider", "treasurer", "registrar"])
def test_others_find_nothing(request, client, payment, coordinator, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page_of(payment)).status_code == 404
    assert say(client, payment).status_code == 404


def test_strangers_sign_in_first(client, payment):
    assert client.get(page_of(payment)).url.startswith("/account/login/")


def test_nothing_is_deleted_there(desk, payment):
    assert desk.delete(page_of(payment)).status_code == 405
