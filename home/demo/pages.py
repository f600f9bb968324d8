"""What each page of the demo is: its type, its place and its fields in one language."""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.images.models import Image
from wagtail.models import Page

from home.demo import content
from home.demo.content import Writer
from home.models import CharterPage, HomePage, NewsIndexPage, NewsPage, StandardPage

HOME = "page:home"


@dataclass(frozen=True)
class Plan:
    """One page to make.

    Attributes:
        key: how other pages refer to it.
        model: its type.
        parent: key of the page above it; "" for the home page, which exists already.
        slug: the last part of its address, the same in both languages.
        shared: fields that are the same in both languages.
        texts: gives the other fields in a writer's language.
    """

    key: str
    model: type[Page]
    parent: str
    slug: str
    shared: dict
    texts: Callable[[Writer], dict]


def plans(images: dict[str, Image]) -> list[Plan]:
    """Every page, parents first, those of the main menu in the menu's order."""
    site, charter, news = content.read("site.toml"), content.read("charter.toml"), content.read("news.toml")
    labels = {row["target"]: row["label"] for row in site["menu"] if row["target"].startswith("page:")}
    sections = [
        charter_plan(charter, labels),
        index_plan(news["index"], labels),
        *(standard_plan(row, labels) for row in content.read("pages.toml")["page"]),
    ]
    order = list(labels)
    sections.sort(key=lambda plan: order.index(plan.key) if plan.key in labels else len(order))
    return [home_plan(site["home"], images), *sections, *(news_plan(row, images) for row in news["news"])]


def common(writer: Writer, row: dict, labels: dict) -> dict:
    return {
        "title": writer.said(row["title"]),
        "search_description": writer.said(row.get("seo")),
        "menu_title": writer.said(labels.get(writer.name)),
    }


def home_plan(row: dict, images: dict[str, Image]) -> Plan:
    def texts(writer: Writer) -> dict:
        return {
            "title": writer.said(row["title"]),
            "search_description": writer.said(row["seo"]),
            "lead": writer.said(row["lead"]),
            "hero_image_alt": writer.said(row.get("image_alt")),
            "ways": content.ways(writer, row["way"]),
            "figures": content.figures(writer, row["figure"]),
            "body": writer.body(row["block"]),
        }

    return Plan(HOME, HomePage, "", "", {"hero_image": images.get(row.get("image", ""))}, texts)


def standard_plan(row: dict, labels: dict) -> Plan:
    def texts(writer: Writer) -> dict:
        return common(writer, row, labels) | {"intro": writer.said(row["intro"]), "body": writer.body(row["block"])}

    shared = {"show_in_menus": row["in_menu"], "show_in_footer": row["in_footer"]}
    return Plan(f"page:{row['slug']}", StandardPage, HOME, row["slug"], shared, texts)


def charter_plan(row: dict, labels: dict) -> Plan:
    def texts(writer: Writer) -> dict:
        return common(writer, row, labels) | {
            "edition": writer.said(row["edition"]),
            "notice": writer.rich(row["notice"]),
            "preamble": writer.rich(row["preamble"]),
            "chapters": content.chapters(writer, row["chapter"]),
            "sources": content.sources(writer, row["source"]),
        }

    shared = {"show_in_menus": True, "adopted_on": row["adopted_on"], "is_sample": row["is_sample"]}
    return Plan("page:charter", CharterPage, HOME, row["slug"], shared, texts)


def index_plan(row: dict, labels: dict) -> Plan:
    def texts(writer: Writer) -> dict:
        return common(writer, row, labels) | {"intro": writer.said(row["intro"])}

    return Plan("page:news", NewsIndexPage, HOME, "news", {"show_in_menus": True}, texts)


def news_plan(row: dict, images: dict[str, Image]) -> Plan:
    def texts(writer: Writer) -> dict:
        return {
            "title": writer.said(row["title"]),
            "lead": writer.said(row["lead"]),
            "image_alt": writer.said(row["image_alt"]),
            "body": writer.body(row["block"]),
        }

    shared = {name: row[name] for name in ("published_on", "category", "province")}
    shared["image"] = images.get(row["image"])
    return Plan(f"news:{row['slug']}", NewsPage, "page:news", row["slug"], shared, texts)
