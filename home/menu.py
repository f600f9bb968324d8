"""The main menu and the footer's: pages of the active language, and what plugins add."""

from dataclasses import dataclass
from itertools import count

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from home.models import SECTIONS
from portal.hooks import answers

HOME_DEPTH = 2
# Pages stand at 100, 200, 300 ... in the order of the page tree; a plugin chooses a number between.
STEP = 100


@dataclass(frozen=True)
class Item:
    """One entry; `current` marks the page itself and what lies below it."""

    title: str
    url: str
    current: bool


def menus(request: HttpRequest) -> dict[str, list[Item]]:
    """`main_menu` and `footer_menu` for the active language; one query."""
    pages = menu_pages()
    main = entries(request, [page for page in pages if page.show_in_menus])
    for added in answers("register_menu_items", request):
        main += added or []
    return {
        "main_menu": items(request, sorted(main, key=lambda entry: entry[0])),
        "footer_menu": items(request, entries(request, [page for page in pages if page.in_footer])),
    }


def entries(request: HttpRequest, pages: list[Page]) -> list[tuple[int, str, str | None]]:
    """(order, title, address) of each page."""
    return [
        (place, page.menu_title or page.title, page.get_url(request))
        for place, page in zip(count(STEP, STEP), pages, strict=False)
    ]


def menu_pages() -> list[Page]:
    """Live pages below the live home of the active language that are in a menu, in tree order."""
    in_menu = Q(depth=HOME_DEPTH + 1) & (Q(show_in_menus=True) | Q(in_footer=True))
    found = (
        Page.objects.live()
        .filter(locale__language_code=get_language())
        .annotate(menu_title=of_any_section("menu_title", ""), in_footer=of_any_section("show_in_footer", False))
        .filter(Q(depth=HOME_DEPTH) | in_menu)
        .order_by("path")
    )
    # Below a home that is live: the children of a draft home would be dead links.
    homes = tuple(page.path for page in found if page.depth == HOME_DEPTH)
    return [page for page in found if page.depth > HOME_DEPTH and page.path.startswith(homes)]


def of_any_section(field: str, otherwise: str | bool) -> Coalesce:
    """The value of a field that every section page has, read from the table of the page's own type."""
    # One query instead of one for each type; pages of other apps have none of these columns.
    return Coalesce(*[F(f"{model._meta.model_name}__{field}") for model in SECTIONS], Value(otherwise))


def items(request: HttpRequest, ordered: list[tuple[int, str, str | None]]) -> list[Item]:
    return [Item(title, url, request.path.startswith(url)) for _, title, url in ordered if url]
