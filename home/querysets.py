"""Pages as people ask for them."""

from django.db.models import Count, Prefetch
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.query import PageQuerySet

from home.pictures import CARD


class NewsQuerySet(PageQuerySet):
    def published(self) -> "NewsQuerySet":
        """Live, and not behind a password or a sign-in: lists and feeds are public."""
        return self.live().public()

    def newest_first(self) -> "NewsQuerySet":
        return self.order_by("-published_on", "-path")

    def in_category(self, category: str) -> "NewsQuerySet":
        return self.filter(category=category)

    def from_province(self, code: str) -> "NewsQuerySet":
        return self.filter(province=code)

    def for_lists(self) -> "NewsQuerySet":
        """With the picture of each item as cards show it, and without its text."""
        pictures = get_image_model().objects.prefetch_renditions(CARD)
        return self.prefetch_related(Prefetch("image", pictures)).defer_streamfields()

    def counted_by(self, field: str) -> dict[str, int]:
        """How many items each value of `field` has; empty values are left out."""
        return dict(self.exclude(**{field: ""}).order_by().values_list(field).annotate(Count("pk")))


def live_translations(*pages: Page) -> dict[tuple, Page]:
    """The live pages that are `pages` in some language: {(translation_key, language code): page}; one query."""
    keys = {page.translation_key for page in pages}
    found = Page.objects.live().filter(translation_key__in=keys).select_related("locale")
    return {(page.translation_key, page.locale.language_code): page for page in found}
