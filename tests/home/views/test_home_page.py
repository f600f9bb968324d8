import json
import re

import pytest
from wagtail import hooks

from portal.models import Identity
from portal.sections import Section
from tests.factories.home import ImageFactory, NewsFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


class TestLanguages:
    @pytest.mark.parametrize(("path", "lang", "name"), [("/", "th", "เครือข่ายองค์กร"), ("/en/", "en", "Network of")])
    def test_each_language_has_its_home_from_the_first_day(self, client, homes, path, lang, name):
        response = client.get(path)
        assert response.status_code == 200
        assert f'<html lang="{lang}">' in response.text
        assert name in response.text

    def test_a_draft_english_home_never_shows_thai_text(self, client, homes):
        homes["en"].unpublish()
        assert client.get("/en/").status_code == 404
        assert client.get("/").status_code == 200

    def test_the_switch_leaves_out_a_language_without_a_live_home(self, client, homes):
        homes["en"].unpublish()
        assert 'hreflang="en"' not in client.get("/").text

    @pytest.mark.parametrize("path", ["/missing/", "/en/missing/", "/news", "/en/th/"])
    def test_a_missing_address_is_404_and_no_redirect(self, client, homes, path):
        response = client.get(path, follow=True)
        assert response.status_code == 404


class TestContent:
    def test_figures_carry_date_and_source(self, client, home):
        home.figures = [
            ("figure", {"value": 139, "label": "องค์กร", "as_of": "2020-08-14", "source": "บทความ", "source_url": ""})
        ]
        home.save_revision().publish()
        text = client.get("/").text
        assert "139" in text
        assert "14 สิงหาคม 2563" in text
        assert "บทความ" in text

    def test_the_newest_news_come_first(self, client, news_index):
        NewsFactory.create_batch(5, parent=news_index)
        titles = [item.title for item in client.get("/").context_data["news"]]
        assert len(titles) == 4
        assert titles == sorted(titles, key=lambda title: -int(title.split()[-1].removeprefix("ข่าวที่")))

    def test_sections_of_plugins_stand_in_their_order(self, client, home):
        late, early = (
            Section(order, "components/badge.html", {"word": word}) for order, word in ((900, "z"), (1, "a"))
        )
        with (
            hooks.register_temporarily("register_home_sections", lambda request: late),
            hooks.register_temporarily("register_home_sections", lambda request: early),
            hooks.register_temporarily("register_home_sections", lambda request: None),
        ):
            response = client.get("/")
        words = [section.context.get("word") for section in response.context_data["sections"]]
        assert [word for word in words if word] == ["a", "z"]
        assert response.text.count('class="badge"') == 2

    def test_what_cannot_wait_stands_above_the_news_and_the_rest_below(self, client, news_index):
        NewsFactory(parent=news_index, title="ข่าวล่า")
        urgent, later = (Section(order, "components/emblem.html", {}) for order in (50, 100))
        for section, above in ((urgent, True), (later, False)):
            with hooks.register_temporarily("register_home_sections", lambda request, section=section: section):
                text = client.get("/").text
            main = text[text.index("<main") : text.index("</main")]
            assert (main.index('class="emblem"') < main.index("ข่าวล่า")) is above

    def test_the_ways_in_lead_to_pages_and_to_addresses_in_the_readers_language(self, client, homes, translate):
        about = StandardPageFactory(parent=homes["th"], slug="about")
        translate(about, "About")
        for home in homes.values():
            home.refresh_from_db()
            home.ways = [
                ("way", {"label": "รู้จักสภา", "page": about, "url": "", "text": "ที่มา"}),
                ("way", {"label": "ค้นหา", "page": None, "url": "/search/", "text": ""}),
                ("way", {"label": "ไม่มีที่ไป", "page": None, "url": "", "text": ""}),
            ]
            home.save_revision().publish()
        thai, english = client.get("/").text, client.get("/en/").text
        assert re.search(r'<a href="/about/"><span class="way-label">รู้จักสภา</span> <span class="way-text">ที่มา<', thai)
        assert '<a href="/search/"><span class="way-label">ค้นหา<' in thai
        assert '<a href="/en/about/"><span class="way-label">' in english
        assert '<a href="/en/search/"><span class="way-label">' in english
        assert 'href=""' not in thai


class TestSharing:
    def test_addresses_are_absolute(self, client, home):
        text = client.get("/").text
        assert '<link rel="canonical" href="http://127.0.0.1:8000/">' in text
        assert re.search(r'property="og:image" content="http://127\.0\.0\.1:8000/static/', text)
        assert 'hreflang="x-default" href="http://127.0.0.1:8000/"' in text
        assert 'hreflang="en" href="http://127.0.0.1:8000/en/"' in text

    def test_the_identity_s_picture_stands_in(self, client, home):
        identity = Identity.load()
        identity.sharing_image = ImageFactory()
        identity.save()
        assert re.search(
            r'property="og:image" content="http://127\.0\.0\.1:8000/media/images/\S+\.jpg"', client.get("/").text
        )

    def test_the_council_is_data_for_search_engines(self, client, home):
        Identity.objects.update(tagline="</script><b>")
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get("/").text)
        data = json.loads(found[1])
        assert data["@type"] == "Organization"
        assert data["name"] == Identity.load().name
        assert data["description"] == "</script><b>"
