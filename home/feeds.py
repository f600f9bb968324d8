"""News as feeds, one for each language."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.models import NewsIndexPage, NewsPage
from portal.models import Identity
from portal.templatetags.sharing import absolute

NEWEST = 20


class NewsFeed(Feed):
    """The newest items of the active language, as Atom."""

    # Atom is the one without the ambiguities of RSS; the class below is for readers that know only that.
    feed_type: type[SyndicationFeed] = Atom1Feed
    url_name = "news_atom"

    def get_object(self, request: HttpRequest) -> Identity:
        return Identity.load(request_or_site=request)

    def title(self, identity: Identity) -> str:
        return f"{identity.display_name}: {_('News')}"

    def subtitle(self, identity: Identity) -> str:
        return identity.display_tagline

    def link(self, identity: Identity) -> str:
        """The page that the feed belongs to: the list of news, the front page where there is none."""
        index = NewsIndexPage.objects.live().filter(locale__language_code=get_language()).first()
        return absolute(index.url if index else reverse("wagtail_serve", args=[""]))

    def feed_url(self) -> str:
        return absolute(reverse(self.url_name))

    def items(self) -> list[NewsPage]:
        news = NewsPage.objects.published().filter(locale__language_code=get_language()).newest_first()
        return list(news.select_related("image")[:NEWEST])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lead

    def item_link(self, item: NewsPage) -> str:
        return absolute(item.url)

    def item_pubdate(self, item: NewsPage) -> datetime:
        # News has a day and no hour; midnight in Bangkok keeps feed readers from showing the day before.
        return timezone.make_aware(datetime.combine(item.published_on, time.min))

    def item_updateddate(self, item: NewsPage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: NewsPage) -> list[str]:
        return [name for name in (item.get_category_display(), item.get_province_display()) if name]


class NewsRss(NewsFeed):
    """The same as RSS, which older readers want."""

    feed_type = Rss201rev2Feed
    url_name = "news_rss"

    def description(self, identity: Identity) -> str:
        return identity.display_tagline or self.title(identity)
