"""The directory and the centres in both languages, for search engines."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from network.models import Organization, Province


class InBothLanguages(Sitemap):
    i18n = alternates = x_default = True


class OrganizationSitemap(InBothLanguages):
    def items(self) -> list[Organization]:
        return list(Organization.objects.listed().select_related("entry").order_by("pk"))

    def lastmod(self, item: Organization) -> datetime | None:
        return item.last_published_at


class CentreSitemap(InBothLanguages):
    def items(self) -> list[Province]:
        return list(Province.objects.all())


class ListSitemap(InBothLanguages):
    def items(self) -> list[str]:
        return ["network:organizations", "network:centres", "network_join:start"]

    def location(self, item: str) -> str:
        return reverse(item)
