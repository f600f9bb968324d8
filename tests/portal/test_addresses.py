"""What stands in an address is typed by anyone: any number, any bytes; the answer is a page, never a fault of ours."""

import re
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
OURS = ("portal", "home", "network", "events")
BAD = ["%00", "%FF%FE", "%E0%B8", "9" * 30, "-1", "%F0%9F%98%80", "'\"<script>", "a" * 3000]
LISTS = ["/?page={}", "/search/?q={}", "/search/?q=a&page={}", "/account/login/?next={}"]


def patterns(resolver=None, before=""):
    """Every pattern below `resolver` with its whole address and the module that answers."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern), one


def ours():
    """The addresses of our own views outside the CMS, whose viewsets are Wagtail's."""
    for address, one in patterns():
        module = getattr(one.callback, "__module__", "")
        if module.partition(".")[0] in OURS and not address.startswith("admin/"):
            yield address


def test_numbers_of_rows_are_bounded():
    assert not [address for address in ours() if "<int:" in address]


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30])
def test_a_row_that_cannot_be_is_not_found(client, person, number):
    client.force_login(person)
    for address in (address for address in ours() if "<row:" in address):
        path = re.sub(
            r"<row:\w+>", number, re.sub(r"<slug:\w+>", "x", re.sub(r"<uuid:\w+>", str(UUID(int=0)), address))
        )
        assert client.get(f"/{path}").status_code in (302, 403, 404, 405), path


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_strange_words_in_a_query_are_only_words(client, address, value, prefix):
    assert client.get(prefix + address.format(value)).status_code in (200, 404)
