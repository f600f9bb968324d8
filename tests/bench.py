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
IMPORTED = 10_000
# What grows with the register, and what must not.
GROWING = {
    "the directory": "/organizations/",
    "its last page": "/organizations/?page=9999",
    "a Thai word inside a name": "/organizations/?q=ชุมชน",
    "a search that finds nothing": "/organizations/?q=ฬฬฬฬฬ",
    "one province of it": "/organizations/?province=phetchaburi",
    "an organization's page": "/organizations/sample-phetchaburi-sugar-palm-group/",
    "the home page": "/",
    "a centre's page": "/centres/phetchaburi/",
    "whose name this may be": "/join/likely/?name=พัฒนาชุมชนที่+๗",
    "the sitemap": "/sitemap.xml",
}


def seconds(client, address: str, *, before=None) -> float:
    """The best of many answers to one request; `before` is done untimed before each."""
    best = float("inf")
    client.get(address)  # the first view of a page makes its pictures
    for _ in range(TIMES):
        if before:
            before()
        start = time.perf_counter()
        status = client.get(address).status_code
        best = min(best, time.perf_counter() - start)
        assert status == 200, f"{address}: {status}"
    return best


def say(what: str, one: float, other: float) -> None:
    print(f"{one / other:6.1f} x  {what}  ({one * 1000:.0f} against {other * 1000:.0f} ms)", flush=True)  # noqa: T201 -- the product of this script


def add_organizations() -> None:
    """As many made-up organizations as a grown council has."""
    from tests.factories.network import OrganizationFactory

    for number in range(MANY):
        OrganizationFactory(name=f"สมาคมพัฒนาชุมชนที่ {number}", name_en=f"Community association {number}")


def compare(client) -> None:
    from django.core.cache import cache

    few = {what: seconds(client, address) for what, address in GROWING.items()}
    home, directory = few["the home page"], few["the directory"]
    say("the home page with an empty cache, against a warm one", seconds(client, "/", before=cache.clear), home)
    say("the English home page, against the Thai one", seconds(client, "/en/"), home)
    say("the home page, against a text page", home, seconds(client, "/about/"))
    say("the charter, against a text page", seconds(client, "/charter/"), seconds(client, "/about/"))
    say("a search in the pages, against a text page", seconds(client, "/search/?q=สมัชชา"), seconds(client, "/about/"))
    say("a Thai word inside a name, against the whole directory", few["a Thai word inside a name"], directory)
    add_organizations()
    for what, address in GROWING.items():
        say(f"{what}, with {MANY} more organizations against without", seconds(client, address), few[what])


def import_list() -> None:
    """A list as long as the country's: read, checked, and imported, counted in processor time."""
    from network.importing import carrying, intake, previewing
    from tests.factories.importing import long_list

    content = long_list(IMPORTED)
    start = time.process_time()
    run = previewing.preview(intake.take_in(content, "bench.xlsx", by=None), by=None)
    checked = time.process_time()
    carrying.carry_out(run, by=None)
    done = time.process_time()
    assert run.counts == {"new": IMPORTED}, run.counts
    for what, spent in (("read and checked", checked - start), ("checked again and imported", done - checked)):
        print(f"{IMPORTED / spent:6.0f} rows a second  {what}  ({IMPORTED} rows in {spent:.0f} s)", flush=True)  # noqa: T201 -- see say


def main() -> None:
    import django
    from django.conf import settings

    from tests import databases

    source, files = databases.demo()
    with tempfile.TemporaryDirectory() as folder:
        # All said before the models ask for their storages. Nobody has collected the static files here.
        settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.STORAGES["private"]["OPTIONS"]["location"] = folder
        settings.MEDIA_ROOT = str(shutil.copytree(files / "media", Path(folder) / "media"))
        django.setup()
        from django.test import Client

        name = str(Path(folder) / "bench.sqlite3")
        databases.copy(source, name)
        databases.adopt(name)
        compare(Client())
        import_list()


if __name__ == "__main__":
    main()
