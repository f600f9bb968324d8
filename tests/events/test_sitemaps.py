from types import SimpleNamespace

import pytest

from events.sitemaps import EventSitemap
from tests.factories.events import EventFactory

pytestmark = pytest.mark.django_db


def test_search_engines_find_every_published_event_in_both_languages(client):
    EventFactory(slug="shown")
    EventFactory(slug="draft", live=False)
    text = client.get("/sitemap.xml").content.decode()
    assert "/events/shown/</loc>" in text
    assert "/en/events/shown/</loc>" in text
    assert "/events/</loc>" in text
    assert "/en/events/</loc>" in text
    assert "/events/draft/" not in text


@pytest.mark.parametrize("count", [1, 30])
def test_it_asks_once_whatever_the_number(count, django_assert_num_queries):
    EventFactory.create_batch(count)
    with django_assert_num_queries(1):
        urls = EventSitemap().get_urls(site=SimpleNamespace(domain="example.org"), protocol="https")
    assert len(urls) == 2 * count
