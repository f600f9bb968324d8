"""Wagtail's database search for Thai, which writes no spaces between words.

Texts are cut into words before they are indexed and before they are looked for (see portal.thai.segments). After
an upgrade of ICU, and once for rows indexed before, run `manage.py update_index`.
"""

from copy import copy
from importlib import import_module
from types import ModuleType
from typing import Any

from django.db import connection
from modelsearch.query import And, Or, Phrase, PlainText, SearchQuery

from portal.thai.segments import segment_for_index

# The packages offer no hook: `ObjectIndexer` is a module global of theirs, replaced here and named in a test.
MODULES = {
    "sqlite": ("modelsearch.backends.database.sqlite.sqlite", "SQLiteSearchBackend"),
    "postgresql": ("modelsearch.backends.database.postgres.postgres", "PostgresSearchBackend"),
}
PRIVATE_GLOBAL = "ObjectIndexer"


class ThaiQueries:
    """Cuts what is looked for; stands before one of modelsearch's backends."""

    def search(self, query: str | SearchQuery, *args: Any, **options: Any) -> Any:
        return super().search(cut(query), *args, **options)  # type: ignore[misc]  # -- a mixin

    def autocomplete(self, query: str | SearchQuery, *args: Any, **options: Any) -> Any:
        return super().autocomplete(cut(query), *args, **options)  # type: ignore[misc]  # -- a mixin


def cut(query: str | SearchQuery) -> str | SearchQuery:
    """`query` with spaces between Thai words, in all its parts."""
    if isinstance(query, str):
        return words(query)
    # Wagtail asks the same query object for results and for their number.
    query = copy(query)
    if isinstance(query, PlainText | Phrase):
        query.query_string = words(query.query_string)
    elif isinstance(query, And | Or):
        query.subqueries = [cut(part) for part in query.subqueries]
    return query


def words(text: str) -> str:
    # SQLite's index takes a quotation mark for the beginning of a string, and fails where it does not end.
    return segment_for_index(text.replace('"', " ")).strip()


def cut_when_indexing(module: ModuleType) -> None:
    """Makes a backend's module cut every text that it indexes; once."""
    indexer = getattr(module, PRIVATE_GLOBAL)
    if getattr(indexer, "cuts_thai", False):
        return

    class ThaiIndexer(indexer):  # type: ignore[misc, valid-type]  # -- known only at run time
        cuts_thai = True

        def prepare_value(self, value: Any) -> str:
            prepared = super().prepare_value(value)
            # Lists and dictionaries are joined from values that have each passed here before.
            return prepared if isinstance(value, list | dict) else segment_for_index(prepared)

    setattr(module, PRIVATE_GLOBAL, ThaiIndexer)


def SearchBackend(params: dict) -> Any:  # noqa: N802 -- modelsearch looks for this name
    """The backend of the default database.

    Raises:
        KeyError: the database is neither SQLite nor PostgreSQL.
    """
    path, name = MODULES[connection.vendor]
    module = import_module(path)
    cut_when_indexing(module)
    return type(f"Thai{name}", (ThaiQueries, getattr(module, name)), {})(params)
