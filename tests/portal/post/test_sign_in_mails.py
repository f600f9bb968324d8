"""Codes come in the same look as every mail, and are never kept in the outbox."""

import re

import pytest

from portal.models import OutgoingMail
from tests.factories.portal import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


@pytest.mark.parametrize(("prefix", "lang"), [("", "th"), ("/en", "en")])
@pytest.mark.parametrize("page", ["login/code", "signup"])
def test_a_code_is_mailed_in_our_layout(client, mailoutbox, page, prefix, lang):
    email = UserFactory().email if page == "login/code" else "new@example.org"
    client.post(f"{prefix}/account/{page}/", {"login": email}, follow=True)
    (message,) = mailoutbox
    code = re.findall(r"\b\d{6}\b", message.body)[0]
    html = message.alternatives[0].content
    assert f'<p class="code">{code}</p>' in html
    assert f'lang="{lang}"' in html
    assert 'href="tel:020000000"' in html
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("prefix", "lang"), [("", "th"), ("/en", "en")])
@pytest.mark.parametrize(("page", "way_on"), [("login/code", "/account/signup/"), ("signup", "/account/login/")])
def test_who_gets_no_code_is_shown_the_way_in_our_layout(client, mailoutbox, page, way_on, prefix, lang):
    email = UserFactory().email if page == "signup" else "new@example.org"
    client.post(f"{prefix}/account/{page}/", {"login": email}, follow=True)
    (message,) = mailoutbox
    html = message.alternatives[0].content
    assert email in html
    assert f'{prefix}{way_on}"' in html
    assert f'lang="{lang}"' in html
    assert 'href="tel:020000000"' in html
