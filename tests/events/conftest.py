"""The events' cast: an open assembly, one organization with its people, and those who do not belong to it."""

import pytest

from network.enums import RepresentativeRole
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory


@pytest.fixture
def event(db):
    return EventFactory(slug="assembly", title="สมัชชาตัวอย่าง", title_en="Sample assembly")


@pytest.fixture
def organization(db):
    return OrganizationFactory(name="สมาคมตัวอย่าง", name_en="Sample association")


@pytest.fixture
def rep(organization):
    """Its primary contact."""
    return RepresentativeFactory(organization=organization, user__name="สมหญิง ตัวอย่าง").user


@pytest.fixture
def colleague(organization):
    """Another one who may name the delegate; reads English."""
    mandate = RepresentativeFactory(
        organization=organization, role=RepresentativeRole.DELEGATE_MAKER, user__language="en", user__name="Colleague"
    )
    return mandate.user


@pytest.fixture
def keeper(organization):
    """Keeps the profile only."""
    return RepresentativeFactory(organization=organization, role=RepresentativeRole.EDITOR).user


@pytest.fixture
def outsider(db):
    """Represents another organization."""
    return RepresentativeFactory().user


@pytest.fixture
def delegate(event, organization, rep):
    return DelegateFactory(
        event=event, organization=organization, entered_by=rep, name="สมชาย ตัวอย่าง", title="นาย", food="ฮาลาล"
    )


@pytest.fixture
def seat_address(event, organization):
    return f"/account/organizations/{organization.pk}/events/{event.slug}/delegate/"


@pytest.fixture
def typed():
    """What a browser posts for a delegate."""
    return {
        "title": "นาง",
        "name": "มาลี ตัวอย่าง",
        "position": "ประธาน",
        "phone": "๐๘๑-๒๓๔-๕๖๗๘",
        "email": "Malee@example.org",
        "food": "มังสวิรัติ",
        "access": "",
    }


@pytest.fixture
def data():
    """The same, cleaned."""
    return {
        "title": "นาง",
        "name": "มาลี ตัวอย่าง",
        "position": "ประธาน",
        "phone": "+66812345678",
        "email": "malee@example.org",
        "food": "มังสวิรัติ",
        "access": "",
    }
