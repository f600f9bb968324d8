"""Forms from paper beside the cases' cast: one that is begun, a colleague, and all who have no business with it."""

import pytest
from django.test import Client

from network.actions import file_paper
from network.enums import ApplicationKind
from tests.factories.membership import CoordinatorFactory, DistrictFactory
from tests.factories.network import IssueFactory
from tests.factories.portal import UserFactory


@pytest.fixture
def signed_in():
    """A browser in which somebody has signed in."""

    def browser(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return browser


@pytest.fixture
def colleague(coordinator):
    """Serves the same centre."""
    return CoordinatorFactory(centre=coordinator.coordinations.get().centre).user


@pytest.fixture
def strangers(elsewhere, outsider):
    """Everybody who finds no such form; `elsewhere` may enter forms of their own."""
    return [elsewhere, outsider, UserFactory()]


@pytest.fixture
def paper(coordinator):
    return file_paper(ApplicationKind.PROVINCIAL, by=coordinator)


@pytest.fixture
def national(coordinator):
    return file_paper(ApplicationKind.NATIONAL, by=coordinator)


@pytest.fixture
def desk(signed_in, coordinator):
    """The coordinator's browser."""
    return signed_in(coordinator)


@pytest.fixture
def five():
    """What a browser sends for the five items and the signature."""
    district = DistrictFactory()
    return {
        "name": "กลุ่มจากกระดาษ",
        "province": district.province_id,
        "district": district.pk,
        "leader_name": "ตัวอย่าง หัวหน้าทีม",
        "current_work": "ปลูกป่าชายเลน",
        "phone": "๐๘๑ ๒๓๔ ๕๖๗๘",
        "accepted_by": "ตัวอย่าง ผู้ลงชื่อ",
    }


@pytest.fixture
def everything(five):
    """The same for the national council, without its document."""
    return {
        **five,
        "legal_form": "association",
        "year_started": "๒๕๓๒",
        "issues": [IssueFactory().pk],
        "target_groups": "ผู้สูงอายุ",
        "area": "ทั้งจังหวัด",
        "first_activity": "กิจกรรมแรก",
        "second_activity": "กิจกรรมที่สอง",
    }
