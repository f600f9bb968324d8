"""A fee becomes due: by an approval, and once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from network.actions import decide
from network.actions.decisions import Decision
from network.actions.payments import open_payment
from network.enums import (
    ApplicationKind,
    ApplicationStatus,
    CaseAction,
    PaymentAction,
    PaymentPurpose,
    PaymentStatus,
)
from network.models import Fee, Membership, MembershipSettings, Payment
from tests.factories.membership import MembershipFactory
from tests.factories.payments import FeeFactory, PaymentFactory
from tests.racing import together

NATIONAL, JOINING, RENEWAL = ApplicationKind.NATIONAL, PaymentPurpose.JOINING, PaymentPurpose.RENEWAL


@pytest.fixture
def membership(workflow):
    return MembershipFactory(tier__kind=NATIONAL)


def approve(application, by):
    return decide(application, CaseAction.APPROVE, by=by, decision=Decision())


@pytest.mark.django_db
def test_an_approved_national_member_owes_the_joining_fee(make, registrar):
    approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar)
    payment = Payment.objects.get()
    assert (payment.purpose, payment.status, payment.amount, payment.months) == (JOINING, PaymentStatus.DUE, 2000, 24)
    assert payment.due_on == timezone.localdate() + timedelta(days=30)
    assert len(payment.reference) == 7
    assert payment.reference.isdecimal()
    entry = payment.timeline.get()
    assert (entry.action, entry.by, entry.status) == (PaymentAction.OPEN, registrar, PaymentStatus.DUE)


@pytest.mark.django_db
def test_a_term_that_is_to_be_paid_has_no_end_yet(make, registrar):
    approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar)
    assert Membership.objects.get().ends_on is None


@pytest.mark.django_db
def test_a_registration_with_the_province_owes_nothing(make, coordinator):
    approve(make(), coordinator)
    assert not Payment.objects.exists()


@pytest.mark.django_db
def test_a_free_national_membership_begins_at_once(make, registrar):
    Fee.objects.update(amount=0)
    approve(make(NATIONAL, ApplicationStatus.RECOMMENDED), registrar)
    assert not Payment.objects.exists()
    assert Membership.objects.get().ends_on > timezone.localdate() + timedelta(days=700)


@pytest.mark.django_db
def test_without_a_fee_nothing_is_due(membership, registrar):
    Fee.objects.all().delete()
    assert open_payment(membership, RENEWAL, by=registrar) is None


@pytest.mark.django_db
def test_the_days_to_pay_are_the_councils(membership, registrar):
    settings = MembershipSettings.load()
    settings.payment_days = 7
    settings.save()
    assert open_payment(membership, JOINING, by=registrar).due_on == timezone.localdate() + timedelta(days=7)


@pytest.mark.django_db
def test_what_is_due_already_stays_as_it_was(membership, registrar):
    first = open_payment(membership, RENEWAL, by=registrar)
    Fee.objects.filter(tier=membership.tier).update(amount=9000)
    again = open_payment(membership, RENEWAL, by=registrar)
    assert (again, again.amount) == (first, 2000)
    assert again.timeline.count() == 1


@pytest.mark.django_db
def test_a_closed_payment_makes_room_for_the_next(membership, registrar):
    PaymentFactory(membership=membership, purpose=RENEWAL, status=PaymentStatus.CANCELLED)
    assert open_payment(membership, RENEWAL, by=registrar).status == PaymentStatus.DUE
    assert membership.payments.count() == 2


@pytest.mark.django_db
def test_the_database_allows_one_open_payment(membership):
    PaymentFactory(membership=membership)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaymentFactory(membership=membership, submitted=True)


@pytest.mark.django_db(transaction=True)
def test_pressed_by_four_at_once_makes_one_payment(registrar):
    membership = FeeFactory().tier.memberships.create(organization=MembershipFactory().organization, number=77)
    found = together([lambda: open_payment(membership, RENEWAL, by=registrar)] * 4)
    assert {payment.pk for payment in found} == {Payment.objects.get().pk}
