"""Every public page with its translations, for search engines."""

from collections import defaultdict
from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from portal.templatetags.sharing import absolute


class PageSitemap(Sitemap):
    """Pages of all languages. Unlike Django's `alternates`, a page without a translation names none."""

    def items(self) -> list[Page]:
        shown = Page.objects.live().public().filter(depth__gt=1).order_by("path")
        return list(shown.select_related("locale").defer_streamfields())

    def location(self, item: Page) -> str:
        return item.url or ""

    def lastmod(self, item: Page) -> datetime | None:
        return item.last_published_at

    def get_urls(self, page: int | str = 1, site=None, protocol: str | None = None) -> list[dict]:
        """As Django's, with `alternates` for every translation and x-default for the default language."""
        urls = [url for url in super().get_urls(page=page, site=site, protocol=protocol) if url["item"].url]
        translations: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for url in urls:
            translations[url["item"].translation_key][url["item"].locale.language_code] = absolute(url["item"].url)
        return [url | {"alternates": alternates(translations[url["item"].translation_key])} for url in urls]


def alternates(by_language: dict[str, str]) -> list[dict[str, str]]:
    """[{lang_code, location}] of a page that has translations; nothing for one without."""
    if len(by_language) < 2:
        return []
    default = by_language.get(settings.LANGUAGE_CODE)
    found = [{"lang_code": code, "location": location} for code, location in by_language.items()]
    return [*found, {"lang_code": "x-default", "location": default}] if default else found
