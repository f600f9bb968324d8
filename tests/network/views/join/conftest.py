"""Joining: the reference data that its pages show, and somebody who joins."""

import pytest

from network import setup
from network.reference import load_provinces
from tests.factories.portal import UserFactory


@pytest.fixture
def ready(db):
    """Provinces, the two ways with their fees, the privacy notice."""
    load_provinces()
    setup.set_up()


@pytest.fixture(params=["", "/en"], ids=["th", "en"])
def prefix(request):
    return request.param


@pytest.fixture
def person(ready):
    return UserFactory(name="ตัวอย่าง ผู้สมัคร")


@pytest.fixture
def joining(client, person):
    """A signed-in person's browser."""
    client.force_login(person)
    return client
