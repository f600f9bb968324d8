"""The tests' own databases: what migrations wrote is there in every test, whatever ran before."""

import pytest
from django.db import connection
from wagtail.models import Page

from tests import databases


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_real_transactions_leave_what_the_migrations_wrote(turn):
    assert Page.objects.filter(depth=1).exists()


def test_a_copy_stands_alone(db, tmp_path):
    target = f"{databases.PREFIX}_copy" if databases.POSTGRESQL else str(tmp_path / "copy.sqlite3")
    databases.copy(databases.migrated(), target)
    assert databases.exists(target)
    databases.drop(target)
    assert not databases.exists(target)
    assert connection.settings_dict["NAME"] != target


@pytest.mark.postgresql
@pytest.mark.skipif(not databases.POSTGRESQL, reason="DATABASE_URL names no PostgreSQL server")
def test_the_tests_run_on_postgresql(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        assert cursor.fetchone() == ("UTF8",)
