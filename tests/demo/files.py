"""The demo's data files, read as data: no loader and no database."""

import csv
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import geothai

ROOT = Path(__file__).resolve().parents[2]
HOME, NETWORK, EVENTS = ROOT / "home/demo", ROOT / "network/demo", ROOT / "events/demo"
THAI = re.compile(r"[\u0e00-\u0e7f]")
PROVINCES = {f"TH-{province.code}" for province in geothai.provinces()}
RICH = {"paragraph", "notice"}
PLAIN = {"heading", "quote", "button"}


def toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rows(name):
    with (NETWORK / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs).get("href")))

    def handle_endtag(self, tag):
        self.seen.append((f"/{tag}", None))


def tags(html):
    parser = Tags()
    parser.feed(html)
    return parser.seen


def shape(html):
    """Block tags in order, and inline tags as a bag: word order differs between languages."""
    seen = tags(html)
    inline = {"a", "b", "i", "/a", "/b", "/i"}
    blocks = [tag for tag, _ in seen if tag not in inline]
    return blocks, sorted((tag, href or "") for tag, href in seen if tag in inline)


def assert_pair(th, en, where):
    assert THAI.search(th), f"{where}: no Thai in {th!r}"
    assert en.strip(), f"{where}: the English is empty"
    assert shape(th) == shape(en), f"{where}: the two languages differ in structure"


def assert_balanced(html, where):
    stack = []
    for tag, _ in tags(html):
        if not tag.startswith("/"):
            stack.append(tag)
        else:
            assert stack, f"{where}: {tag} closes nothing"
            assert stack.pop() == tag[1:], f"{where}: {tag} closes the wrong tag"
    assert not stack, f"{where}: left open {stack}"


def pages():
    return toml(HOME / "pages.toml")["page"]


def news():
    return toml(HOME / "news.toml")["news"]


def events():
    return toml(EVENTS / "events.toml")["event"]


def centres():
    return toml(NETWORK / "centres.toml")["centre"]


def chapters():
    return toml(HOME / "charter.toml")["chapter"]


def blocks():
    for page in pages():
        yield from ((f"page {page['slug']}", block) for block in page["block"])
    for item in news():
        yield from ((f"news {item['slug']}", block) for block in item["block"])
    yield from (("home", block) for block in toml(HOME / "site.toml")["home"]["block"])


def pairs(value, where=""):
    """Every {th, en} table of plain strings below `value`, with the path to it."""
    if isinstance(value, dict):
        if set(value) == {"th", "en"}:
            yield where, value
        for key, child in value.items():
            yield from pairs(child, f"{where}.{key}")
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from pairs(child, f"{where}[{number}]")
