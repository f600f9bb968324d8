"""Fixtures that every test may ask for."""

import os
import shutil

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection, connections
from django.db.models import FileField
from django.utils import translation
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.accounts import factors
from tests import databases
from tests.factories.portal import UserFactory

# A portal without an app runs without that app's tests.
collect_ignore = [app for app in ("home", "network", "events") if app not in settings.PORTAL_APPS]

pytest_plugins = ["pytester", "tests.must_run"]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory, worker_id):
    """pytest-django's door to the test database: a copy of the migrated template for every worker."""
    name = f"{databases.PREFIX}_portal_{worker_id}"
    if not databases.POSTGRESQL:
        name = str(tmp_path_factory.mktemp("database") / f"{name}.sqlite3")
    with django_db_blocker.unblock():
        databases.copy(databases.migrated(), name)
        databases.adopt(name)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        databases.drop(name)


def pytest_collection_modifyitems(config, items):
    """In CI, what may not touch a database runs on one of the two alone: it says the same on both."""
    if not (databases.POSTGRESQL and os.environ.get("CI")):
        return
    apart = [item for item in items if not touches_a_database(item)]
    config.hook.pytest_deselected(items=apart)
    items[:] = [item for item in items if touches_a_database(item)]


def touches_a_database(item) -> bool:
    """pytest-django lets nobody else in; a browser's portal is a process of its own."""
    fixtures = {"db", "transactional_db", "live_server", "demo_database", "chromium", "portal", "own_portal"}
    marks = ("django_db", "browser", "postgresql")
    return bool(fixtures & set(getattr(item, "fixturenames", ()))) or any(map(item.get_closest_marker, marks))


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
def _no_reference_index():
    """Who uses which row in the CMS: written at every save, a seventh of the whole run, and read by hardly a test."""
    with disable_reference_index_auto_update():
        yield


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Uploads of a test go into its own folder."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = {
        **settings.STORAGES,
        "private": {**settings.STORAGES["private"], "OPTIONS": {"location": tmp_path / "private", "base_url": None}},
    }


@pytest.fixture(scope="module")
def demo_database(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """A copy of the portal with its demo in the place of the empty one, for the tests of one module."""
    own, folder = connection.settings_dict["NAME"], tmp_path_factory.mktemp("demo")
    name = f"{databases.PREFIX}_demo_{worker_id}" if databases.POSTGRESQL else str(folder / "demo.sqlite3")
    with django_db_blocker.unblock():
        source, files = databases.demo()
        shutil.copytree(files, folder / "var")
        databases.copy(source, name)
        databases.adopt(name)
    yield folder / "var"
    with django_db_blocker.unblock():
        databases.adopt(own)
        databases.drop(name)


@pytest.fixture
def demo(demo_database, db, settings, monkeypatch):
    """The portal as `make demo` leaves it; what a test changes is gone with it."""
    settings.MEDIA_ROOT = demo_database / "media"
    for storage in _private_storages():
        monkeypatch.setattr(storage, "location", str(demo_database / "private"))


def _private_storages():
    """Those of the fields that are kept apart from the media: a field holds on to the one it was made with."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    own = {field.storage for field in fields if isinstance(field, FileField) and field.storage is not default_storage}
    return {storage for storage in own if getattr(storage, "_location", None)}


@pytest.fixture
def person(db):
    return UserFactory()


@pytest.fixture
def admin(db):
    return UserFactory(is_superuser=True)


@pytest.fixture(autouse=True)
def _thai_again():
    """A request leaves its language active in the thread; the next test begins in Thai."""
    translation.activate("th")
    yield
    translation.deactivate()


def _with_factor(sender, request, user, **kwargs):
    # Only force_login comes from nowhere; whoever comes through a page shows their factor there.
    if not request.path:
        factors.remember(request, user, Authenticator(type=Authenticator.Type.TOTP))


@pytest.fixture(autouse=True)
def _full_sign_in():
    """`client.force_login` signs in completely, the second factor included, which the CMS asks for."""
    user_logged_in.connect(_with_factor)
    yield
    user_logged_in.disconnect(_with_factor)
