"""Which payments a person sees at all, and who may do what with one."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from network import setup
from network.enums import REGISTRARS, TREASURERS, PaymentStatus
from network.models import Membership, Payment, Receipt
from network.permissions import (
    user_can_confirm,
    user_can_see_papers,
    user_can_see_slip,
    user_can_verify,
    user_can_void,
    user_is_treasurer,
    user_pays,
    user_sees_payments,
)
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory, ReceiptFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
CAST = ("rep", "colleague", "delegate_maker", "coordinator", "elsewhere", "treasurer", "registrar", "outsider")


@pytest.fixture
def cast(request, payment):
    return {name: request.getfixturevalue(name) for name in CAST}


def those_who(cast, asks):
    return {name for name, user in cast.items() if asks(user)}


def test_the_organization_its_centre_and_the_secretariat_see_a_payment(cast, payment):
    seen = those_who(cast, lambda user: Payment.objects.visible_to(user).filter(pk=payment.pk).exists())
    assert seen == {"rep", "colleague", "delegate_maker", "coordinator", "treasurer", "registrar"}


def test_a_stranger_sees_none(payment):
    assert not Payment.objects.visible_to(AnonymousUser()).exists()
    assert not Payment.objects.visible_to(UserFactory()).exists()


def test_each_sees_a_payment_once(cast, payment, organization):
    RepresentativeFactory(user=cast["coordinator"], organization=organization)
    assert list(Payment.objects.visible_to(cast["coordinator"])) == [payment]


def test_a_mandate_that_has_ended_shows_nothing(rep, payment):
    yesterday = timezone.localdate() - timedelta(days=1)
    rep.representations.update(mandate_from=yesterday, mandate_until=yesterday)
    assert not Payment.objects.visible_to(rep).exists()
    assert not user_pays(rep, payment)


def test_a_coordinator_who_was_relieved_sees_nothing(payment):
    yesterday = timezone.localdate() - timedelta(days=1)
    former = CoordinatorFactory(serves_from=yesterday, serves_until=yesterday).user
    assert not Payment.objects.visible_to(former).exists()
    assert not user_can_confirm(former, payment)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (user_pays, {"rep", "colleague", "delegate_maker"}),
        (user_can_see_slip, {"rep", "colleague", "delegate_maker", "treasurer", "registrar"}),
        (user_can_confirm, {"coordinator"}),
        (user_can_verify, {"treasurer"}),
    ],
)
def test_each_question_has_its_people(cast, payment, question, names):
    assert those_who(cast, lambda user: question(user, payment)) == names


def test_papers_are_for_the_organization_and_the_secretariat(cast, payment, organization):
    found = those_who(cast, lambda user: user_can_see_papers(user, organization.pk))
    assert found == {"rep", "colleague", "delegate_maker", "treasurer", "registrar"}


def test_receipts_are_seen_by_the_organization_and_the_secretariat(cast, payment):
    receipt = ReceiptFactory(payment=payment)
    found = those_who(cast, lambda user: Receipt.objects.visible_to(user).contains(receipt))
    assert found == {"rep", "colleague", "delegate_maker", "treasurer", "registrar"}


def test_terms_are_seen_by_the_centre_of_their_province_too(cast, membership):
    found = those_who(cast, lambda user: Membership.objects.visible_to(user).contains(membership))
    assert found == {"rep", "colleague", "delegate_maker", "coordinator", "treasurer", "registrar"}


def test_a_stranger_sees_neither_terms_nor_receipts(payment):
    ReceiptFactory(payment=payment)
    assert not Membership.objects.visible_to(AnonymousUser()).exists()
    assert not Receipt.objects.visible_to(AnonymousUser()).exists()


def test_reading_is_more_peoples_than_deciding(cast):
    assert those_who(cast, user_sees_payments) == {"treasurer", "registrar"}
    assert those_who(cast, user_is_treasurer) == {"treasurer"}


def test_only_a_treasurer_without_a_part_in_it_voids(cast, payment, organization):
    receipt = ReceiptFactory(payment=payment)
    assert those_who(cast, lambda user: user_can_void(user, receipt)) == {"treasurer"}
    RepresentativeFactory(user=cast["treasurer"], organization=organization)
    assert those_who(cast, lambda user: user_can_void(user, receipt)) == set()


def test_lists_are_named_by_what_they_hold(payment):
    sent, paid, gone = (
        PaymentFactory(status=status) for status in (PaymentStatus.SUBMITTED, PaymentStatus.ACCEPTED, "cancelled")
    )
    assert list(Payment.objects.due()) == [payment]
    assert list(Payment.objects.waiting()) == [sent]
    assert set(Payment.objects.open()) == {payment, sent}
    assert list(Payment.objects.accepted()) == [paid]
    assert not gone.is_open


class TestTheGroups:
    def test_an_upgrade_makes_the_treasurers_once_and_leaves_their_rights_alone(self, db):
        setup.set_up_treasurers()
        group = Group.objects.get(name=TREASURERS)
        names = set(group.permissions.values_list("codename", flat=True))
        assert {"access_admin", "verify_payment", "void_receipt", "view_payment", "view_receipt"} <= names
        group.permissions.remove(*group.permissions.filter(codename="void_receipt"))
        setup.set_up_treasurers()
        assert not group.permissions.filter(codename="void_receipt").exists()

    def test_registrars_from_before_get_to_read_payments_and_to_set_fees(self, workflow):
        group = Group.objects.get(name=REGISTRARS)
        money = group.permissions.filter(codename__in=setup.FEE_PERMISSIONS)
        group.permissions.remove(*money)
        setup.set_up_registrars()
        assert set(money.values_list("codename", flat=True)) == set(setup.FEE_PERMISSIONS)
        assert not group.permissions.filter(codename="verify_payment").exists()

    def test_what_its_owners_took_away_does_not_come_back(self, workflow):
        group = Group.objects.get(name=REGISTRARS)
        group.permissions.remove(*group.permissions.filter(codename="change_fee"))
        setup.set_up_registrars()
        assert not group.permissions.filter(codename="change_fee").exists()
