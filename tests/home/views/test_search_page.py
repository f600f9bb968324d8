import pytest
from wagtail import hooks

from tests.factories.home import NewsFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

QUERIES = 8


@pytest.fixture
def about(home):
    return StandardPageFactory(parent=home, slug="about", title="สภาประชาสังคมไทยคืออะไร")


class TestSearch:
    @pytest.mark.parametrize(("path", "heading"), [("/search/", "ค้นหา"), ("/en/search/", "Search")])
    def test_asks_for_words_in_both_languages(self, client, homes, path, heading):
        response = client.get(path)
        assert response.status_code == 200
        assert f"<h1>{heading}</h1>" in response.text

    def test_finds_words_inside_thai_writing(self, client, about):
        assert 'href="/about/"' in client.get("/search/", {"q": "ประชาสังคม"}).text.split("<main")[1]

    def test_finds_only_pages_of_the_language(self, client, about, translate):
        translate(about, "What the council is")
        assert {item.url for item in client.get("/en/search/", {"q": "council"}).context["items"]} == {"/en/about/"}
        assert not client.get("/search/", {"q": "council"}).context["items"].object_list

    def test_drafts_and_restricted_pages_stay_hidden(self, client, about, home):
        StandardPageFactory(parent=home, title="ประชาสังคม ร่าง", live=False)
        private = StandardPageFactory(parent=home, title="ประชาสังคม ภายใน")
        private.view_restrictions.create(restriction_type="login")
        assert {item.pk for item in client.get("/search/", {"q": "ประชาสังคม"}).context["items"]} == {about.pk}

    def test_plugins_name_other_places_that_have_the_words(self, client, homes):
        def place(request, query):
            return [(f"เอกสารที่มี {query}", "/papers/?q=1")]

        with hooks.register_temporarily("register_search_places", place):
            assert '<a class="tap" href="/papers/?q=1">เอกสารที่มี แม่น้ำ</a>' in client.get("/search/?q=แม่น้ำ").text
            assert "/papers/" not in client.get("/search/").text

    def test_the_query_is_shown_as_text(self, client, homes):
        assert "<b>x" not in client.get("/search/", {"q": "<b>x"}).text

    @pytest.mark.parametrize("query", ["ก" * 10_000, '"', "\0", "🙂", "a'b", "%", "  "])
    def test_any_words_are_answered(self, client, homes, query):
        assert client.get("/search/", {"q": query}).status_code == 200

    def test_a_long_query_is_said_to_be_cut(self, client, homes):
        assert "notice-warning" in client.get("/search/", {"q": "ก" * 10_000}).text

    @pytest.mark.parametrize("page", ["abc", "999"])
    def test_a_page_that_is_none_is_404(self, client, about, page):
        assert client.get("/search/", {"q": "สภา", "page": page}).status_code == 404

    @pytest.mark.parametrize("path", ["/", "/en/"])
    def test_every_page_leads_to_it(self, client, homes, path):
        assert f'href="{path}search/"' in client.get(path).text

    def test_posting_is_refused(self, client, homes):
        assert client.post("/search/").status_code == 405

    def test_eight_queries_for_one_and_for_many(self, client, monkeypatch, news_index, django_assert_num_queries):
        monkeypatch.setitem(hooks._hooks, "register_search_places", [])  # plugins count their own
        NewsFactory(parent=news_index, title="ประชุมใหญ่")
        client.get("/search/", {"q": "ประชุม"})
        with django_assert_num_queries(QUERIES):
            client.get("/search/", {"q": "ประชุม"})
        NewsFactory.create_batch(9, parent=news_index, title="ประชุมใหญ่")
        with django_assert_num_queries(QUERIES):
            client.get("/search/", {"q": "ประชุม"})
