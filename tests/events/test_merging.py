"""Two seats of two organizations that are one."""

import pytest
from django.contrib.auth.models import Group

from events.enums import DelegateStatus
from network import setup
from network.enums import REGISTRARS
from network.exceptions import MergeRefused
from network.merging.merging import merge_organizations
from network.merging.undoing import undo_merge
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def registrar():
    setup.set_up()
    user = UserFactory()
    user.groups.add(Group.objects.get(name=REGISTRARS))
    return user


@pytest.fixture
def pair():
    return OrganizationFactory(), OrganizationFactory()


def test_delegates_and_former_ones_go_along_and_come_back(pair, registrar):
    rows = [DelegateFactory(organization=pair[1]), DelegateFactory(organization=pair[1], status="withdrawn")]
    DelegateFactory(organization=pair[0], event=rows[1].event)
    merge = merge_organizations(*pair, by=registrar)
    assert organizations(rows) == [pair[0]] * 2
    undo_merge(merge, by=registrar)
    assert organizations(rows) == [pair[1]] * 2


def test_two_seats_at_a_coming_event_are_settled_first(pair, registrar):
    mine = DelegateFactory(organization=pair[0])
    other = DelegateFactory(organization=pair[1], event=mine.event)
    with pytest.raises(MergeRefused, match=f"{mine}.*{other}"):
        merge_organizations(*pair, by=registrar)
    other.status = DelegateStatus.WITHDRAWN
    other.save()
    merge_organizations(*pair, by=registrar)
    assert organizations([other]) == [pair[0]]


def test_of_a_past_event_both_stay_in_its_list_as_they_were(pair, registrar):
    mine = DelegateFactory(organization=pair[0], event=EventFactory(upcoming=False))
    other = DelegateFactory(organization=pair[1], event=mine.event)
    merge_organizations(*pair, by=registrar)
    assert organizations([mine, other]) == [*pair]
    other.refresh_from_db()
    assert other.status == DelegateStatus.REGISTERED


def organizations(rows) -> list:
    for row in rows:
        row.refresh_from_db()
    return [row.organization for row in rows]
