"""Who may read which contact: one table, role by visibility."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.utils import timezone

from network.enums import EntryStatus, RepresentativeStatus, Visibility
from network.permissions import CONTACT_FIELDS, user_can_see_contact, visible_contacts
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


def anonymous():
    return AnonymousUser()


def stranger():
    return UserFactory()


def member():
    return RepresentativeFactory().user


def invited():
    return RepresentativeFactory(status=RepresentativeStatus.INVITED).user


def ended():
    return RepresentativeFactory(status=RepresentativeStatus.ENDED).user


def mandate_over():
    return RepresentativeFactory(mandate_from=YESTERDAY, mandate_until=YESTERDAY).user


def member_of_a_hidden_one():
    return RepresentativeFactory(organization__entry__status=EntryStatus.HIDDEN).user


def member_of_a_draft():
    return RepresentativeFactory(organization__live=False).user


def registrar():
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="view_organization"))
    return user


def superuser():
    return UserFactory(is_superuser=True)


def left_staff():
    return UserFactory(is_superuser=True, is_active=False)


PUBLIC, MEMBERS, PROVINCE, SECRETARIAT = Visibility
MAY_READ = {
    anonymous: {PUBLIC},
    stranger: {PUBLIC},
    invited: {PUBLIC},
    ended: {PUBLIC},
    mandate_over: {PUBLIC},
    member_of_a_hidden_one: {PUBLIC},
    member_of_a_draft: {PUBLIC},
    left_staff: {PUBLIC},
    member: {PUBLIC, MEMBERS},
    registrar: set(Visibility),
    superuser: set(Visibility),
}
TABLE = [(who, circle, circle in circles) for who, circles in MAY_READ.items() for circle in Visibility]


@pytest.mark.parametrize(("who", "visibility", "may"), TABLE, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_contact_is_read_by_its_circle(who, visibility, may):
    user, organization = who(), OrganizationFactory(**dict.fromkeys(CONTACT_FIELDS.values(), visibility))
    assert [user_can_see_contact(user, organization, field) for field in CONTACT_FIELDS] == [may] * len(CONTACT_FIELDS)


@pytest.mark.parametrize("field", CONTACT_FIELDS)
def test_each_contact_has_its_own_circle(field):
    columns = dict.fromkeys(CONTACT_FIELDS.values(), Visibility.SECRETARIAT) | {
        CONTACT_FIELDS[field]: Visibility.PUBLIC
    }
    assert visible_contacts(anonymous(), OrganizationFactory(**columns)) == [field]


@pytest.mark.parametrize("who", MAY_READ, ids=lambda who: who.__name__)
def test_a_protected_organization_shows_contacts_to_the_secretariat_alone(who):
    organization = OrganizationFactory(
        entry__is_protected=True, **dict.fromkeys(CONTACT_FIELDS.values(), Visibility.PUBLIC)
    )
    assert visible_contacts(who(), organization) == (list(CONTACT_FIELDS) if who in (registrar, superuser) else [])


def test_a_field_that_is_no_contact_is_refused():
    assert not user_can_see_contact(superuser(), OrganizationFactory(), "name")


def test_every_contact_column_has_its_visibility():
    organization = OrganizationFactory()
    for field, column in CONTACT_FIELDS.items():
        assert hasattr(organization, field)
        assert getattr(organization, column) in Visibility.values


def test_the_circles_are_asked_once(django_assert_num_queries):
    organization, user = OrganizationFactory(), member()
    with django_assert_num_queries(4):  # two for permissions, one for the centre, one for representation
        visible_contacts(user, organization)
