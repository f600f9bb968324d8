"""The page that the invited person opens, from the mail, from LINE or with the code on a sheet."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import Invited, file_paper, invite, withdraw_invitation
from network.codes import shown_code
from network.enums import ApplicationKind, InvitationStatus, RepresentativeRole
from network.exceptions import CodeUnknown, InvitationOver
from network.models import Invitation
from portal.thai.text import to_thai_digits
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME, acting

pytestmark = pytest.mark.django_db
R = RepresentativeRole
LANGUAGES = ["th", "en"]


def address(invitation, language="th"):
    with override(language):
        return reverse("network_invitation:answer", args=[invitation.token])


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_signed_in_reads_it_first_and_then_signs_in(client, invitation, organization, rep, language):
    page = client.get(address(invitation, language))
    with override(language):
        assert page.status_code == 200
        for words in (organization.display_name, str(rep), NAME, invitation.get_role_display()):
            assert words in page.text
        assert f"?next={address(invitation, language)}" in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert ADDRESS not in page.text


def test_reading_it_changes_nothing(client, invitation, organization, somsri):
    for reader in (client, browser(somsri)):
        reader.get(address(invitation), {"answer": "accept"})
        reader.head(address(invitation))
    assert ADDRESS not in acting(organization)


def test_without_a_sign_in_nothing_is_accepted(client, invitation, organization):
    answer = client.post(address(invitation), {"answer": "accept", "is_meant": "1"})
    assert answer.url.startswith(reverse("account_login"))
    assert len(acting(organization)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_invited_person_accepts_and_stands_on_the_organizations_page(invitation, organization, somsri, language):
    client = browser(somsri)
    assert "is_meant" not in client.get(address(invitation, language)).text
    answer = client.post(address(invitation, language), {"answer": "accept"})
    with override(language):
        assert answer.url == reverse("network_account:organization", args=[organization.pk])
    assert client.get(answer.url).status_code == 200
    assert acting(organization)[ADDRESS] == R.EDITOR
    again = client.get(address(invitation, language))
    assert again.status_code == 200
    assert answer.url in again.text


def test_somebody_with_another_address_is_asked_once(invitation, organization):
    client = browser(UserFactory(email="daughter@example.org"))
    page = client.get(address(invitation)).text
    assert "so…@example.org" in page
    assert ADDRESS not in page
    assert "daughter@example.org" in page
    refused = client.post(address(invitation), {"answer": "accept"})
    assert refused.status_code == 409
    assert 'role="alert"' in refused.text
    assert client.post(address(invitation), {"answer": "accept", "is_meant": "1"}).status_code == 302
    assert "daughter@example.org" in acting(organization)


def test_only_the_end_of_a_phone_number_is_shown(organization, rep):
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, phone="+66812345678"))
    page = browser(UserFactory()).get(address(invitation)).text
    assert "…5678" in page
    assert "234" not in page


def test_whoever_wrote_it_cannot_answer_it(invitation, rep):
    client = browser(rep)
    page = client.get(address(invitation)).text
    assert gettext("You have written this invitation yourself. Somebody else has to accept it.") in page
    assert client.post(address(invitation), {"answer": "accept", "is_meant": "1"}).status_code == 409


@pytest.mark.parametrize("signed_in", [True, False])
def test_declining_needs_no_account_and_is_said(client, invitation, somsri, signed_in):
    client = browser(somsri) if signed_in else client
    assert client.post(address(invitation), {"answer": "decline"}).url == address(invitation)
    assert gettext("You have declined. Whoever invited you is told. Nothing else happens.") in (
        client.get(address(invitation)).text
    )
    invitation.refresh_from_db()
    assert invitation.status == InvitationStatus.DECLINED


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_over_is_gone_and_says_whom_to_ask(client, invitation, rep, language):
    withdraw_invitation(invitation, by=rep)
    page = client.get(address(invitation, language))
    with override(language):
        assert page.status_code == 410
        assert str(InvitationOver.message) in page.text
    assert "<form" not in page.text.partition("<main")[2]


def test_somebody_else_finds_a_used_one_gone(invitation, somsri, outsider):
    browser(somsri).post(address(invitation), {"answer": "accept"})
    assert browser(outsider).get(address(invitation)).status_code == 410
    assert browser(outsider).post(address(invitation), {"answer": "accept", "is_meant": "1"}).status_code == 409
    assert browser(outsider).post(address(invitation), {"answer": "decline"}).status_code == 409


def test_another_token_is_not_found(client, invitation):
    other = address(invitation).replace(str(invitation.token), "00000000-0000-4000-8000-000000000000")
    assert client.get(other).status_code == 404
    assert client.post(other, {"answer": "accept"}).status_code == 404
    assert client.put(address(invitation)).status_code == 405


def test_a_hand_over_says_that_it_is_one(handing, rep, somsri):
    page = browser(somsri).get(address(handing)).text
    assert gettext("%(person)s would like to hand the main role over to %(name)s.") % {
        "person": rep,
        "name": NAME,
    } in page.replace("\u200b", "").replace("\u2060", "")


class TestAccount:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_addressed_to_me_stands_in_my_account(self, invitation, somsri, outsider, language):
        with override(language):
            page = reverse("account")
        assert address(invitation, language) in browser(somsri).get(page).text
        assert address(invitation, language) not in browser(outsider).get(page).text

    @pytest.mark.parametrize("change", [{"status": "withdrawn"}, {"valid_until": "2020-01-01"}])
    def test_what_is_over_does_not(self, invitation, somsri, change):
        Invitation.objects.update(**change)
        assert address(invitation) not in browser(somsri).get(reverse("account")).text


class TestCode:
    @pytest.fixture
    def on_paper(self, organization, rep):
        invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
        Invitation.objects.update(code="AB23EFGH")
        return Invitation.objects.get(pk=invitation.pk)

    @pytest.fixture
    def reader(self, workflow):
        return browser(UserFactory())

    def type_code(self, client, code):
        return client.post(reverse("network_invitation:enter"), {"code": code})

    @pytest.mark.parametrize("typed", ["AB23EFGH", "ab23-efgh", " ab๒๓ efgh ", to_thai_digits("AB23-EFGH")])
    def test_the_code_leads_to_the_invitation(self, reader, on_paper, organization, typed):
        answer = self.type_code(reader, typed)
        assert answer.url == address(on_paper)
        assert reader.post(answer.url, {"answer": "accept"}).status_code == 302
        assert len(acting(organization)) == 2
        assert self.type_code(reader, typed).status_code == 422

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_square_fills_it_in(self, reader, on_paper, language):
        with override(language):
            page = reader.get(reverse("network_invitation:code", args=[shown_code(on_paper.code)]))
        assert 'value="AB23-EFGH"' in page.text
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"

    def test_who_is_not_signed_in_comes_back_after_it(self, client, on_paper):
        square = reverse("network_invitation:code", args=[shown_code(on_paper.code)])
        assert f'"/account/login/?next={square}"' in client.get(square).text
        assert self.type_code(client, on_paper.code).url.startswith("/account/login/")

    @pytest.mark.parametrize("typed", ["AB23EFGX", "' OR 1=1 --", "๐๐๐๐๐๐๐๐", "", "A" * 10_000])
    def test_anything_else_is_refused(self, reader, on_paper, typed):
        page = self.type_code(reader, typed)
        assert page.status_code == 422
        assert "error-summary" in page.text

    @pytest.mark.parametrize(
        "change", [{"status": "withdrawn"}, {"valid_until": timezone.localdate() - timedelta(days=1)}]
    )
    def test_a_code_that_is_over_is_like_an_unknown_one(self, reader, on_paper, change):
        Invitation.objects.update(**change)
        page = self.type_code(reader, on_paper.code)
        assert page.status_code == 422
        assert str(CodeUnknown.message) in page.text

    def test_guessing_ends_after_ten_tries_of_either_kind(self, reader, on_paper):
        for number in range(10):
            address = "network_invitation:enter" if number % 2 else "network_cases:code"
            assert reader.post(reverse(address), {"code": f"ZZZZZZZ{number}"}).status_code == 422
        assert self.type_code(reader, on_paper.code).status_code == 429

    def test_each_door_leads_holders_of_the_other_sheet_on(self, reader, on_paper, coordinator):
        assert reader.post(reverse("network_cases:code"), {"code": on_paper.code}).url == address(on_paper)
        paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
        answer = self.type_code(reader, paper.code)
        assert answer.url == reverse("network_cases:code_of", args=[paper.code])
