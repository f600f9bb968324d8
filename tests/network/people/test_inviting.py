"""Who is invited, by whom, how often; and what becomes of it before it is answered."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from network.actions import Invited, hand_over, invite, new_invitation_code, remind_invited, withdraw_invitation
from network.enums import InvitationKind, InvitationStatus, RepresentativeRole
from network.exceptions import (
    HandsOverAlready,
    InvitationAnswered,
    InvitedAlready,
    NotYourPeople,
    RepresentsAlready,
    SomebodyIsThere,
)
from network.models import Invitation, MembershipSettings, Representative
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole
WHOM = Invited(NAME, ADDRESS)


def letters(name="invited") -> list[str]:
    return list(OutgoingMail.objects.filter(kind=f"network.{name}").values_list("email", flat=True))


def aged(invitation, days):
    """The same invitation, sent so many days ago."""
    today = timezone.localdate()
    Invitation.objects.filter(pk=invitation.pk).update(
        sent_on=today - timedelta(days=days), valid_until=today + timedelta(days=30 - days)
    )
    return Invitation.objects.get(pk=invitation.pk)


def test_a_primary_contact_invites_and_the_person_gets_a_letter(invitation, rep):
    days = MembershipSettings.load().invitation_days
    assert (invitation.status, invitation.invited_by) == (InvitationStatus.OPEN, rep)
    assert invitation.valid_until == timezone.localdate() + timedelta(days=days)
    assert len(invitation.code) == 8
    assert letters() == [ADDRESS]
    assert str(invitation.token) in OutgoingMail.objects.get(kind="network.invited").text


def test_nobody_becomes_a_representative_by_being_invited(invitation, organization, rep):
    assert [row.user for row in Representative.objects.filter(organization=organization)] == [rep]


def test_a_second_click_is_no_second_invitation(invitation, organization, rep):
    assert invite(organization, by=rep, role=R.EDITOR, whom=WHOM) == invitation
    assert letters() == [ADDRESS]


def test_the_same_person_in_another_role_is_invited_already(invitation, organization, rep):
    with pytest.raises(InvitedAlready):
        invite(organization, by=rep, role=R.PRIMARY, whom=WHOM)


def test_two_people_on_paper_are_told_apart_by_their_names(organization, rep):
    first = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
    assert invite(organization, by=rep, role=R.EDITOR, whom=Invited("ตัวอย่าง อีกคน")) != first
    assert invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME)) == first
    assert letters() == []


def test_who_acts_already_is_not_invited(organization, rep, colleague):
    with pytest.raises(RepresentsAlready):
        invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, colleague.email))


@pytest.mark.parametrize("who", ["colleague", "delegate_maker", "outsider", "elsewhere"])
def test_nobody_else_invites(request, organization, rep, who):
    with pytest.raises(NotYourPeople):
        invite(organization, by=request.getfixturevalue(who), role=R.EDITOR, whom=WHOM)


def test_a_primary_contact_whose_mandate_is_over_invites_nobody(organization, rep):
    Representative.objects.update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    with pytest.raises(NotYourPeople):
        invite(organization, by=rep, role=R.EDITOR, whom=WHOM)


def test_the_secretariat_invites_but_not_where_it_acts_itself(organization, rep, registrar):
    assert invite(organization, by=registrar, role=R.EDITOR, whom=WHOM).pk
    RepresentativeFactory(user=registrar, organization=organization, role=R.EDITOR)
    with pytest.raises(NotYourPeople):
        invite(organization, by=registrar, role=R.EDITOR, whom=Invited("ตัวอย่าง อีกคน", "other@example.org"))


def test_nobody_is_invited_to_a_closed_organization(organization, rep):
    organization.entry.status = "closed"
    organization.entry.save()
    with pytest.raises(NotYourPeople):
        invite(organization, by=rep, role=R.EDITOR, whom=WHOM)


def test_the_centre_invites_only_where_nobody_can_be_reached(organization, rep, coordinator):
    with pytest.raises(SomebodyIsThere):
        invite(organization, by=coordinator, role=R.PRIMARY, whom=WHOM)
    Representative.objects.update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    assert invite(organization, by=coordinator, role=R.PRIMARY, whom=WHOM).invited_by == coordinator


def test_a_closed_account_does_not_count_as_reachable(organization, rep, coordinator):
    rep.is_active = False
    rep.save()
    assert invite(organization, by=coordinator, role=R.PRIMARY, whom=WHOM).pk


def test_an_invitation_whose_days_are_over_makes_room(invitation, organization, rep):
    aged(invitation, 31)
    again = invite(organization, by=rep, role=R.PRIMARY, whom=WHOM)
    invitation.refresh_from_db()
    assert (invitation.status, again.status) == (InvitationStatus.WITHDRAWN, InvitationStatus.OPEN)


def test_it_is_sent_again_once_a_day_with_all_its_days(invitation, rep):
    remind_invited(invitation, by=rep)
    assert letters() == [ADDRESS]
    late = aged(invitation, 31)
    remind_invited(late, by=rep)
    remind_invited(late, by=rep)
    assert letters() == [ADDRESS, ADDRESS]
    invitation.refresh_from_db()
    assert not invitation.is_over


def test_a_new_code_makes_the_old_sheet_worthless(invitation, rep):
    old = invitation.code
    assert new_invitation_code(invitation, by=rep).code != old
    assert not Invitation.objects.filter(code=old).exists()


def test_it_is_withdrawn_by_any_primary_contact_and_twice_is_once(invitation, second):
    assert withdraw_invitation(invitation, by=second).status == InvitationStatus.WITHDRAWN
    assert withdraw_invitation(invitation, by=second).answered_by == second


@pytest.mark.parametrize("do", [remind_invited, withdraw_invitation, new_invitation_code])
@pytest.mark.parametrize("who", ["colleague", "outsider", "elsewhere"])
def test_nobody_else_manages_it(request, invitation, do, who):
    with pytest.raises(NotYourPeople):
        do(invitation, by=request.getfixturevalue(who))


@pytest.mark.parametrize("do", [remind_invited, withdraw_invitation, new_invitation_code])
def test_what_is_answered_is_not_managed_any_more(invitation, rep, do):
    Invitation.objects.update(status=InvitationStatus.DECLINED)
    with pytest.raises(InvitationAnswered):
        do(invitation, by=rep)


def test_a_hand_over_waits_for_the_other_and_changes_nothing_yet(handing, organization, rep):
    assert (handing.kind, handing.role, handing.role_afterwards) == (InvitationKind.HAND_OVER, R.PRIMARY, R.EDITOR)
    assert mandate_of(rep, organization).role == R.PRIMARY
    assert "ขอส่งต่องาน" in OutgoingMail.objects.get(kind="network.invited").text


def test_one_hands_over_to_one_person_at_a_time(handing, organization, rep):
    mandate = mandate_of(rep, organization)
    assert hand_over(mandate, by=rep, whom=WHOM) == handing
    with pytest.raises(HandsOverAlready):
        hand_over(mandate, by=rep, whom=Invited("ตัวอย่าง อีกคน", "other@example.org"))


def test_only_ones_own_primary_role_is_handed_over(organization, rep, colleague, second):
    for mandate, person in ((mandate_of(colleague, organization), colleague), (mandate_of(rep, organization), second)):
        with pytest.raises(NotYourPeople):
            hand_over(mandate, by=person, whom=WHOM)


def test_it_is_not_handed_to_somebody_who_has_it(organization, rep, second):
    with pytest.raises(RepresentsAlready):
        hand_over(mandate_of(rep, organization), by=rep, whom=Invited(str(second), person=second))


def test_who_is_invited_otherwise_has_to_answer_that_first(invitation, organization, rep):
    with pytest.raises(InvitedAlready):
        hand_over(mandate_of(rep, organization), by=rep, whom=WHOM)


def test_a_right_to_look_is_no_right_to_invite(organization, rep):
    reader = UserFactory()
    reader.user_permissions.add(Permission.objects.get(codename="view_invitation"))
    with pytest.raises(NotYourPeople):
        invite(organization, by=reader, role=R.EDITOR, whom=WHOM)
