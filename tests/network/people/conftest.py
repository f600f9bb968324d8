"""The cast: a primary contact (`rep`), her colleague, somebody who is invited, the centre and the secretariat."""

import pytest

from network.actions import Invited, hand_over, invite
from network.enums import RepresentativeRole
from network.models import Representative
from tests.factories.holding import person_at
from tests.factories.network import RepresentativeFactory

ADDRESS = "somsri@example.org"
NAME = "ตัวอย่าง สมศรี"


@pytest.fixture
def somsri(workflow):
    """Whom everybody invites: she reads mail at ADDRESS."""
    return person_at(ADDRESS, name="")


@pytest.fixture
def second(organization):
    """Another primary contact."""
    return RepresentativeFactory(organization=organization).user


@pytest.fixture
def invitation(organization, rep):
    """Somsri is asked to keep the profile."""
    return invite(organization, by=rep, role=RepresentativeRole.EDITOR, whom=Invited(NAME, ADDRESS))


@pytest.fixture
def handing(organization, rep):
    """`rep` hands over to Somsri, and keeps the profile afterwards."""
    whom = Invited(NAME, ADDRESS)
    return hand_over(mandate_of(rep, organization), by=rep, whom=whom, role_afterwards=RepresentativeRole.EDITOR)


def mandate_of(user, organization) -> Representative:
    return Representative.objects.filter(user=user, organization=organization).latest("pk")


def acting(organization) -> dict[str, str]:
    """Who acts today, in which role."""
    rows = Representative.objects.active().filter(organization=organization).select_related("user")
    return {str(row.user.email): row.role for row in rows}
