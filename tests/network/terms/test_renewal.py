"""Going on for another term: what has to be paid, or the term at once when it costs nothing."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from network.actions.terms.renewal import start_renewal
from network.enums import PaymentPurpose, PaymentStatus, Standing
from network.exceptions import NotYourTerm, TermIsClosed, TermIsSuspended, TermNotDue
from network.models import Fee, Membership, Payment
from portal.models import OutgoingMail
from tests.factories.membership import CoordinatorFactory
from tests.factories.payments import PaymentFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db


def letters(name: str) -> int:
    return OutgoingMail.objects.filter(kind=f"network.{name}").count()


@pytest.mark.parametrize("days_left", [60, 0, -1, -90, -91, -1000])
def test_a_term_that_ends_has_ended_or_has_lapsed_is_renewed_by_a_payment(organization, rep, days_left):
    term = member(days_left, organization=organization)
    payment = start_renewal(term, by=rep)
    assert (payment.purpose, payment.amount, payment.months) == (PaymentPurpose.RENEWAL, Decimal(2000), 24)
    assert (payment.membership, payment.status) == (term, PaymentStatus.DUE)
    # No right comes of it before the treasurer has the money.
    assert Membership.objects.get() == term


def test_pressing_again_leads_to_the_same_payment(term, rep, colleague):
    assert start_renewal(term, by=rep) == start_renewal(term, by=colleague)
    assert Payment.objects.count() == 1


def test_what_is_with_the_treasurer_is_not_asked_for_again(term, rep):
    paid = PaymentFactory(membership=term, purpose=PaymentPurpose.RENEWAL, submitted=True)
    assert start_renewal(term, by=rep) == paid


def test_when_it_costs_nothing_the_term_follows_at_once_and_a_letter_says_so(term, rep):
    Fee.objects.update(amount=0)
    assert start_renewal(term, by=rep) is None
    renewed = Membership.objects.get(follows=term)
    assert (renewed.starts_on, renewed.standing_on()) == (term.ends_on + timedelta(days=1), Standing.ACTIVE)
    assert letters("term_renewed") == 1
    assert start_renewal(term, by=rep) is None
    assert (Membership.objects.count(), letters("term_renewed")) == (2, 1)


@pytest.mark.parametrize(
    ("days_left", "fields", "refusal"),
    [
        (61, {}, TermNotDue),
        (None, {}, TermNotDue),
        (20, {"suspended_on": timezone.localdate()}, TermIsSuspended),
        (20, {"closed_on": timezone.localdate(), "closed_reason": "resigned"}, TermIsClosed),
        (20, {"closed_on": timezone.localdate(), "closed_reason": "ended"}, TermIsClosed),
    ],
)
def test_what_cannot_be_renewed_now_says_why(organization, rep, days_left, fields, refusal):
    term = member(days_left, organization=organization, **fields)
    with pytest.raises(refusal):
        start_renewal(term, by=rep)
    assert not Payment.objects.exists()


def test_centre_and_registrar_may_help(term, registrar):
    coordinator = CoordinatorFactory().user
    assert start_renewal(term, by=coordinator) == start_renewal(term, by=registrar)


def test_others_may_not(term, outsider, editor):
    for person in (outsider, editor):
        with pytest.raises(NotYourTerm):
            start_renewal(term, by=person)
