"""Fixtures that every test may ask for."""

import pytest
from django.core.cache import cache
from django.db import connections

from tests import databases
from tests.factories.portal import UserFactory

pytest_plugins = ["pytester", "tests.must_run"]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory, worker_id):
    """pytest-django's door to the test database: a copy of the migrated template for every worker."""
    name = f"test_portal_{worker_id}"
    if not databases.POSTGRESQL:
        name = str(tmp_path_factory.mktemp("database") / f"{name}.sqlite3")
    with django_db_blocker.unblock():
        databases.copy(databases.migrated(), name)
        databases.adopt(name)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        databases.drop(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Real transactions end with every table emptied; what the migrations wrote comes back."""
    result = yield
    marker = item.get_closest_marker("django_db")
    real = marker and marker.kwargs.get("transaction")
    if nextitem and (real or {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))):
        databases.restore()
    return result


@pytest.fixture(autouse=True)
def _fresh_cache():
    """Rate limits and Wagtail's site cache must not leak from one test into the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Uploads of a test go into its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path / "private", "base_url": None}},
    }


@pytest.fixture
def person(db):
    return UserFactory()


@pytest.fixture
def admin(db):
    return UserFactory(is_superuser=True)
