"""Accepting makes the mandate, once, for the one who was asked; declining needs no account."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from network.actions import (
    Invited,
    accept_invitation,
    decline_invitation,
    end_representation,
    hand_over,
    invite,
    withdraw_invitation,
)
from network.enums import InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.exceptions import ForSomebodyElse, InvitationOver, OwnInvitation, RepresentsAlready
from network.models import Invitation, Representative
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME, acting, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole


def written() -> set[tuple[str, str]]:
    return {(mail.kind.partition(".")[2], mail.email) for mail in OutgoingMail.objects.exclude(kind="network.invited")}


def test_who_accepts_acts_from_today(invitation, organization, rep, somsri):
    mandate = accept_invitation(invitation, by=somsri)
    assert (mandate.role, mandate.mandate_from) == (R.EDITOR, timezone.localdate())
    assert acting(organization) == {rep.email: R.PRIMARY, ADDRESS: R.EDITOR}
    invitation.refresh_from_db()
    assert (invitation.status, invitation.answered_by) == (InvitationStatus.ACCEPTED, somsri)


def test_a_newcomer_without_a_name_gets_the_one_on_the_invitation(invitation, somsri):
    accept_invitation(invitation, by=somsri)
    somsri.refresh_from_db()
    assert somsri.name == NAME


def test_a_name_of_ones_own_stays(invitation, somsri):
    somsri.name = "ชื่อเดิม"
    somsri.save()
    accept_invitation(invitation, by=somsri)
    assert somsri.name == "ชื่อเดิม"


def test_whoever_invited_and_the_other_primary_contacts_read_who_accepted(invitation, rep, second, somsri):
    accept_invitation(invitation, by=somsri)
    accept_invitation(invitation, by=somsri)
    assert written() == {("invitation_accepted", rep.email), ("invitation_accepted", second.email)}
    text = OutgoingMail.objects.filter(kind="network.invitation_accepted").first().text
    assert ADDRESS in text


def test_an_invitation_works_once(invitation, somsri, outsider):
    accept_invitation(invitation, by=somsri)
    with pytest.raises(InvitationOver):
        accept_invitation(invitation, by=outsider, is_meant=True)


def test_who_has_left_since_does_not_come_back_by_the_old_letter(invitation, organization, rep, somsri):
    end_representation(accept_invitation(invitation, by=somsri), by=rep)
    with pytest.raises(InvitationOver):
        accept_invitation(invitation, by=somsri)
    assert acting(organization) == {rep.email: R.PRIMARY}


@pytest.mark.parametrize("status", [InvitationStatus.WITHDRAWN, InvitationStatus.DECLINED])
def test_what_was_withdrawn_or_declined_is_not_accepted(invitation, somsri, status):
    Invitation.objects.update(status=status)
    with pytest.raises(InvitationOver):
        accept_invitation(invitation, by=somsri)


def test_after_its_last_day_it_is_not_accepted(invitation, somsri):
    Invitation.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    for answer in (accept_invitation, decline_invitation):
        with pytest.raises(InvitationOver):
            answer(invitation, by=somsri)


def test_of_a_closed_organization_nothing_is_accepted(invitation, organization, somsri):
    organization.entry.status = "closed"
    organization.entry.save()
    with pytest.raises(InvitationOver):
        accept_invitation(invitation, by=somsri)


def test_nobody_accepts_what_they_wrote_themselves(organization, coordinator):
    invitation = invite(organization, by=coordinator, role=R.PRIMARY, whom=Invited(NAME))
    with pytest.raises(OwnInvitation):
        accept_invitation(invitation, by=coordinator, is_meant=True)


def test_somebody_with_another_address_is_asked_first(invitation, organization):
    """Families share phones, and a daughter's address is not her mother's."""
    daughter = UserFactory(email="daughter@example.org")
    with pytest.raises(ForSomebodyElse):
        accept_invitation(invitation, by=daughter)
    assert accept_invitation(invitation, by=daughter, is_meant=True).user == daughter
    assert "daughter@example.org" in OutgoingMail.objects.get(kind="network.invitation_accepted").text


def test_a_sheet_of_paper_asks_nobody(organization, rep, outsider):
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
    assert accept_invitation(invitation, by=outsider).user == outsider


def test_the_mandate_takes_the_last_day_and_the_letter_with_it(organization, rep, somsri):
    letter = ContentFile(b"%PDF-1.4", name="x.pdf")
    day = timezone.localdate() + timedelta(days=300)
    whom = Invited(NAME, ADDRESS, mandate_until=day, letter=letter, letter_name="หนังสือ.pdf")
    mandate = accept_invitation(invite(organization, by=rep, role=R.EDITOR, whom=whom), by=somsri)
    assert (mandate.mandate_until, mandate.letter_name, mandate.letter.read()) == (day, "หนังสือ.pdf", b"%PDF-1.4")
    assert not Invitation.objects.get().letter


def test_a_larger_role_replaces_the_smaller_one_of_the_same_person(organization, rep, somsri):
    RepresentativeFactory(organization=organization, user=somsri, role=R.DELEGATE_MAKER)
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
    mandate = accept_invitation(invitation, by=somsri)
    assert mandate.role == R.EDITOR
    assert Representative.objects.filter(user=somsri).count() == 1


@pytest.mark.parametrize("role", [R.PRIMARY, R.EDITOR])
def test_nobody_becomes_less_by_accepting(organization, rep, somsri, role):
    RepresentativeFactory(organization=organization, user=somsri, role=role)
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME))
    with pytest.raises(RepresentsAlready):
        accept_invitation(invitation, by=somsri)


def test_who_acted_until_last_year_comes_back(organization, rep, somsri):
    old = RepresentativeFactory(
        organization=organization, user=somsri, mandate_from="2020-01-01", mandate_until="2020-12-31"
    )
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, ADDRESS))
    assert accept_invitation(invitation, by=somsri) != old
    old.refresh_from_db()
    assert (old.status, old.mandate_until) == (RepresentativeStatus.ENDED, date(2020, 12, 31))


@pytest.mark.parametrize("signed_in", [True, False])
def test_declining_changes_nothing_and_is_told(invitation, organization, rep, somsri, signed_in):
    for _press in range(2):
        decline_invitation(invitation, by=somsri if signed_in else None)
    assert acting(organization) == {rep.email: R.PRIMARY}
    assert written() == {("invitation_declined", rep.email)}
    assert OutgoingMail.objects.filter(kind="network.invitation_declined").count() == 1


def test_a_hand_over_changes_both_in_one_moment(handing, organization, rep, somsri):
    accept_invitation(handing, by=somsri)
    assert acting(organization) == {rep.email: R.EDITOR, ADDRESS: R.PRIMARY}
    assert written() == {("handed_over", rep.email)}


def test_who_hands_over_may_leave(organization, rep, somsri):
    invitation = hand_over(mandate_of(rep, organization), by=rep, whom=Invited(NAME, ADDRESS))
    accept_invitation(invitation, by=somsri)
    assert acting(organization) == {ADDRESS: R.PRIMARY}
    # Nothing to open any more, so the letter leads nowhere.
    assert "/people/" not in OutgoingMail.objects.get(kind="network.handed_over").text


def test_a_colleague_takes_over_and_keeps_one_mandate(organization, rep, colleague):
    whom = Invited(str(colleague), person=colleague)
    invitation = hand_over(mandate_of(rep, organization), by=rep, whom=whom)
    assert accept_invitation(invitation, by=colleague) == mandate_of(colleague, organization)
    assert acting(organization) == {colleague.email: R.PRIMARY}


def test_a_hand_over_still_works_when_the_predecessors_days_are_over(handing, organization, rep, somsri):
    """Who had the right to hand over when they did must not strand the organization by their last day."""
    Representative.objects.filter(user=rep).update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    accept_invitation(handing, by=somsri)
    assert acting(organization) == {ADDRESS: R.PRIMARY}
    assert mandate_of(rep, organization).mandate_until == date(2020, 12, 31)


def test_who_was_ended_hands_nothing_over_any_more(handing, organization, rep, second, somsri):
    end_representation(mandate_of(rep, organization), by=second)
    with pytest.raises(InvitationOver):
        accept_invitation(handing, by=somsri)
    assert acting(organization) == {second.email: R.PRIMARY}


def test_a_withdrawn_hand_over_leaves_everything(handing, organization, rep, somsri):
    withdraw_invitation(handing, by=rep)
    with pytest.raises(InvitationOver):
        accept_invitation(handing, by=somsri)
    assert acting(organization) == {rep.email: R.PRIMARY}
