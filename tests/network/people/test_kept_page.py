"""An invitation as whoever made it keeps it: its page, its words for LINE, its sheet."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import Invited, invite
from network.codes import shown_code
from network.enums import InvitationStatus, RepresentativeRole
from network.models import Invitation, Representative
from network.printing.parts import qr
from network.views.invitations.sheet import code_url, sheet_data
from portal.models import Identity, OutgoingMail
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME

pytestmark = pytest.mark.django_db
R = RepresentativeRole
LANGUAGES = ["th", "en"]


def url(invitation, name="kept", *args, language="th"):
    with override(language):
        return reverse(f"network_invitation:{name}", args=[invitation.pk, *args])


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def desk(rep):
    return browser(rep)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_where_it_stands_and_how_to_hand_it_on(desk, invitation, language):
    page = desk.get(url(invitation, language=language))
    assert page.status_code == 200
    for words in (NAME, ADDRESS, shown_code(invitation.code), str(invitation.token)):
        assert words in page.text
    assert url(invitation, "sheet_pdf", language=language) in page.text


@pytest.mark.parametrize("who", ["second", "registrar", "coordinator"])
def test_others_who_manage_it_open_it_too_and_find_back(request, invitation, who):
    client = browser(request.getfixturevalue(who))
    page = client.get(url(invitation))
    assert page.status_code == 200
    assert client.get(page.context["back"][1]).status_code == 200


@pytest.mark.parametrize("who", ["colleague", "outsider", "elsewhere", "somsri"])
def test_for_everybody_else_there_is_no_such_page(request, client, invitation, who):
    stranger = browser(request.getfixturevalue(who))
    for name, args in (("kept", []), ("sheet_pdf", []), ("letter", [])):
        assert stranger.get(url(invitation, name, *args)).status_code == 404
        assert client.get(url(invitation, name, *args)).url.startswith(reverse("account_login"))
    for act in ("remind", "withdraw", "new-code"):
        assert stranger.post(url(invitation, "act", act)).status_code == 404
    invitation.refresh_from_db()
    assert invitation.status == InvitationStatus.OPEN


def test_the_words_for_line_are_in_the_invited_persons_language(organization, rep, desk):
    whom = Invited(NAME, phone="+66812345678", language="en")
    words = desk.get(url(invite(organization, by=rep, role=R.EDITOR, whom=whom))).context["message"]
    assert words.startswith(f"Dear {NAME}, ")
    assert "/en/invitation/" in words
    assert organization.name_en in words


def test_buttons_send_it_again_make_a_code_and_withdraw_it(desk, invitation):
    code = invitation.code
    Invitation.objects.update(sent_on=timezone.localdate() - timedelta(days=3))
    for act in ("remind", "new-code", "withdraw"):
        assert desk.post(url(invitation, "act", act)).url == url(invitation)
    invitation.refresh_from_db()
    assert invitation.status == InvitationStatus.WITHDRAWN
    assert invitation.code != code
    assert OutgoingMail.objects.filter(kind="network.invited").count() == 2
    page = desk.get(url(invitation))
    assert invitation.get_status_display() in page.text
    assert "<form" not in page.text.partition("<main")[2]


@pytest.mark.parametrize("act", ["remind", "new-code", "withdraw"])
def test_a_button_pressed_too_late_says_so(desk, invitation, act):
    Invitation.objects.update(status=InvitationStatus.DECLINED)
    page = desk.post(url(invitation, "act", act), follow=True)
    assert gettext("This invitation has been answered meanwhile.") in page.text


def test_acts_are_posted_and_known(desk, invitation):
    assert desk.get(url(invitation, "act", "withdraw")).status_code == 405
    assert desk.post(url(invitation, "act", "burn")).status_code == 404


def test_what_is_over_can_be_sent_again_or_withdrawn(desk, invitation):
    Invitation.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    page = desk.get(url(invitation)).text
    assert gettext("The days are over") in page
    assert shown_code(invitation.code) not in page
    assert desk.get(url(invitation, "sheet_pdf")).status_code == 404
    desk.post(url(invitation, "act", "remind"))
    assert shown_code(invitation.code) in desk.get(url(invitation)).text


def test_its_letter_is_for_those_who_may_read_it(organization, rep, desk, coordinator, colleague):
    letter = ContentFile(b"%PDF-1.4 z", name="x.pdf")
    whom = Invited(NAME, ADDRESS, letter=letter, letter_name="หนังสือ.pdf")
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=whom)
    for person in (rep, coordinator):
        assert browser(person).get(url(invitation, "letter")).getvalue() == b"%PDF-1.4 z"
    for person in (colleague, UserFactory()):
        assert browser(person).get(url(invitation, "letter")).status_code == 404


class TestSheet:
    def test_it_is_a_page_to_print(self, desk, invitation):
        answer = desk.get(url(invitation, "sheet_pdf"))
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")

    def test_it_holds_everything_in_both_languages(self, invitation, organization, rep):
        data = sheet_data(invitation, Identity.load())
        assert (data["code"], data["name"]) == (shown_code(invitation.code), NAME)
        thai, english = data["languages"]
        assert organization.name in str(thai["facts"])
        assert organization.name_en in str(english["facts"])
        assert str(rep) in thai["lead"]
        assert [len(side["steps"]) for side in data["languages"]] == [3, 3]

    def test_a_hand_over_says_so(self, handing, rep):
        thai, english = sheet_data(handing, Identity.load())["languages"]
        assert "ส่งต่องาน" in thai["lead"]
        assert english["lead"] == f"{rep} would like to hand the main role over to you."

    def test_its_square_leads_to_the_code(self, invitation, settings):
        settings.BASE_URL = "https://portal.example.org"
        address = code_url(invitation)
        assert address == f"https://portal.example.org/invitation/code/{shown_code(invitation.code)}/"
        assert resolve(address.removeprefix("https://portal.example.org")).view_name == "network_invitation:code"
        assert qr(code_url(invitation)).startswith(b"<svg")

    @pytest.mark.parametrize("status", [InvitationStatus.ACCEPTED, InvitationStatus.WITHDRAWN])
    def test_of_what_is_answered_there_is_none(self, desk, invitation, status):
        Invitation.objects.update(status=status)
        assert desk.get(url(invitation, "sheet_pdf")).status_code == 404


def test_who_is_no_longer_a_primary_contact_keeps_nothing(desk, invitation):
    Representative.objects.update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    assert desk.get(url(invitation)).status_code == 404
