"""The design page names the vocabulary that the templates really have."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PAGE = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
CSS = "".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "portal" / "static" / "portal" / "css").glob("*.css")
)


def test_every_class_of_the_table_exists():
    table = PAGE.split("## Classes")[1].split("##")[0]
    names = {name for cell in re.findall(r"^\| (.*?) \|", table, re.M) for name in re.findall(r"`([\w-]+)`", cell)}
    assert len(names) > 30
    # An ins or del is an element, the rest are classes.
    assert {name for name in names - {"ins", "del"} if f".{name}" not in CSS} == set()


def test_every_component_of_a_snippet_exists():
    names = set(re.findall(r"components/(\w+)\.html", PAGE)) - {"x"}
    assert names
    assert {name for name in names if not (ROOT / "templates" / "components" / f"{name}.html").exists()} == set()


def test_page_stays_short():
    assert len(PAGE.splitlines()) <= 120
