"""The events' public addresses, for search engines."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from events.models import Event


class EventSitemap(Sitemap):
    """Every published event in both languages, since one row holds both."""

    i18n = alternates = x_default = True

    def items(self) -> QuerySet[Event]:
        return Event.objects.published().order_by("pk")

    def lastmod(self, item: Event) -> datetime | None:
        return item.last_published_at


class EventListSitemap(Sitemap):
    i18n = alternates = x_default = True

    def items(self) -> list[str]:
        return ["events:event_list"]

    def location(self, item: str) -> str:
        return reverse(item)
