import html5lib
import pytest
from wagtail import hooks

from tests.factories.home import CharterFactory, NewsFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

HOME_QUERIES = 13
STANDARD_QUERIES = 12
CHARTER_QUERIES = 12

ALL_BLOCKS = [
    ("heading", "หัวข้อ"),
    ("paragraph", '<p>ดู<a href="/search/">ค้นหา</a> และ<a href="https://example.org/">ที่อื่น</a></p>'),
    ("quote", {"text": "ทำด้วยกัน", "source": "ผู้ร่วมงาน"}),
    ("notice", {"title": "ตัวอย่าง", "text": "<p>ไม่ใช่ของจริง</p>"}),
    ("button", {"label": "ค้นหา", "page": None, "url": "/search/"}),
    ("faq", {"question": "ใครเข้าร่วมได้", "answer": "<p>ทุกองค์กร</p>"}),
]


class TestStandardPage:
    def test_every_block_is_drawn(self, client, home):
        StandardPageFactory(parent=home, slug="about", body=ALL_BLOCKS)
        text = client.get("/about/").text
        for words in ("หัวข้อ", "ทำด้วยกัน", "ผู้ร่วมงาน", "ไม่ใช่ของจริง", "ใครเข้าร่วมได้", "ทุกองค์กร"):
            assert words in text

    def test_local_addresses_lead_to_the_reader_s_language(self, client, home, translate):
        page = StandardPageFactory(parent=home, slug="about", body=ALL_BLOCKS)
        translate(page, "About")
        thai, english = (client.get(path).text.split("<main")[1] for path in ("/about/", "/en/about/"))
        assert thai.count('href="/search/"') == 2
        assert english.count('href="/en/search/"') == 2
        assert 'href="https://example.org/"' in english

    def test_a_button_to_a_page_leads_to_its_translation(self, client, home, translate):
        target = StandardPageFactory(parent=home, slug="join")
        page = StandardPageFactory(
            parent=home, slug="about", body=[("button", {"label": "ร่วม", "page": target, "url": ""})]
        )
        translate(target, "Join")
        translate(page, "About")
        assert 'class="button" href="/en/join/"' in client.get("/en/about/").text

    def test_a_page_of_many_parts_begins_with_a_list_of_them(self, client, home):
        parts = [part for name in ("หนึ่ง", "สอง", "สาม") for part in (("heading", name), ("paragraph", "<p>ก</p>"))]
        StandardPageFactory(parent=home, slug="about", body=parts)
        text = client.get("/about/").text
        for number, name in ((1, "หนึ่ง"), (3, "สอง"), (5, "สาม")):
            assert f'<a href="#part-{number}">{name}</a>' in text
            assert f'<h2 id="part-{number}">{name}</h2>' in text

    def test_a_short_page_needs_no_list_of_parts(self, client, home):
        StandardPageFactory(parent=home, slug="about", body=ALL_BLOCKS)
        assert 'href="#part-' not in client.get("/about/").text

    def test_pages_below_are_listed(self, client, home):
        page = StandardPageFactory(parent=home, slug="about")
        StandardPageFactory(parent=page, slug="history", title="ความเป็นมา")
        assert 'href="/about/history/"' in client.get("/about/").text


class TestCharter:
    def test_thai_digits_in_thai(self, client, home):
        CharterFactory(parent=home)
        text = client.get("/charter/").text
        assert "หมวด ๑" in text
        assert "ข้อ ๓" in text
        assert "14 สิงหาคม 2563" in text

    def test_arabic_digits_in_english(self, client, home, translate):
        translate(CharterFactory(parent=home), "Charter")
        text = client.get("/en/charter/").text
        assert "Chapter 1" in text
        assert "Clause 3" in text

    def test_every_clause_has_an_address_and_a_link_to_copy(self, client, home):
        CharterFactory(parent=home)
        page = html5lib.parse(client.get("/charter/").text, namespaceHTMLElements=False)
        anchors = {element.get("id") for element in page.iter()}
        copied = [link.get("href") for link in page.iter("a") if link.get("data-copy-link") is not None]
        assert {"clause-1", "clause-2", "clause-3", "chapter-1", "chapter-2"} <= anchors
        assert copied == ["/charter/#clause-1", "/charter/#clause-2", "/charter/#clause-3"]

    def test_the_contents_lead_to_the_chapters(self, client, home):
        CharterFactory(parent=home)
        text = client.get("/charter/").text
        assert 'href="#chapter-1"' in text
        assert 'href="#chapter-2"' in text

    @pytest.mark.parametrize(("is_sample", "times"), [(True, 1), (False, 0)])
    def test_only_a_sample_says_so(self, client, home, is_sample, times):
        CharterFactory(parent=home, is_sample=is_sample)
        assert client.get("/charter/").text.count("notice-warning") == times

    def test_sources_are_named(self, client, home):
        CharterFactory(parent=home)
        assert 'href="https://example.org/article"' in client.get("/charter/").text


class TestQueries:
    def test_home(self, client, news_index, monkeypatch, django_assert_num_queries):
        monkeypatch.setitem(hooks._hooks, "register_home_sections", [])  # plugins count their own
        NewsFactory(parent=news_index)
        client.get("/")
        with django_assert_num_queries(HOME_QUERIES):
            client.get("/")
        NewsFactory.create_batch(29, parent=news_index)
        with django_assert_num_queries(HOME_QUERIES):
            client.get("/")

    def test_standard(self, client, home, django_assert_num_queries):
        StandardPageFactory(parent=home, slug="about", body=ALL_BLOCKS)
        client.get("/about/")
        with django_assert_num_queries(STANDARD_QUERIES):
            client.get("/about/")

    def test_charter(self, client, home, django_assert_num_queries):
        CharterFactory(parent=home)
        client.get("/charter/")
        with django_assert_num_queries(CHARTER_QUERIES):
            client.get("/charter/")
