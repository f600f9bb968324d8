"""Dates in the page forms of the CMS are typed in the editor's era, as on every other form."""

import datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.blocks import FigureBlock
from home.models import NewsPage
from portal.forms import ThaiDateField
from tests.factories.home import NewsFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def news(news_index):
    return NewsFactory(parent=news_index, slug="first", published_on=datetime.date(2022, 1, 6))


def typed(news, published_on):
    body = streamfield([("paragraph", rich_text("<p>ก</p>"))])
    return nested_form_data(
        {
            "title": news.title,
            "slug": news.slug,
            "lead": news.lead,
            "category": news.category,
            "published_on": published_on,
            "body": body,
        }
    ) | {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}


def test_the_date_of_news_is_shown_in_the_era_of_the_editor(admin, client, news):
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[news.pk])).text
    assert 'value="6/1/2565"' in page
    assert "วันพฤหัสบดีที่ 6 มกราคม 2565" in page


@pytest.mark.parametrize("words", ["7/1/2565", "๗ มกราคม ๒๕๖๕", "2022-01-07"])
def test_a_buddhist_year_is_read_as_one(admin, client, news, words):
    client.force_login(admin)
    client.post(reverse("wagtailadmin_pages:edit", args=[news.pk]), typed(news, words))
    draft = NewsPage.objects.get(pk=news.pk).get_latest_revision_as_object()
    assert draft.published_on == datetime.date(2022, 1, 7)


def test_an_impossible_date_is_refused_with_a_sentence_and_kept(admin, client, news):
    client.force_login(admin)
    page = client.post(reverse("wagtailadmin_pages:edit", args=[news.pk]), typed(news, "31/2/2565")).text
    assert 'value="31/2/2565"' in page
    assert "ไม่มีวันที่นี้" in page or "ปฏิทิน" in page


def test_the_date_of_a_figure_is_the_same_field():
    block = FigureBlock().child_blocks["as_of"]
    assert isinstance(block.field, ThaiDateField)
    assert block.clean(block.value_from_datadict({"d": "14/8/2563"}, {}, "d")) == datetime.date(2020, 8, 14)
