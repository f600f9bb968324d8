"""Twenty people press "send" at once: real threads, real connections, through the website.

The same on SQLite, whose writers queue for the file, and on PostgreSQL, where they queue for the row.
"""

from collections import Counter

import pytest
from django.core import mail
from django.test import Client

from events.models import Delegate
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.racing import browser_of, together

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 20


@pytest.fixture
def place():
    event, organization = EventFactory(slug="assembly"), OrganizationFactory()
    address = f"/account/organizations/{organization.pk}/events/{event.slug}/delegate/"
    return event, organization, address


@pytest.fixture
def browsers(place):
    people = RepresentativeFactory.create_batch(PEOPLE, organization=place[1])
    return [browser_of(mandate.user) for mandate in people]


def race(browsers: list[Client], address: str, typed: list[dict]) -> Counter:
    """Every browser posts at the same moment; how often each status came back."""
    pairs = zip(browsers, typed, strict=True)
    return Counter(
        together(lambda client=client, data=data: client.post(address, data).status_code for client, data in pairs)
    )


def names(typed: dict) -> list[dict]:
    return [typed | {"name": f"ตัวอย่าง คนที่ {number}", "email": ""} for number in range(PEOPLE)]


def test_twenty_at_once_leave_one_delegate_and_nineteen_refusals(place, browsers, typed):
    assert race(browsers, place[2], names(typed)) == {302: 1, 409: PEOPLE - 1}
    assert Delegate.objects.count() == 1
    # One confirmation for each representative, about the one delegate.
    winner = Delegate.objects.get().name
    assert len(mail.outbox) == PEOPLE
    assert all(winner in message.body for message in mail.outbox)


def test_twenty_clicks_of_one_person_are_one_wish(place, browsers, typed):
    clicks = [browsers[0]] * PEOPLE
    assert race(clicks, place[2], [typed] * PEOPLE) == {302: PEOPLE}
    assert Delegate.objects.count() == 1


def test_twenty_swaps_at_once_leave_one_newcomer(place, browsers, typed):
    former = DelegateFactory(event=place[0], organization=place[1])
    statuses = race(browsers, f"{place[2]}{former.pk}/swap/", names(typed))
    assert statuses == {302: 1, 409: PEOPLE - 1}
    assert Delegate.objects.live().count() == 1
    assert Delegate.objects.count() == 2
