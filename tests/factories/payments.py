from decimal import Decimal

import factory
from django.utils import timezone

from network.enums import ApplicationKind, PaymentMethod, PaymentPurpose, PaymentStatus
from network.models import Fee, Payment, PaymentEntry, Receipt
from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.portal import UserFactory


class FeeFactory(factory.django.DjangoModelFactory):
    """2,000 baht for 24 months of the national tier, since the founding of the council."""

    class Meta:
        model = Fee
        django_get_or_create = ["tier", "valid_from"]

    tier = factory.SubFactory(TierFactory, kind=ApplicationKind.NATIONAL)
    amount = Decimal(2000)
    months = 24
    valid_from = factory.LazyFunction(lambda: timezone.localdate().replace(year=2020, month=8, day=14))


class PaymentFactory(factory.django.DjangoModelFactory):
    """A joining fee that is due; `submitted=True` has been reported by transfer, without a slip."""

    class Meta:
        model = Payment

    class Params:
        submitted = factory.Trait(
            status=PaymentStatus.SUBMITTED,
            method=PaymentMethod.TRANSFER,
            paid_on=factory.LazyFunction(timezone.localdate),
            reported_at=factory.LazyFunction(timezone.now),
        )

    # A joining fee is awaited by a membership that has not begun.
    membership = factory.SubFactory(
        MembershipFactory,
        tier=factory.SubFactory(TierFactory, kind=ApplicationKind.NATIONAL),
        starts_on=factory.LazyAttribute(
            lambda o: None if o.factory_parent.purpose == PaymentPurpose.JOINING else timezone.localdate()
        ),
    )
    purpose = PaymentPurpose.JOINING
    fee = factory.SubFactory(FeeFactory, tier=factory.SelfAttribute("..membership.tier"))
    amount = factory.SelfAttribute("fee.amount")
    months = factory.SelfAttribute("fee.months")
    reference = factory.Sequence(lambda n: str(1_000_000 + n))


class PaymentEntryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PaymentEntry

    payment = factory.SubFactory(PaymentFactory)
    action = "open"
    status = factory.SelfAttribute("payment.status")


class ReceiptFactory(factory.django.DjangoModelFactory):
    """Number after number of the Buddhist year 2569, for an accepted payment."""

    class Meta:
        model = Receipt

    payment = factory.SubFactory(PaymentFactory, status=PaymentStatus.ACCEPTED)
    year = 2569
    number = factory.Sequence(lambda n: n + 1)
    issued_on = factory.LazyFunction(timezone.localdate)
    issued_by = factory.SubFactory(UserFactory)
    issued_by_name = factory.LazyAttribute(lambda o: o.issued_by.get_full_name())
    payer_name = factory.SelfAttribute("payment.membership.organization.name")
    description = "ค่าสมัครสมาชิก 24 เดือน"
    description_en = "Joining fee for 24 months"
    amount = factory.SelfAttribute("payment.amount")
    method = PaymentMethod.TRANSFER
    issuer_name = "ตัวอย่าง สภา"
