import pytest

from network.reference import load_provinces


@pytest.fixture
def provinces(db):
    load_provinces()


@pytest.fixture(params=["", "/en"], ids=["th", "en"])
def prefix(request):
    """Where the pages of each language begin."""
    return request.param
