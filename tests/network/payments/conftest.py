"""The cast of a payment: the organization's contact, its centre, two treasurers, and whoever has no part in it."""

import io
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image

from network import setup
from network.documents import prepared_document
from network.enums import TREASURERS, ApplicationKind, PaymentMethod
from network.models import Payment
from tests.factories.membership import MembershipFactory
from tests.factories.payments import PaymentEntryFactory, PaymentFactory
from tests.factories.portal import UserFactory


@pytest.fixture(autouse=True)
def slips(monkeypatch, tmp_path) -> Path:
    """The private folder of a test's slips."""
    folder = tmp_path / "private"
    monkeypatch.setattr(Payment._meta.get_field("slip").storage, "location", str(folder))
    return folder


@pytest.fixture
def membership(organization):
    return MembershipFactory(organization=organization, tier__kind=ApplicationKind.NATIONAL, awaiting=True)


@pytest.fixture
def payment(membership):
    """The organization's joining fee, due."""
    payment = PaymentFactory(membership=membership)
    PaymentEntryFactory(payment=payment)
    return payment


def make_treasurer(name):
    user = UserFactory(name=name)
    user.groups.add(Group.objects.get(name=TREASURERS))
    return user


@pytest.fixture
def treasurer(workflow):
    setup.set_up_treasurers()
    return make_treasurer("ตัวอย่าง เหรัญญิก")


@pytest.fixture
def second_treasurer(treasurer):
    return make_treasurer("ตัวอย่าง ผู้ช่วยเหรัญญิก")


@pytest.fixture
def report(rep):
    """The organization's contact sends a slip."""
    from network.actions.payments import report_payment

    def send(payment, by=rep, method=PaymentMethod.TRANSFER, **said):
        said.setdefault("slip", slip_file() if method == PaymentMethod.TRANSFER else None)
        return report_payment(payment, by=by, method=method, **said)

    return send


def slip_file(colour="white") -> ContentFile:
    """A picture without a code, as `prepared_document` makes it."""
    file = io.BytesIO()
    Image.new("RGB", (300, 500), colour).save(file, "JPEG")
    size = file.tell()
    file.seek(0)
    return prepared_document(file, size)
