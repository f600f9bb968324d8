"""A stranger's package with the entry point group `portal.plugins` joins the portal by being installed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import ROOT

PACKAGE = Path(__file__).parent / "plugin_sample"
ASK = """
import django
django.setup()
from django.conf import settings
from django.test import Client
from portal.hooks import answers
print(settings.INSTALLED_APPS[0])
print(max(answers("register_setup_steps"), key=lambda step: step.order).name)
print([url for items in answers("register_menu_items", None) for _, _, url in items or []])
for address in ("/sample/", "/en/sample/"):
    print(Client().get(address).status_code)
"""


@pytest.fixture
def installed(tmp_path):
    """A folder that looks to Python like the place a package was installed into."""
    info = tmp_path / "sample_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sample-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[portal.plugins]\nsample = sample_plugin\n")
    (tmp_path / "sample_plugin").symlink_to(PACKAGE / "sample_plugin")
    return tmp_path


def said(folder, code) -> list[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "DATABASE_URL"))},
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PORTAL_APPS": "home",
        "PORTAL_DEMO": "1",
        "PORTAL_VAR": str(folder / "var"),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}",
    }
    done = subprocess.run(  # noqa: S603 -- our own code
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()


def test_an_installed_package_joins_the_portal(installed):
    first, step, menu, thai, english = said(installed, ASK)
    # First, so that its templates win over the portal's.
    assert (first, step, menu) == ("sample_plugin", "sample", "['/sample/']")
    assert (thai, english) == ("200", "200")


def test_without_its_entry_point_a_package_stays_out(installed):
    (installed / "sample_plugin-1.0.dist-info" / "entry_points.txt").unlink()
    code = "from django.conf import settings; print(settings.INSTALLED_APPS[0])"
    assert said(installed, code) == ["home"]
