"""Memberships of a portal from before terms had a standing: they keep what they said, and go back again."""

from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [("network", "0020_the_council_says_how_it_is_paid")]
AFTER = [("network", "0025_memberships_have_a_history")]


@pytest.fixture
def go_to():
    """Brings the database to a migration; afterwards to the newest again."""

    def go(targets):
        MigrationExecutor(connection).migrate(targets)
        return MigrationExecutor(connection).loader.project_state(targets).apps

    yield go
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def test_terms_of_before_are_in_force_since_their_first_day_and_go_back_with_a_number_each(go_to):
    old = go_to(BEFORE)
    organization = old.get_model("network", "Organization").objects.create(name="ตัวอย่าง")
    tier = old.get_model("network", "Tier").objects.create(kind="national", name="ก")
    row = {"organization_id": organization.pk, "tier_id": tier.pk}
    rows = old.get_model("network", "Membership").objects
    rows.create(number=1, starts_on=date(2021, 5, 1), closed_on=date(2023, 5, 1), **row)
    rows.create(number=2, starts_on=date(2023, 5, 1), **row)

    rows = go_to(AFTER).get_model("network", "Membership").objects
    assert list(rows.order_by("pk").values_list("begun_on", "closed_reason")) == [
        (date(2021, 5, 1), "ended"),
        (date(2023, 5, 1), ""),
    ]
    tokens = set(rows.values_list("certificate_token", flat=True))
    assert len(tokens) == 2
    assert min(map(len, tokens)) > 15
    first = rows.get(number=2)
    rows.filter(pk=first.pk).update(closed_on=date(2025, 5, 1), closed_reason="renewed")
    rows.create(number=2, follows_id=first.pk, begun_on=None, starts_on=None, certificate_token="a" * 22, **row)

    rows = go_to(BEFORE).get_model("network", "Membership").objects
    assert list(rows.order_by("pk").values_list("number", flat=True)) == [1, 2, 3]
    assert not rows.filter(starts_on__isnull=True).exists()
