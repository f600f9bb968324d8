"""The language switch carries a reader's search along, but no more than anyone types."""

import pytest

from portal.context_processors import LONGEST_QUERY_STRING

pytestmark = pytest.mark.django_db


def switch(client, query):
    links = client.get(f"/no-such-page/?q={query}").context["languages"]
    return {link["code"]: link["url"] for link in links}


def test_a_search_goes_along_to_the_other_language(client):
    assert switch(client, "river") == {"th": "/no-such-page/?q=river", "en": "/en/no-such-page/?q=river"}


def test_an_endless_query_stays_behind(client):
    assert switch(client, "x" * LONGEST_QUERY_STRING) == {"th": "/no-such-page/", "en": "/en/no-such-page/"}
