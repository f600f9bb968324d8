"""A portal from before fees had dates: what its tiers cost moves into their first fees, and back."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [("network", "0014_the_council_says_how_long_it_may_take_back")]
WITH_BOTH = [("network", "0016_the_first_fee_is_that_of_the_tier")]


@pytest.fixture
def go_to():
    """Brings the database to a migration; afterwards to the newest again."""

    def go(targets):
        executor = MigrationExecutor(connection)
        executor.migrate(targets)
        return MigrationExecutor(connection).loader.project_state(targets).apps

    yield go
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_the_first_fee_is_that_of_the_tier_and_back_again(go_to):
    old = go_to(BEFORE)
    organization = old.get_model("network", "Organization").objects.create(name="ตัวอย่าง")
    national = old.get_model("network", "Tier").objects.create(kind="national", name="ก", months=36, fee=1500)
    old.get_model("network", "Tier").objects.create(kind="provincial", name="ข")
    membership = {"organization": organization, "tier": national, "number": 1, "starts_on": date(2021, 5, 1)}
    old.get_model("network", "Membership").objects.create(**membership)

    new = go_to(WITH_BOTH)
    fees = new.get_model("network", "Fee").objects.order_by("tier__kind")
    assert list(fees.values_list("tier__kind", "amount", "months", "valid_from")) == [
        ("national", 1500, 36, date(2021, 5, 1)),
        ("provincial", 0, None, timezone.localdate()),
    ]
    fees.filter(tier__kind="national").update(amount=1800)

    old = go_to(BEFORE)
    assert list(old.get_model("network", "Tier").objects.order_by("kind").values_list("fee", "months")) == [
        (1800, 36),
        (0, None),
    ]
