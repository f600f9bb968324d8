"""Two press at the same moment: the organization's row is the queue, on SQLite and on PostgreSQL alike."""

from functools import partial

import pytest
from django.urls import reverse

from network.actions import Invited, invite
from network.enums import InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.models import Invitation, Representative
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import ADDRESS, NAME, acting, mandate_of
from tests.racing import browser_of, together

pytestmark = pytest.mark.django_db(transaction=True)
R = RepresentativeRole


def leaving(user, organization):
    return partial(browser_of(user).post, reverse("network_account:people:leave", args=[organization.pk]))


def ending(user, mandate):
    address = reverse("network_account:people:end", args=[mandate.organization_id, mandate.pk])
    return partial(browser_of(user).post, address)


def accepting(user, invitation):
    address = reverse("network_invitation:answer", args=[invitation.token])
    return partial(browser_of(user).post, address, {"answer": "accept", "is_meant": "1"})


def withdrawing(user, invitation):
    return partial(browser_of(user).post, reverse("network_invitation:act", args=[invitation.pk, "withdraw"]))


def statuses(answers) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def primary(organization) -> int:
    return Representative.objects.active().primary().filter(organization=organization).count()


def test_of_two_last_primary_contacts_who_leave_at_once_one_stays(organization, rep, second):
    answers = together([leaving(rep, organization), leaving(second, organization)])
    assert statuses(answers) == [302, 409]
    assert primary(organization) == 1


def test_of_five_primary_contacts_four_leave(organization, rep):
    people = [rep, *(RepresentativeFactory(organization=organization).user for _n in range(4))]
    answers = together([leaving(person, organization) for person in people])
    assert statuses(answers) == [302] * 4 + [409]
    assert primary(organization) == 1


def test_two_who_end_each_other_do_not_both_succeed(organization, rep, second):
    presses = [ending(rep, mandate_of(second, organization)), ending(second, mandate_of(rep, organization))]
    together(presses)
    assert primary(organization) == 1


def test_of_two_who_accept_one_invitation_one_acts(invitation, organization, rep):
    people = UserFactory.create_batch(2)
    answers = together([accepting(person, invitation) for person in people])
    assert statuses(answers) == [302, 409]
    assert len(acting(organization)) == 2
    assert OutgoingMail.objects.filter(kind="network.invitation_accepted").count() == 1


def test_ten_clicks_of_one_person_are_one_mandate(invitation, organization, rep, somsri):
    assert statuses(together([accepting(somsri, invitation)] * 10)) == [302] * 10
    assert acting(organization) == {rep.email: R.PRIMARY, ADDRESS: R.EDITOR}


def test_a_hand_over_is_accepted_or_withdrawn_and_never_half(handing, organization, rep, somsri):
    accepted, _withdrawn = together([accepting(somsri, handing), withdrawing(rep, handing)])
    handing.refresh_from_db()
    if accepted.status_code == 302:
        assert handing.status == InvitationStatus.ACCEPTED
        assert acting(organization) == {rep.email: R.EDITOR, ADDRESS: R.PRIMARY}
    else:
        assert (accepted.status_code, handing.status) == (409, InvitationStatus.WITHDRAWN)
        assert acting(organization) == {rep.email: R.PRIMARY}


def test_who_hands_over_and_leaves_at_once_leaves_somebody_there(handing, organization, rep, second, somsri):
    """Another primary contact is there, so both are allowed; the order decides who is left."""
    together([accepting(somsri, handing), leaving(rep, organization)])
    handing.refresh_from_db()
    assert primary(organization) == (2 if handing.status == InvitationStatus.ACCEPTED else 1)


def test_accepting_while_the_organization_is_left_strands_nobody(handing, organization, rep, somsri):
    """The last primary contact leaves in the moment in which the successor accepts."""
    together([accepting(somsri, handing), leaving(rep, organization)])
    assert primary(organization) == 1
    assert mandate_of(somsri, organization).status == RepresentativeStatus.ACTIVE


def test_ten_clicks_on_invite_are_one_invitation(organization, rep):
    press = partial(invite, organization, by=rep, role=R.EDITOR, whom=Invited(NAME, ADDRESS))
    assert len({made.pk for made in together([press] * 10)}) == 1
    assert Invitation.objects.count() == 1
    assert OutgoingMail.objects.filter(kind="network.invited").count() == 1
