"""Sign-in with LINE, through every redirect, against a stand-in of LINE."""

import re
import urllib.request
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured

from portal import actions
from portal.exceptions import LastWayInError
from portal.models import User
from tests.factories.portal import UserFactory
from tests.line import SOMEBODY
from tests.portal.signing_in import settings_with, signed_in

pytestmark = pytest.mark.django_db
START = "/account/line/login/"


def at_line(response) -> dict[str, str]:
    """Follows the portal's redirect to LINE; gives the addresses of "allow" and "deny"."""
    assert response.status_code == 302, response.text
    with urllib.request.urlopen(response["Location"]) as page:  # noqa: S310 -- our stand-in
        links = re.findall(r'id="(\w+)" href="([^"]+)"', page.read().decode())
    return {name: unescape(address) for name, address in links}


def come_back(client, address: str):
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def sign_in(client, answer="allow", start=START):
    return come_back(client, at_line(client.post(start))[answer])


def test_without_a_channel_there_is_no_button_and_no_address(client):
    assert "line_login" not in client.get("/account/login/").text
    assert "button-line" not in client.get("/account/login/").text
    for address in (START, START + "callback/", START + "callback/?code=x&state=y"):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_button_stands_on_the_sign_in_page_and_keeps_the_way(client, line, prefix):
    page = client.get(f"{prefix}/account/login/?next=/en/events/")
    assert "button-line" in page.text
    assert f'action="{prefix}/account/line/login/"' in page.text
    assert 'name="next" value="/en/events/"' in page.text.split("button-line")[0]


def test_line_is_asked_for_an_openid_token_and_nothing_more(client, line):
    asked = parse_qs(urlsplit(client.post(START)["Location"]).query)
    assert set(asked["scope"][0].split()) == {"openid", "profile"}
    assert asked["redirect_uri"] == ["http://testserver/account/line/login/callback/"]
    assert asked["code_challenge_method"] == ["S256"]


def test_a_new_person_comes_in_with_a_name_and_without_an_address(client, line):
    response = sign_in(client)
    assert response["Location"] == "/account/"
    assert signed_in(client)
    user = User.objects.get()
    assert (user.name, user.email, user.language) == (SOMEBODY["name"], None, "th")
    assert not user.has_usable_password()
    assert SocialAccount.objects.get().extra_data == {"name": SOMEBODY["name"]}
    assert client.get("/account/").status_code == 200


def test_two_people_without_an_address_do_not_collide(client, line):
    sign_in(client)
    client.post("/account/logout/")
    line.person = {"sub": "U2", "name": "อีกคน"}
    sign_in(client)
    assert User.objects.filter(email=None).count() == 2


def test_whoever_comes_again_is_the_same_person_and_goes_where_they_wanted(client, line):
    sign_in(client)
    client.post("/account/logout/")
    response = sign_in(client, start=f"{START}?next=/en/events/")
    assert response["Location"] == "/en/events/"
    assert User.objects.count() == 1


def test_english_visitors_keep_their_language(client, line):
    response = sign_in(client, start="/en" + START)
    assert response["Location"] == "/en/account/"
    assert User.objects.get().language == "en"


def test_an_address_that_is_opened_by_hand_asks_first(client, line):
    page = client.get(START)
    assert page.status_code == 200
    assert "button-line" in page.text


def test_whoever_does_not_agree_reads_what_that_means(client, line):
    response = sign_in(client, "deny")
    assert response.status_code == 302
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert "/account/login/" in page.text
    assert not User.objects.exists()


def in_words(page) -> bool:
    return page.status_code == 401 and "/account/login/" in page.text and "<h1>" in page.text


@pytest.mark.parametrize("endpoint", ["token", "verify"])
def test_a_line_that_answers_500_is_said_in_words(client, line, endpoint):
    line.broken = {endpoint}
    assert in_words(sign_in(client))
    assert not User.objects.exists()


def test_a_line_that_cannot_be_reached_is_said_in_words(client, line, settings):
    address = at_line(client.post(START))["allow"]
    settings.LINE_API_URL = "http://127.0.0.1:9"
    assert in_words(come_back(client, address))


@pytest.mark.parametrize("sub", [None, "", 7])
def test_a_line_that_does_not_say_who_it_is_makes_no_account(client, line, sub):
    line.lie = {"sub": sub}
    assert in_words(sign_in(client))
    assert not User.objects.exists()


def test_a_wrong_state_is_refused_in_words(client, line):
    address = at_line(client.post(START))["allow"]
    assert in_words(come_back(client, re.sub(r"state=\w+", "state=stolen", address)))
    assert in_words(come_back(client, re.sub(r"&?state=\w+", "", address)))
    assert not User.objects.exists()


def test_another_browser_cannot_use_the_answer(client, line, db):
    from django.test import Client

    address = at_line(client.post(START))["allow"]
    assert in_words(come_back(Client(), address))


def test_an_answer_is_good_once(client, line):
    address = at_line(client.post(START))["allow"]
    come_back(client, address)
    client.post("/account/logout/")
    assert in_words(come_back(client, address))
    assert not signed_in(client)


def test_a_wrong_code_is_refused_in_words(client, line):
    address = at_line(client.post(START))["allow"]
    assert in_words(come_back(client, re.sub(r"code=[\w-]+", "code=guessed", address)))


def test_a_disabled_person_stays_outside(client, line):
    sign_in(client)
    client.post("/account/logout/")
    User.objects.update(is_active=False)
    assert sign_in(client)["Location"] == "/account/inactive/"
    assert not signed_in(client)


@pytest.fixture
def member(client):
    user = UserFactory()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    client.force_login(user)
    return user


class TestConnecting:
    def test_a_member_connects_line_and_signs_in_with_it(self, client, line, member):
        assert 'value="connect"' in client.get("/account/line/").text
        response = sign_in(client, start=f"{START}?process=connect")
        assert response["Location"] == "/account/line/"
        assert SOMEBODY["name"] in client.get("/account/line/").text
        client.post("/account/logout/")
        sign_in(client)
        assert User.objects.get() == member
        assert signed_in(client)

    def test_a_line_of_somebody_else_is_not_taken_over(self, client, line, member):
        other = UserFactory()
        SocialAccount.objects.create(user=other, provider="line", uid=SOMEBODY["sub"])
        sign_in(client, start=f"{START}?process=connect")
        assert SocialAccount.objects.get().user == other

    def test_line_is_taken_off_by_post(self, client, line, member):
        SocialAccount.objects.create(user=member, provider="line", uid="U1", extra_data={"name": "ก"})
        assert client.get("/account/line/").status_code == 200
        assert SocialAccount.objects.exists()
        assert client.post("/account/line/")["Location"] == "/account/ways/"
        assert not SocialAccount.objects.exists()
        assert client.post("/account/line/").status_code == 302

    def test_the_last_way_in_stays(self, client, line):
        sign_in(client)
        page = client.post("/account/line/")
        assert page.status_code == 422
        assert 'role="alert"' in page.text
        assert SocialAccount.objects.exists()
        with pytest.raises(LastWayInError):
            actions.take_off_line(User.objects.get(), by=User.objects.get())

    def test_an_address_is_not_taken_off_when_it_is_the_last_way(self, client, line, member):
        client.post("/account/email/", {"email": member.email, "action_remove": ""})
        assert EmailAddress.objects.filter(user=member).exists()
        SocialAccount.objects.create(user=member, provider="line", uid="U1")
        client.post("/account/email/", {"email": member.email, "action_remove": ""})
        assert not EmailAddress.objects.filter(user=member).exists()
        member.refresh_from_db()
        assert member.email is None

    def test_where_line_is_switched_off_it_is_no_way_in_and_can_still_go(self, client, member):
        assert client.get("/account/line/").status_code == 404
        account = SocialAccount.objects.create(user=member, provider="line", uid="U1")
        assert client.get("/account/line/").status_code == 200
        assert client.post("/account/line/").status_code == 302
        assert not SocialAccount.objects.filter(pk=account.pk).exists()

    def test_a_stranger_is_asked_to_sign_in(self, client, line):
        assert client.get("/account/line/").status_code == 302
        assert client.delete("/account/line/").status_code == 405

    def test_allauths_own_page_leads_to_ours(self, client, line, member):
        assert client.get("/account/3rdparty/")["Location"] == "/account/line/"


def test_the_hint_stands_in_lines_own_browser_only(client, line):
    inside = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 Line/14.1.0/IAB"}
    assert "openExternalBrowser=1" in client.get("/account/login/", headers=inside).text
    assert "openExternalBrowser=1" not in client.get("/account/login/").text


PRODUCTION = {"LINE_CHANNEL_ID": "1", "LINE_CHANNEL_SECRET": "x"}


class TestSettings:
    @pytest.mark.parametrize("name", ["LINE_ACCESS_URL", "LINE_API_URL"])
    def test_production_talks_to_line_itself(self, name):
        done = settings_with(**PRODUCTION, **{name: "http://127.0.0.1:1"})
        assert done.returncode
        assert ImproperlyConfigured.__name__ in done.stderr
        assert name in done.stderr

    def test_a_channel_without_its_secret_stops_the_start(self):
        assert "LINE_CHANNEL_SECRET" in settings_with(LINE_CHANNEL_ID="1").stderr

    def test_the_policy_lets_the_form_lead_to_line_and_nowhere_else(self):
        ask = "import portal.settings as s; print(*s.SECURE_CSP['form-action'])"
        assert settings_with(ask, **PRODUCTION).stdout.strip() == "'self' https://access.line.me"
        assert settings_with(ask).stdout.strip() == "'self'"
