"""What `setup_portal` gives the groups of the network, the first time and at every later one."""

import pytest
from django.contrib.auth.models import Group, Permission

from network import setup
from network.enums import REGISTRARS, TREASURERS

pytestmark = pytest.mark.django_db


def rights(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def without(name: str, codenames: list[str]) -> None:
    Group.objects.get(name=name).permissions.remove(*Permission.objects.filter(codename__in=codenames))


def test_a_new_portal_gives_registrars_every_right_of_every_release():
    setup.set_up_registrars()
    given = [name for names in setup.PERMISSIONS.values() for name in names]
    later = [name for names in setup.LATER_PERMISSIONS for name in names]
    assert rights(REGISTRARS) == {*given, *later}


def test_a_new_portal_gives_treasurers_theirs():
    setup.set_up_treasurers()
    assert rights(TREASURERS) == {name for names in setup.TREASURER_PERMISSIONS.values() for name in names}


@pytest.mark.parametrize("names", setup.LATER_PERMISSIONS)
def test_an_older_portal_gets_what_a_release_brought(names):
    setup.set_up_registrars()
    before = rights(REGISTRARS)
    without(REGISTRARS, names)
    setup.set_up_registrars()
    assert rights(REGISTRARS) == before


def test_what_its_owners_took_from_a_group_stays_away():
    setup.set_up_registrars()
    without(REGISTRARS, ["change_fee", "view_organization"])
    setup.set_up_registrars()
    assert not {"change_fee", "view_organization"} & rights(REGISTRARS)


def test_a_group_of_treasurers_that_was_changed_is_left_alone():
    setup.set_up_treasurers()
    without(TREASURERS, ["void_receipt"])
    setup.set_up_treasurers()
    assert "void_receipt" not in rights(TREASURERS)


def test_setting_up_again_asks_little_and_writes_nothing(django_assert_num_queries):
    setup.set_up_registrars()
    with django_assert_num_queries(2):
        setup.set_up_registrars()
