"""Addresses that editors type: /organizations/ leads English readers to /en/organizations/."""

import re

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.html import escape
from django.utils.translation import get_language, override

_LOCAL_HREF = re.compile(r'(?<=<a href=")(/[^/"][^"]*)(?=")')


def in_active_language(url: str) -> str:
    """The address of this site's own path in the active language.

    `url` is written without a language prefix. Addresses of pages stay as they are (a page may have no
    translation: choose it as a page instead), and so do files and other sites.
    """
    language = get_language()
    if not url.startswith("/") or url.startswith("//"):
        return url
    path, mark, rest = url.partition("?") if "?" in url else url.partition("#")
    # Only the default language is without a prefix.
    with override(settings.LANGUAGE_CODE):
        match = plugin_match(path)
    if match is None:
        return url
    with override(language):
        return reverse(match.view_name, args=match.args, kwargs=match.kwargs) + mark + rest


def plugin_match(path: str):
    """What answers `path` in the active language, if it is not the page tree's catch-all; else None."""
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return None if match.view_name == "wagtail_serve" or not match.view_name else match


def localize_links(html: str) -> str:
    """`html` with every link to this site's own paths in the active language."""
    return _LOCAL_HREF.sub(lambda found: escape(in_active_language(found[1])), html)
