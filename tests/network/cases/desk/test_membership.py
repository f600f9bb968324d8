"""A membership on the desk: its standing, whom to call, and a renewal begun for those who come to the centre."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.enums import PaymentPurpose, Standing
from network.models import Fee, Membership, Payment
from tests.factories.membership import MembershipFactory
from tests.factories.network import ProvinceFactory
from tests.factories.payments import PaymentFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db


def url(term, language="th"):
    with override(language):
        return reverse("network_desk:membership", args=[term.pk])


@pytest.fixture
def desk(coordinator, signed_in):
    return signed_in(coordinator)


@pytest.fixture
def term(coordinator, organization):
    return member(-10, organization=organization)


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_says_how_the_member_stands_what_it_costs_and_whom_to_call(desk, term, language):
    page = desk.get(url(term, language))
    assert page.status_code == 200
    with override(language):
        assert str(Standing.GRACE.label) in page.text
    assert "2,000" in page.text


def test_the_list_leads_to_it(desk, term):
    assert url(term) in desk.get("/desk/?show=ending").text


def test_whose_slip_is_with_the_treasurer_is_not_called(desk, term):
    PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL, submitted=True)
    assert url(term) not in desk.get("/desk/?show=ending").text


def test_the_button_begins_the_renewal_and_leads_to_the_money(desk, term, coordinator):
    answer = desk.post(url(term))
    payment = Payment.objects.get()
    assert answer.url == reverse("network_desk:payment", args=[payment.pk])
    assert payment.timeline.get().by == coordinator
    assert desk.post(url(term)).url == answer.url
    assert desk.get(answer.url).status_code == 200


def test_what_costs_nothing_is_renewed_at_once(desk, term):
    Fee.objects.update(amount=0)
    assert desk.post(url(term)).url.endswith("?show=ending")
    assert Membership.objects.filter(follows=term).exists()


@pytest.mark.parametrize("fields", [{"suspended_on": timezone.localdate()}, {"closed": True}])
def test_what_cannot_be_renewed_has_no_button_and_says_why(desk, coordinator, fields):
    term = member(30, **fields)
    assert gettext("Begin the renewal for them") not in desk.get(url(term)).text
    assert desk.post(url(term)).status_code == 409
    assert not Payment.objects.exists()


def test_a_membership_that_waits_for_its_fee_can_be_looked_at(desk, coordinator):
    assert desk.get(url(MembershipFactory(awaiting=True))).status_code == 200


def test_a_member_of_another_province_is_not_to_be_found(desk, coordinator):
    other = member(30, organization__entry__province=ProvinceFactory(code="TH-55", name="น่าน", name_en="Nan"))
    assert desk.get(url(other)).status_code == 404
    assert desk.post(url(other)).status_code == 404


def test_others_have_no_desk(client, term, rep):
    client.force_login(rep)
    assert client.get(url(term)).status_code == 404
    assert client.post(url(term)).status_code == 404


def test_other_methods_are_refused(desk, term):
    assert desk.put(url(term)).status_code == 405
