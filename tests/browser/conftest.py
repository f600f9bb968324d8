"""Chromium and portals for it. The portal runs in a process of its own, so no test here touches the database."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.portal import serve
from tests.browser.visitor import Sessions, sign_in, visit
from tests.line import CHANNEL, SECRET, LineStandIn, line_stand_in

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group(f"browser {item.path.stem}"))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium here"))


@pytest.fixture(scope="package")
def chromium():
    """The browser. It leaves with the last test of this folder, so that its event loop meets no database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def line_server():
    with line_stand_in() as line:
        yield line


@pytest.fixture
def line(line_server):
    """LINE, or what every portal here takes for it: `line.person` is who holds the phone."""
    line_server.reset()
    return line_server


def channel(line: LineStandIn) -> dict[str, str]:
    return {
        "LINE_CHANNEL_ID": CHANNEL,
        "LINE_CHANNEL_SECRET": SECRET,
        "LINE_ACCESS_URL": line.url,
        "LINE_API_URL": line.url,
    }


@pytest.fixture(scope="session")
def portal(tmp_path_factory, line_server):
    """The portal that many tests read; a test that writes asks for `own_portal`."""
    with serve(tmp_path_factory.mktemp("portal"), **channel(line_server)) as portal:
        yield portal
        assert not portal.faults()


@pytest.fixture
def own_portal(tmp_path, line_server):
    with serve(tmp_path, **channel(line_server)) as portal:
        yield portal
        assert not portal.faults()


@pytest.fixture
def enter(chromium, own_portal):
    """Opens a phone of its own for each person, signed in; allowed to see what a form refuses."""
    open_ones = []

    def person(email, to="/account/"):
        visitor = visit(chromium, own_portal, allow=(422,))
        open_ones.append(visitor)
        page = visitor.__enter__()
        sign_in(page, email, to=to)
        return page

    yield person
    for visitor in open_ones:
        visitor.__exit__(None, None, None)


@pytest.fixture(scope="package")
def sessions(chromium, portal):
    return Sessions(chromium, portal)
