from importlib import import_module

import pytest
from django.db import connection
from modelsearch.query import And, Or, Phrase, PlainText
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from portal import search

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    root = Page.get_first_root_node()
    return root.add_child(instance=Page(title="สภาประชาสังคมไทย ปี ๒๕๖๓", slug="council"))


def found(query, **options) -> list[str]:
    return [page.slug for page in Page.objects.filter(depth__gt=1).search(query, **options)]


class TestInsideThaiWriting:
    @pytest.mark.parametrize("query", ["ประชาสังคม", "สังคม", "สภา ไทย", "สภาประชาสังคมไทย", "2563", "๒๕๖๓"])
    def test_words_within_a_run_are_found(self, page, query):
        assert found(query) == ["council"]

    @pytest.mark.parametrize("query", ["สมาคม", "ประชาธิปไตย", "2564", "ประชาสังคม ลาว"])
    def test_other_words_are_not(self, page, query):
        assert found(query) == []

    def test_tone_marks_may_be_missing(self, page):
        page.title = "ศูนย์ประสานงานจังหวัดน่าน"
        page.save()
        assert found("นาน") == found("น่าน") == ["council"]

    def test_latin_words_go_on_as_before(self, page):
        page.title = "Thai Civil Society Council"
        page.save()
        assert found("civil council") == ["council"]

    def test_suggestions_match_the_beginning_of_a_word(self, page):
        assert [p.slug for p in Page.objects.autocomplete("สภาประชา")] == ["council"]

    def test_the_order_may_be_another_than_relevance(self, page):
        assert [p.slug for p in Page.objects.order_by("title").search("สภา", order_by_relevance=False)] == ["council"]


class TestAnyQuery:
    @pytest.mark.parametrize("query", ["", " ", "ๆ", "ฯลฯ", '"', "'", "*", "AND", "NOT สภา", "(", "\\", "a" * 10_000])
    def test_nothing_typed_makes_an_error(self, page, query):
        assert found(query) in ([], ["council"])

    def test_parts_of_a_query_are_cut_too(self, page):
        assert found(PlainText("ประชาสังคม")) == ["council"]
        assert found(And([PlainText("สภา"), PlainText("ไทย")])) == ["council"]
        assert found(Or([PlainText("สมาคม"), PlainText("สังคม")])) == ["council"]

    def test_the_asked_query_is_left_as_it_was(self):
        query = Phrase("สภาประชาสังคม")
        assert search.cut(query).query_string != query.query_string
        assert query.query_string == "สภาประชาสังคม"


class TestBackend:
    def test_it_is_the_default(self):
        assert isinstance(get_search_backend(), search.ThaiQueries)

    def test_the_private_name_that_is_replaced_still_exists(self):
        """modelsearch is pinned; when this fails after an upgrade, read its add_items before going on."""
        path, name = search.MODULES[connection.vendor]
        module = import_module(path)
        assert callable(getattr(module, search.PRIVATE_GLOBAL).prepare_value)
        add_items = getattr(module, name).index_class.add_items
        assert search.PRIVATE_GLOBAL in add_items.__code__.co_names

    def test_replacing_twice_changes_nothing(self):
        module = import_module(search.MODULES[connection.vendor][0])
        search.cut_when_indexing(module)
        once = module.ObjectIndexer
        search.cut_when_indexing(module)
        assert module.ObjectIndexer is once
