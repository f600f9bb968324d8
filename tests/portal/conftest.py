import pytest

from tests.line import CHANNEL, SECRET, line_stand_in


@pytest.fixture(scope="module")
def line_server():
    with line_stand_in() as line:
        yield line


@pytest.fixture
def line(line_server, settings):
    """LINE, switched on, with a stand-in in its place."""
    line_server.reset()
    settings.LINE_ACCESS_URL = settings.LINE_API_URL = line_server.url
    provider = settings.SOCIALACCOUNT_PROVIDERS["line"]
    settings.SOCIALACCOUNT_PROVIDERS = {"line": {**provider, "APPS": [{"client_id": CHANNEL, "secret": SECRET}]}}
    return line_server
