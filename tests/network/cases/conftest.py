"""The cast of an application: applicant, two coordinators of one province, one of another, a registrar."""

import pytest

from tests.factories.membership import (
    CoordinatorFactory,
)


@pytest.fixture
def second_coordinator(coordinator):
    return CoordinatorFactory().user
