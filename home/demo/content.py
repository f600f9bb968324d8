"""Turns the demo's data files into the values of page fields, in one language at a time.

Both languages give the same structure with the same block ids, so that each English text finds the Thai one that
it translates.
"""

import re
import tomllib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import override

from home.links import plugin_match

FOLDER = Path(__file__).parent
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')

# {"page:about": primary key}; a reference that is not in it stays as it is written.
Pages = Mapping[str, int]


def read(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


class Writer:
    """Writes one page's blocks in one language.

    Attributes:
        name: the page's reference, for example "page:about"; block ids are made of it.
        language: "th" or "en".
        pages: where references lead.
    """

    def __init__(self, name: str, language: str, pages: Pages) -> None:
        self.name, self.language, self.pages = name, language, pages

    def said(self, value: Mapping[str, str] | None) -> str:
        return value[self.language] if value else ""

    def block(self, kind: str, value, *place) -> dict:
        """A block as StreamField and ListBlock store it; `place` tells it from the others of the page."""
        # The same id in both languages: wagtail-localize finds the translation of a block by it.
        return {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, "/".join(map(str, (self.name, *place)))))}

    def body(self, blocks: list[dict]) -> list[dict]:
        written = (self._blocks(block, place) for place, block in enumerate(blocks))
        return [block for some in written for block in some]

    def _blocks(self, block: dict, place: int) -> list[dict]:
        kind = block["type"]
        if kind == "faq":
            return [
                self.block(kind, {"question": self.said(item["q"]), "answer": self.rich(item["a"])}, place, row)
                for row, item in enumerate(block["item"])
            ]
        if kind == "list":
            return [self.block("paragraph", self._list(block), place)]
        if kind == "button":
            value = self._button(block)
            return [self.block(kind, value, place)] if value else []
        value = getattr(self, f"_{kind}")(block)
        return [self.block(kind, value, place)]

    def _heading(self, block: dict) -> str:
        return self.said(block)

    def _paragraph(self, block: dict) -> str:
        return self.rich(block)

    def _quote(self, block: dict) -> dict:
        return {"text": self.said(block), "source": self.said(block.get("by"))}

    def _notice(self, block: dict) -> dict:
        return {"title": self.said(block.get("title")), "text": self.rich(block)}

    def _list(self, block: dict) -> str:
        tag = "ol" if block.get("ordered") else "ul"
        return f"<{tag}>{''.join(f'<li>{self.linked(text)}</li>' for text in block[self.language])}</{tag}>"

    def _button(self, block: dict) -> dict | None:
        href = block["href"]
        page = self.pages.get(href)
        if page is None and is_dead(href):
            # A button that leads nowhere is left out with its block.
            return None
        return {"label": self.said(block), "page": page, "url": "" if page else href}

    def rich(self, value: Mapping[str, str]) -> str:
        return self.linked(self.said(value))

    def linked(self, html: str) -> str:
        """`html` with links to pages as Wagtail stores them, and without links to apps that are not installed."""
        return _LINK.sub(self._link, html)

    def _link(self, found: re.Match[str]) -> str:
        href, text = found.groups()
        if href in self.pages:
            return f'<a linktype="page" id="{self.pages[href]}">{text}</a>'
        return text if is_dead(href) else f'<a href="{escape(href)}">{text}</a>'


def is_dead(href: str) -> bool:
    """Whether an address of this site belongs to an app that is not installed."""
    with override("th"):
        return href.startswith("/") and plugin_match(href) is None


def ways(writer: Writer, rows: list[dict]) -> list[dict]:
    """The first steps on the home page, without those that lead to an app that is not installed."""
    found = []
    for place, row in enumerate(rows):
        page = writer.pages.get(row["href"])
        if page is None and is_dead(row["href"]):
            continue
        value = {"label": writer.said(row["label"]), "page": page, "url": "" if page else row["href"]}
        found.append(writer.block("way", value | {"text": writer.said(row["text"])}, "way", place))
    return found


def figures(writer: Writer, rows: list[dict]) -> list[dict]:
    return [
        writer.block(
            "figure",
            {
                "value": int(row["value"]),
                "label": writer.said(row["label"]),
                "as_of": row["as_of"],
                "source": writer.said(row["source"]),
                "source_url": row["source_url"],
            },
            "figure",
            place,
        )
        for place, row in enumerate(rows)
    ]


def chapters(writer: Writer, rows: list[dict]) -> list[dict]:
    return [
        writer.block(
            "chapter",
            {"number": row["number"], "title": writer.said(row["title"]), "clauses": clauses(writer, row["clause"])},
            "chapter",
            row["number"],
        )
        for row in rows
    ]


def clauses(writer: Writer, rows: list[dict]) -> list[dict]:
    return [
        writer.block(
            "item",
            {"number": row["number"], "title": writer.said(row["title"]), "text": writer.rich(row["text"])},
            "clause",
            row["number"],
        )
        for row in rows
    ]


def sources(writer: Writer, rows: list[dict]) -> list[dict]:
    return [
        writer.block("source", {"label": writer.said(row["label"]), "url": row["url"]}, "source", place)
        for place, row in enumerate(rows)
    ]
