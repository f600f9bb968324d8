"""What the letters about people say, in the reader's language, and to whom they are not written."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.actions import (
    Invited,
    accept_invitation,
    add_representative,
    change_mandate,
    decline_invitation,
    end_representation,
    hand_over,
    invite,
)
from network.enums import RepresentativeRole
from portal.models import OutgoingMail
from tests.factories.holding import person_at
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import NAME, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole


def letter(name, **of) -> OutgoingMail:
    return OutgoingMail.objects.get(kind=f"network.{name}", **of)


def letters(name) -> int:
    return OutgoingMail.objects.filter(kind=f"network.{name}").count()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("th", ["ผู้ดูแลข้อมูลองค์กร", "แก้ข้อมูลขององค์กรได้"]),
        ("en", ["Keeps the profile", "May change the organization’s profile."]),
    ],
)
def test_an_invitation_says_what_one_could_do_in_the_readers_own_language(organization, rep, language, words):
    person = person_at("reader@example.org", language=language)
    invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, person.email, language="th"))
    mail = letter("invited")
    assert (mail.language, mail.person) == (language, person)
    assert [word for word in words if word not in mail.text] == []
    assert ("/en/invitation/" in mail.text) == (language == "en")


@pytest.mark.parametrize("language", ["th", "en"])
def test_who_is_unknown_is_written_to_in_the_inviters_language(organization, rep, language):
    invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, "new@example.org", language=language))
    mail = letter("invited")
    assert (mail.language, mail.name, mail.person) == (language, NAME, None)


def test_an_invitation_that_is_no_hand_over_names_no_predecessor(organization, rep):
    invite(organization, by=rep, role=R.PRIMARY, whom=Invited(NAME, "a@example.org"))
    assert "ส่งต่องาน" not in letter("invited").text


def test_a_phone_or_a_sheet_of_paper_needs_no_letter(organization, rep):
    invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, phone="+66812345678"))
    invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
    assert not OutgoingMail.objects.exists()


def test_letters_name_the_centre_of_the_province(organization, rep, coordinator):
    organization.entry.province.centres.update(phone="032 400 000", name="ศูนย์ตัวอย่างเพชรบุรี")
    invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, "a@example.org"))
    mail = letter("invited")
    assert "ศูนย์ตัวอย่างเพชรบุรี" in mail.text
    assert "032 400 000" in mail.text


def test_a_coordinator_who_invited_reads_the_answer_without_a_link_that_is_not_theirs(
    organization, coordinator, somsri
):
    invitation = invite(organization, by=coordinator, role=R.PRIMARY, whom=Invited(NAME, somsri.email))
    accept_invitation(invitation, by=somsri)
    mail = letter("invitation_accepted")
    assert mail.person == coordinator
    assert "/account/organizations/" not in mail.text


def test_a_refusal_names_who_was_asked(organization, rep):
    decline_invitation(invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME)), by=None)
    mail = letter("invitation_declined")
    assert mail.person == rep
    assert NAME in mail.subject


def test_a_hand_over_says_what_the_predecessor_does_now(organization, rep, second, somsri):
    whom = Invited(NAME, somsri.email)
    invitation = hand_over(mandate_of(rep, organization), by=rep, whom=whom, role_afterwards=R.DELEGATE_MAKER)
    accept_invitation(invitation, by=somsri)
    assert letters("handed_over") == 2
    for person in (rep, second):
        text = letter("handed_over", person=person).text
        assert str(R.DELEGATE_MAKER.label) in text
        assert str(somsri) in text


def test_a_change_names_the_role_and_the_last_day_only_if_there_is_one(organization, rep, colleague):
    mandate = mandate_of(colleague, organization)
    change_mandate(mandate, by=rep, role=R.DELEGATE_MAKER, mandate_until=None)
    assert "ทำหน้าที่ถึงวันที่" not in letter("role_changed").text
    day = timezone.localdate() + timedelta(days=10)
    change_mandate(mandate, by=rep, role=R.DELEGATE_MAKER, mandate_until=day)
    last = OutgoingMail.objects.filter(kind="network.role_changed").latest("pk")
    assert f"ทำหน้าที่ถึงวันที่ {day.day} " in last.text


def test_who_ends_a_mandate_is_not_written_to_about_it(organization, rep, second, colleague):
    end_representation(mandate_of(colleague, organization), by=rep)
    assert letter("representation_ended").person == colleague
    assert letter("representative_left").person == second


def test_closed_accounts_get_no_letters(organization, rep, registrar):
    person = UserFactory(is_active=False)
    add_representative(person, organization, by=registrar, role=R.EDITOR)
    assert letters("added_notice") == 0
    assert letters("representative_joined") == 1


def test_who_has_no_address_stands_in_the_post_with_a_phone(organization, rep, registrar):
    person = UserFactory(email=None, phone="+66812345678")
    add_representative(person, organization, by=registrar, role=R.EDITOR)
    mail = letter("added_notice")
    assert (mail.email, mail.phone) == ("", "+66812345678")


def test_who_acts_for_several_organizations_is_told_for_which(organization, rep, registrar):
    other = RepresentativeFactory(user=rep).organization
    end_representation(mandate_of(rep, other), by=registrar)
    text = letter("representation_ended").text
    assert other.name in text
    assert organization.name not in text
