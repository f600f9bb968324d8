"""Two organizations that are one, and a registrar who sees it."""

import pytest

from tests.factories.network import OrganizationFactory


@pytest.fixture
def winner(workflow):
    return OrganizationFactory(name="ตัวอย่าง สมาคมรักแม่น้ำ", name_en="Sample River Association")


@pytest.fixture
def loser(workflow):
    return OrganizationFactory(name="ตัวอย่าง ชมรมรักแม่น้ำ", name_en="Sample River Club")
