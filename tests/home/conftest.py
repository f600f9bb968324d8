import pytest
from wagtail.models import Page

from home import setup
from home.models import HomePage
from tests.factories.home import NewsIndexFactory


@pytest.fixture
def homes(db) -> dict[str, HomePage]:
    """The live home page of each language: {"th": …, "en": …}."""
    setup.make_first_pages()
    return {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}


@pytest.fixture
def home(homes) -> HomePage:
    return homes["th"]


@pytest.fixture
def news_index(home):
    return NewsIndexFactory(parent=home)


@pytest.fixture
def translate(homes):
    """Makes the live English page of a Thai one, with an English title; parents must be translated already."""

    def make(page: Page, title: str) -> Page:
        english = page.copy_for_translation(homes["en"].locale)
        english.title = english.draft_title = title
        english.save_revision().publish()
        english.refresh_from_db()
        return english

    return make
