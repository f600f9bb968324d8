import re

import pytest
from django.conf import settings
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.demo import content, load
from home.demo.content import Writer
from home.enums import EDITORS
from portal.models import Identity, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(homes, monkeypatch):
    """The demo with two of its news items and no pictures: the rest is the same again."""
    whole = content.read
    monkeypatch.setattr(content, "read", lambda name: first_two(whole(name)) if name == "news.toml" else whole(name))
    monkeypatch.setattr(load, "load_images", dict)
    load.load_pages()


def first_two(news: dict) -> dict:
    return news | {"news": news["news"][:2]}


class TestPages:
    def test_every_page_exists_live_in_both_languages(self, demo):
        thai, english = (Page.objects.filter(locale__language_code=code, depth__gt=1) for code in ("th", "en"))
        assert thai.count() == 11
        assert {page.slug for page in english.filter(depth__gt=2)} == {page.slug for page in thai.filter(depth__gt=2)}
        assert not Page.objects.filter(depth__gt=1, live=False).exists()
        assert Page.find_problems() == ([], [], [], [], [])

    def test_nothing_thai_is_left_in_english(self, client, demo):
        for page in Page.objects.filter(locale__language_code="en", depth__gt=2):
            response = client.get(page.url)
            assert response.status_code == 200, page.url
            main = response.text.split("<main")[1].split("</main>")[0]
            assert not [letter for letter in main if "ก" <= letter <= "๛"], page.url

    def test_translations_go_on_in_the_cms(self, demo):
        assert Translation.objects.count() == 11
        assert StringTranslation.objects.filter(data="About the council").exists()
        assert all(
            translation.get_progress()[0] == translation.get_progress()[1] for translation in Translation.objects.all()
        )

    def test_links_between_pages_are_links_to_pages(self, client, demo):
        assert 'href="/charter/"' in client.get("/about/").text
        assert 'href="/en/charter/"' in client.get("/en/about/").text

    def test_the_menu_says_the_short_titles_in_order(self, client, demo):
        titles = [item.title for item in client.get("/").context["main_menu"]]
        # "Join" is the network's own entry; a portal without it leads to the page from the footer.
        expected = ["เกี่ยวกับสภา", "ธรรมนูญ", "ข่าว", *(["เข้าร่วม"] if "network" in settings.PORTAL_APPS else [])]
        assert [title for title in titles if title in {*expected, "เข้าร่วม"}] == expected

    def test_no_link_of_the_menus_is_dead(self, client, demo):
        for path in ("/", "/en/"):
            context = client.get(path).context
            for item in (*context["main_menu"], *context["footer_menu"]):
                assert client.get(item.url).status_code == 200, item.url

    def test_repeating_doubles_and_overwrites_nothing(self, demo):
        Page.objects.filter(slug="about").update(title="แก้แล้ว")
        before = Page.objects.count()
        load.load_pages()
        assert Page.objects.count() == before
        assert Page.objects.filter(title="แก้แล้ว").count() == 2


class TestIdentity:
    def test_an_edited_identity_stays(self, homes):
        Identity.objects.update(email="own@example.org")
        load.fill_identity({})
        assert Identity.load().tagline == ""

    def test_the_editor_may_sign_in(self, homes):
        load.load_people()
        assert User.objects.get(email="editor@example.org").groups.get().name == EDITORS


class TestWriter:
    @pytest.fixture
    def writer(self):
        return Writer("page:test", "th", {"page:about": 7})

    def test_pages_become_page_links(self, writer):
        assert writer.linked('<a href="page:about">เรา</a>') == '<a linktype="page" id="7">เรา</a>'

    def test_links_to_apps_that_are_not_installed_become_text(self, writer):
        assert writer.linked('ดู<a href="/no-such-app/">ที่นี่</a>') == "ดูที่นี่"
        assert writer.body([{"type": "button", "th": "ไป", "en": "Go", "href": "/no-such-app/"}]) == []

    def test_both_languages_have_the_same_ids(self, writer):
        rows = [{"type": "heading", "th": "ก", "en": "A"}]
        english = Writer("page:test", "en", {})
        assert [b["id"] for b in writer.body(rows)] == [b["id"] for b in english.body(rows)]

    def test_a_text_without_translation_is_refused(self, homes):
        from home.demo.translate import publish_translation
        from home.models import StandardPage
        from tests.factories.home import StandardPageFactory

        page = StandardPageFactory(parent=homes["th"], body=[("heading", "ก")])
        with pytest.raises(ValueError, match="nothing translates"):
            publish_translation(page, StandardPage(title="A", slug=page.slug), homes["en"].locale)


def test_the_pictures_of_the_library_have_thai_names():
    images = {path.name for path in (load.FOLDER / "images").glob("*.jpg")}
    titles = load.content.read("site.toml")["pictures"]
    assert set(titles) == images
    assert all(re.search("[ก-๙]", title) for title in titles.values())
