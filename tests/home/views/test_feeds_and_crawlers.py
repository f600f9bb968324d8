import xml.etree.ElementTree as ET

import feedparser
import pytest
from django.contrib.sitemaps import Sitemap
from wagtail import hooks

from tests.factories.home import NewsFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

FEEDS = ["/feeds/news.atom", "/feeds/news.rss"]


class TestFeeds:
    @pytest.fixture(autouse=True)
    def _news(self, news_index, translate):
        item = NewsFactory(parent=news_index, slug="one", title="ข่าว <b>หนึ่ง</b>", category="guide", province="TH-76")
        translate(news_index, "News")
        translate(item, "News one")

    @pytest.mark.parametrize("path", FEEDS)
    def test_thai(self, client, path):
        feed = feedparser.parse(client.get(path).content)
        (entry,) = feed.entries
        assert not feed.bozo
        assert entry.link == "http://127.0.0.1:8000/news/one/"
        assert "หนึ่ง" in entry.title
        assert feed.feed.link == "http://127.0.0.1:8000/news/"
        assert [tag.term for tag in entry.tags] == ["คู่มือ", "เพชรบุรี"]

    @pytest.mark.parametrize("path", FEEDS)
    def test_english(self, client, path):
        feed = feedparser.parse(client.get(f"/en{path}").content)
        assert not feed.bozo
        assert [(entry.title, entry.link) for entry in feed.entries] == [
            ("News one", "http://127.0.0.1:8000/en/news/one/")
        ]
        assert feed.feed.link == "http://127.0.0.1:8000/en/news/"
        assert feed.feed.title == "Network of Organizations: News"

    def test_pages_name_the_feeds_of_their_language(self, client):
        text = client.get("/en/news/one/").text
        assert 'type="application/atom+xml" title="News (Atom)" href="/en/feeds/news.atom"' in text

    def test_drafts_are_left_out(self, client, news_index):
        NewsFactory(parent=news_index, live=False)
        assert len(feedparser.parse(client.get(FEEDS[0]).content).entries) == 1


class TestSitemap:
    NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    def urls(self, client) -> dict[str, dict[str, str]]:
        root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 -- our own answer
        return {
            url.find("s:loc", self.NAMES).text: {
                link.get("hreflang"): link.get("href") for link in url.findall("x:link", self.NAMES)
            }
            for url in root.findall("s:url", self.NAMES)
        }

    def test_translations_name_each_other(self, client, home, translate):
        translate(StandardPageFactory(parent=home, slug="about"), "About")
        base = "http://127.0.0.1:8000"
        both = {"th": f"{base}/about/", "en": f"{base}/en/about/", "x-default": f"{base}/about/"}
        urls = self.urls(client)
        assert urls[f"{base}/about/"] == urls[f"{base}/en/about/"] == both

    def test_a_page_in_one_language_names_none(self, client, home):
        StandardPageFactory(parent=home, slug="about")
        assert self.urls(client)["http://127.0.0.1:8000/about/"] == {}

    def test_drafts_are_left_out(self, client, home):
        StandardPageFactory(parent=home, slug="about", live=False)
        assert "http://127.0.0.1:8000/about/" not in self.urls(client)

    def test_plugins_add_theirs(self, client, homes):
        class Reports(Sitemap):
            i18n = alternates = x_default = True

            def items(self):
                return ["search"]

            def location(self, item):
                from django.urls import reverse

                return reverse(item)

        with hooks.register_temporarily("register_sitemaps", lambda: {"reports": Reports}):
            urls = self.urls(client)
        assert urls["http://127.0.0.1:8000/en/search/"]["th"] == "http://127.0.0.1:8000/search/"


class TestRobots:
    def test_names_the_sitemap_and_keeps_robots_out_of_the_cms(self, client):
        text = client.get("/robots.txt").text
        assert "Disallow: /admin/" in text
        assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text
