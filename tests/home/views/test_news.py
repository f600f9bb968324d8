import datetime

import pytest

from tests.factories.home import ImageFactory, NewsFactory, NewsIndexFactory

pytestmark = pytest.mark.django_db

INDEX_QUERIES = 19
PAGE_QUERIES = 17


@pytest.fixture
def news(news_index):
    return NewsFactory(parent=news_index, slug="first", title="ข่าวแรก", published_on=datetime.date(2022, 1, 6))


class TestList:
    def test_thai_dates_and_titles(self, client, news):
        response = client.get("/news/")
        assert response.status_code == 200
        assert "ข่าวแรก" in response.text
        assert '<time datetime="2022-01-06">6 มกราคม 2565</time>' in response.text

    def test_english_reads_in_english(self, client, news_index, news, translate):
        translate(news_index, "News")
        translate(news, "The first news")
        text = client.get("/en/news/").text
        assert "The first news" in text
        assert "6 January 2022" in text
        assert "ข่าวแรก" not in text

    def test_newest_first_and_twelve_a_page(self, client, news_index):
        NewsFactory.create_batch(14, parent=news_index)
        first, second = (client.get("/news/", {"page": page}).context_data["items"] for page in (1, 2))
        dates = [item.published_on for item in (*first, *second)]
        assert (len(first), len(second)) == (12, 2)
        assert dates == sorted(dates, reverse=True)

    def test_filters_are_links_with_counts(self, client, news_index):
        NewsFactory(parent=news_index, category="guide", province="TH-76")
        NewsFactory.create_batch(2, parent=news_index, category="announcement", province="TH-50")
        filters = client.get("/news/", {"category": "announcement"}).context_data["filters"]
        assert [(item["url"], item["count"], item["current"]) for item in filters[0]["items"]] == [
            ("?category=announcement", 2, True),
            ("?category=guide", 1, False),
        ]
        assert [(item["label"], item["url"]) for item in filters[1]["items"]] == [
            ("เชียงใหม่", "?category=announcement&province=TH-50"),
            ("เพชรบุรี", "?category=announcement&province=TH-76"),
        ]

    def test_filters_narrow_the_list_and_can_be_taken_off(self, client, news_index):
        guide = NewsFactory(parent=news_index, category="guide", province="TH-76")
        NewsFactory(parent=news_index, category="guide", province="TH-50")
        context = client.get("/news/", {"category": "guide", "province": "TH-76"}).context_data
        assert [item.pk for item in context["items"]] == [guide.pk]
        assert [entry["url"] for entry in context["chosen"]] == ["?province=TH-76", "?category=guide"]

    def test_nothing_found_says_so(self, client, news_index):
        assert "?" in client.get("/news/", {"category": "guide"}).text
        assert 'class="empty"' in client.get("/news/", {"category": "guide"}).text

    @pytest.mark.parametrize(
        "query",
        [
            "page=abc",
            "page=999",
            "page=0",
            "page=-1",
            "category=x",
            "province=TH-99",
            "category=%00",
            "page=" + "9" * 400,
        ],
    )
    @pytest.mark.parametrize("path", ["/news/", "/en/news/"])
    def test_what_does_not_exist_is_404(self, client, news_index, translate, path, query):
        translate(news_index, "News")
        assert client.get(f"{path}?{query}").status_code == 404

    def test_drafts_and_restricted_items_are_not_listed(self, client, news_index, news):
        NewsFactory(parent=news_index, title="ร่าง", live=False)
        private = NewsFactory(parent=news_index, title="เฉพาะสมาชิก")
        private.view_restrictions.create(restriction_type="login")
        assert [item.title for item in client.get("/news/").context_data["items"]] == ["ข่าวแรก"]

    def test_posting_is_refused(self, client, news_index):
        assert client.post("/news/").status_code == 405


class TestPage:
    def test_shows_category_province_and_text(self, client, news):
        news.province, news.category = "TH-76", "province"
        news.save()
        text = client.get("/news/first/").text
        assert "เพชรบุรี" in text
        assert "สภาประชาสังคมไทยเชิญทุกองค์กร" in text

    def test_the_province_is_named_in_english(self, client, news_index, news, translate):
        news.province = "TH-76"
        news.save()
        translate(news_index, "News")
        translate(news, "First")
        assert "Phetchaburi" in client.get("/en/news/first/").text

    def test_the_newest_others_are_offered_to_read_next(self, client, news_index, news):
        NewsFactory.create_batch(4, parent=news_index)
        NewsFactory(parent=news_index, live=False, title="ฉบับร่าง")
        others = client.get("/news/first/").context_data["others"]
        assert len(others) == 3
        assert news.pk not in {item.pk for item in others}
        assert [item.published_on for item in others] == sorted((i.published_on for i in others), reverse=True)
        assert "ฉบับร่าง" not in client.get("/news/first/").text

    def test_the_way_back_is_shown(self, client, news):
        crumbs = client.get("/news/first/").context_data["breadcrumbs"]
        assert [crumb["url"] for crumb in crumbs] == ["/", "/news/", "/news/first/"]

    def test_a_page_without_translation_leads_to_the_other_home(self, client, news):
        text = client.get("/news/first/").text
        assert '<a href="/en/" lang="en"' in text
        assert 'rel="alternate" hreflang="en"' not in text

    def test_a_translated_page_leads_to_its_twin(self, client, news_index, news, translate):
        translate(news_index, "News")
        translate(news, "First")
        text = client.get("/news/first/").text
        assert '<a href="/en/news/first/" lang="en"' in text
        assert 'hreflang="en" href="http://127.0.0.1:8000/en/news/first/"' in text

    def test_the_picture_is_shared_and_described(self, client, news):
        news.image, news.image_alt = ImageFactory(), "เรือในแม่น้ำ"
        news.save()
        text = client.get("/news/first/").text
        assert 'alt="เรือในแม่น้ำ"' in text
        assert 'type="image/avif"' in text
        assert 'property="og:image" content="http://127.0.0.1:8000/media/images/' in text
        assert f'property="og:description" content="{news.lead}"' in text

    def test_what_is_typed_is_text_and_no_markup(self, client, news):
        news.title = news.lead = "<script>alert(1)</script>"
        news.save()
        assert "<script>alert" not in client.get("/news/first/").text


class TestQueries:
    @pytest.fixture(autouse=True)
    def _warm(self, client, news_index):
        image = ImageFactory()
        NewsFactory.create_batch(30, parent=news_index, image=image)
        client.get("/news/")

    def test_thirty_items(self, client, django_assert_num_queries):
        with django_assert_num_queries(INDEX_QUERIES):
            client.get("/news/")

    def test_one_item(self, client, news_index, django_assert_num_queries):
        for item in news_index.get_children().specific()[1:]:
            item.unpublish()
        client.get("/news/")
        with django_assert_num_queries(INDEX_QUERIES):
            client.get("/news/")

    def test_one_page(self, client, news_index, django_assert_num_queries):
        url = news_index.get_children().first().url
        client.get(url)
        with django_assert_num_queries(PAGE_QUERIES):
            client.get(url)


def test_each_language_lists_its_own(client, home, homes):
    for language, page in homes.items():
        index = NewsIndexFactory(parent=page)
        NewsFactory(parent=index, title=f"only {language}")
    assert [item.title for item in client.get("/en/news/").context_data["items"]] == ["only en"]
