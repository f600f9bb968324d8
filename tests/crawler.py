"""Follows a site's own links in process, and reads what the pages say."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

# Signing out would end the crawl, the CMS and files are no pages of the public site.
LEFT_ALONE = ("/account/logout/", "/en/account/logout/", "/admin/", "/media/", "/static/", "/documents/", "/demo/")
# Pages made by one view from many rows look alike; a handful shows what is wrong with them.
OF_ONE_KIND = 6


@dataclass
class Answer:
    """One visited address: `found_on` names the page whose link led there."""

    path: str
    found_on: str
    status: int
    kind: str
    text: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.text, "html5lib")

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html"

    @property
    def language(self) -> str:
        return "en" if self.path == "/en/" or self.path.startswith("/en/") else "th"

    def links(self, inside: str = "") -> list[str]:
        """Internal addresses of the links in the page, or in the parts that a CSS selector names."""
        found = [urljoin(self.path, tag["href"]) for tag in self.soup.select(f"{inside} a[href]".strip())]
        own = {"", "testserver", urlsplit(settings.BASE_URL).netloc}
        parts = [urlsplit(address) for address in found]
        return [
            part.path + (f"?{part.query}" if part.query else "")
            for part in parts
            if part.scheme in {"", "http", "https"} and part.netloc in own and part.path
        ]


def get(client: Client, address: str, found_on: str = "") -> Answer:
    """The answer at `address`, redirects inside the site followed."""
    response = client.get(address, follow=True)
    kind = response.get("Content-Type", "").split(";")[0]
    text = response.content.decode() if kind == "text/html" and not response.streaming else ""
    path = response.request["PATH_INFO"] if response.redirect_chain else address
    return Answer(path, found_on, response.status_code, kind, text)


def view_of(address: str) -> str:
    path = urlsplit(address).path
    with translation.override("en" if f"{path}/".startswith("/en/") else "th"):
        try:
            return resolve(path).view_name or "?"
        except Resolver404:
            return "nowhere"


def crawl(client: Client, *starts: str) -> Iterator[Answer]:
    """Every address that can be reached, a few of each view that has many."""
    queue, seen, kinds = deque((start, "") for start in starts), set(starts), Counter()
    while queue:
        address, found_on = queue.popleft()
        answer = get(client, address, found_on)
        yield answer
        for link in answer.links() if answer.is_page and answer.status == 200 else ():
            kind = (view_of(link), link.startswith("/en/"), bool(urlsplit(link).query))
            enough = kinds[kind] >= OF_ONE_KIND and not (kind[0] == "wagtail_serve" and not kind[2])
            if link in seen or enough or link.startswith(LEFT_ALONE):
                continue
            seen.add(link)
            kinds[kind] += 1
            queue.append((link, address))


# --- English inside Thai pages -----------------------------------------------------------------------

SPOKEN_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
THAI = re.compile(r"[\u0E00-\u0E7F]")
# Inside a Thai sentence one or two Latin words are a name; a longer run is a sentence of English.
LATIN_RUN = re.compile(r"[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}")


def in_thai(tag: Tag) -> bool:
    """Whether a part of a page claims to be Thai; names in English are marked `lang="en"`."""
    for parent in [tag, *tag.parents]:
        if parent.name in {"script", "style", "code", "kbd", "svg", "textarea"}:
            return False
        if parent.get("lang"):
            return parent["lang"].startswith("th")
    return False


def english(text: str) -> list[str]:
    """Words of a text that claims to be Thai and is not."""
    text = ADDRESS.sub(" ", text)
    if THAI.search(text):
        return LATIN_WORD.findall(" ".join(LATIN_RUN.findall(text)))
    return LATIN_WORD.findall(text)


def english_in_thai(page: BeautifulSoup) -> dict[str, str]:
    """English words that the Thai parts of a page say, each with the sentence around it."""
    said = [node for node in page.find_all(string=True) if type(node).__name__ == "NavigableString"]
    texts = [str(node) for node in said if in_thai(node.parent)]
    for name in SPOKEN_ATTRIBUTES:
        texts += [tag[name] for tag in page.find_all(attrs={name: True}) if in_thai(tag)]
    return {word: " ".join(text.split())[:120] for text in texts for word in english(text)}
