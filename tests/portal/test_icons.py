"""The small picture of a portal is that of its council, wherever a browser looks for it."""

import pytest

from portal.models import Identity
from tests.factories.home import ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def emblem():
    identity = Identity.load()
    identity.emblem = ImageFactory()
    identity.save()
    return identity.emblem


def test_without_an_emblem_it_is_the_neutral_one(client):
    assert client.get("/favicon.ico").url.startswith("/static/portal/favicon.")
    assert 'rel="icon" href="/static/portal/favicon.' in client.get("/account/login/").text


def test_an_uploaded_emblem_takes_its_place(client, emblem):
    icon = client.get("/favicon.ico").url
    assert icon.startswith("/media/images/")
    assert icon.endswith(".png")
    page = client.get("/account/login/").text
    assert f'rel="icon" href="{icon}"' in page
    assert f'rel="apple-touch-icon" href="{icon}"' in page
    assert "favicon.svg" not in page


def test_a_shared_link_shows_the_councils_picture_on_every_page(client):
    identity = Identity.load()
    identity.sharing_image = ImageFactory()
    identity.save()
    assert 'og:image" content="http://127.0.0.1:8000/media/images/' in client.get("/account/login/").text
