"""What a reader sees when nothing works: said in their language, without a question to the database."""

import pytest
from django.test import Client
from django.urls import path
from django.utils import translation

from portal import urls
from portal.models import Identity


def broken(request):
    raise RuntimeError("a fault of ours")


# Below /en/ the page tree catches everything, so the fault stands before it there too.
urlpatterns = [path("broken/", broken), path("en/broken/", broken), *urls.urlpatterns]


@pytest.fixture
def careless(settings):
    """A client that gets the answer that a reader gets, as with DEBUG off."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/broken/", "th", "ระบบของเราขัดข้อง"),
        ("/en/broken/", "en", "Something went wrong on our side"),
    ],
)
def test_a_fault_is_told_in_the_language_of_the_address(careless, address, language, words):
    # No database is asked for: a question to it would fail this test.
    response = careless.get(address)
    assert response.status_code == 500
    assert f'<html lang="{language}">' in response.text
    assert words in response.text
    assert f'href="{"/en/" if language == "en" else "/"}"' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_a_missing_page_is_told_in_the_language_of_the_address(client, prefix, language):
    Identity.objects.update(phone="02 000 0000")
    response = client.get(f"{prefix}/no-such-page/")
    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.text
    with translation.override(language):
        assert translation.gettext("We cannot find this page") in response.text
    assert '<meta name="robots" content="noindex">' in response.text
