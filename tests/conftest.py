"""Fixtures that every test may ask for."""

import pytest
from django.core.cache import cache

from tests.factories.portal import UserFactory


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
