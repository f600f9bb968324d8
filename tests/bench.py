"""`make bench`: how much one page costs against another, within one run on one machine.

Ratios survive a slower machine, seconds do not, so nothing is asserted; what grew is seen by whoever changed it.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ |= {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_DEMO": "1"}
TIMES = 20
MANY = 3_000


def seconds(client, address: str) -> float:
    """The best of many answers to one request."""
    best = float("inf")
    client.get(address)  # the first view of a page makes its pictures
    for _ in range(TIMES):
        start = time.perf_counter()
        status = client.get(address).status_code
        best = min(best, time.perf_counter() - start)
        assert status == 200, f"{address}: {status}"
    return best


def say(what: str, one: float, other: float) -> None:
    print(f"{one / other:6.1f} x  {what}")  # noqa: T201 -- the product of this script


def add_organizations() -> None:
    """As many made-up organizations as a grown council has."""
    from tests.factories.network import OrganizationFactory

    for number in range(MANY):
        OrganizationFactory(name=f"สมาคมพัฒนาชุมชนที่ {number}", name_en=f"Community association {number}")


def compare(client) -> None:
    home = seconds(client, "/")
    directory = seconds(client, "/organizations/")
    say("the home page, against robots.txt", home, seconds(client, "/robots.txt"))
    say("the English home page, against the Thai one", seconds(client, "/en/"), home)
    say("the directory, against the home page", directory, home)
    say("a search in it, against all of it", seconds(client, "/organizations/?q=เพชรบุรี"), directory)
    say("the charter, against the home page", seconds(client, "/charter/"), home)
    add_organizations()
    many = seconds(client, "/organizations/")
    say(f"the directory with {MANY} more organizations", many, directory)
    say(f"a search among {MANY} more, against all of them", seconds(client, "/organizations/?q=ชุมชน"), many)
    say("whose name this may be, against all of them", seconds(client, "/join/likely/?name=พัฒนาชุมชนที่+๗"), many)


def main() -> None:
    import django
    from django.conf import settings

    from tests import databases

    source, files = databases.demo()
    with tempfile.TemporaryDirectory() as folder:
        # All said before the models ask for their storages. Nobody has collected the static files here.
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.MEDIA_ROOT = str(shutil.copytree(files / "media", Path(folder) / "media"))
        django.setup()
        from django.test import Client

        name = str(Path(folder) / "bench.sqlite3")
        databases.copy(source, name)
        databases.adopt(name)
        compare(Client())


if __name__ == "__main__":
    main()
