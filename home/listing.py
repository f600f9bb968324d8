"""Lists over several pages, filtered by links: no script and no form is needed."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404

from home.querysets import NewsQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PER_PAGE = 12


def page_of(found: QuerySet, number: str) -> Page:
    """Page `number` of what was found; Http404 if there is none."""
    try:
        return Paginator(found, PER_PAGE).page(number)
    # Not the last page instead: an address that never existed should not be indexed as one that does.
    except InvalidPage as error:
        raise Http404 from error


def choice_filter(
    everything: NewsQuerySet, field: str, title: "StrOrPromise", choices: list, chosen: dict[str, str]
) -> dict:
    """One filter as links: {title, items: [{label, url, count, current}], chosen: {label, url} | None}.

    Raises:
        Http404: the chosen value is none of `choices`.
    """
    names, value = dict(choices), chosen[field]
    if value and value not in names:
        raise Http404
    counts = everything.counted_by(field)
    # Each filter keeps the other's choice: one is taken off without losing both.
    others = {name: other for name, other in chosen.items() if other and name != field}
    items = [
        {"label": label, "url": f"?{urlencode(others | {field: key})}", "count": counts[key], "current": key == value}
        for key, label in choices
        # A filter that leads to nothing is no offer.
        if key in counts
    ]
    without = {"label": names[value], "url": f"?{urlencode(others)}"} if value else None
    return {"title": title, "items": items, "chosen": without}
