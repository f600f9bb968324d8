"""The way to a page of the network."""

from django.urls import reverse
from django.utils.translation import pgettext


def crumbs(*steps: tuple[str, str | None]) -> list[dict]:
    """The front page and then `steps`: (title, address), None for the page itself."""
    home = (pgettext("page", "Home"), reverse("wagtail_serve", args=[""]))
    return [{"title": title, "url": url} for title, url in (home, *steps)]
