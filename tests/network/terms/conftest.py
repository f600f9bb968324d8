"""The cast of a membership: its primary contact, others of the organization, a registrar, and members to look at."""

import pytest

from tests.factories.network import RepresentativeFactory
from tests.factories.terms import member


@pytest.fixture
def term(organization):
    """The organization's, ending in 40 days."""
    return member(40, organization=organization)


@pytest.fixture
def recused(registrar, organization):
    """A registrar who acts for the organization too."""
    return RepresentativeFactory(organization=organization, user=registrar).user
