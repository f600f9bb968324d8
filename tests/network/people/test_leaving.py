"""Mandates end, change and are entered; nobody takes away what gives them their own right."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.log_actions import registry

from network.actions import (
    Invited,
    accept_claim,
    add_representative,
    change_mandate,
    drop_letter,
    end_representation,
    invite,
    keep_letter,
    leave,
    make_claim,
)
from network.enums import InvitationStatus, RepresentativeRole, RepresentativeStatus
from network.exceptions import LastPrimaryContact, MandateOver, NotYourPeople, OwnRole, RepresentsAlready
from network.models import Invitation, Representative
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.people.conftest import acting, mandate_of

pytestmark = pytest.mark.django_db
R = RepresentativeRole


def written() -> set[tuple[str, str]]:
    return {(mail.kind.partition(".")[2], mail.email) for mail in OutgoingMail.objects.all()}


def test_the_last_primary_contact_cannot_leave(organization, rep, colleague):
    with pytest.raises(LastPrimaryContact):
        leave(mandate_of(rep, organization), by=rep)
    assert acting(organization)[rep.email] == R.PRIMARY


@pytest.mark.parametrize(
    "useless",
    [
        {"user__is_active": False},
        {"mandate_from": date(2020, 1, 1), "mandate_until": date(2020, 12, 31)},
        {"status": RepresentativeStatus.ENDED},
        {"mandate_from": date(2099, 1, 1)},
    ],
)
def test_somebody_who_cannot_sign_in_today_is_no_successor(organization, rep, useless):
    RepresentativeFactory(organization=organization, **useless)
    with pytest.raises(LastPrimaryContact):
        leave(mandate_of(rep, organization), by=rep)


def test_with_another_primary_contact_one_may_leave_and_both_are_told(organization, rep, second):
    for _press in range(2):
        gone = leave(mandate_of(rep, organization), by=rep)
    assert (gone.status, gone.mandate_until) == (RepresentativeStatus.ENDED, timezone.localdate())
    assert acting(organization) == {second.email: R.PRIMARY}
    assert written() == {("representation_ended", rep.email), ("representative_left", second.email)}


def test_others_leave_as_they_like(organization, rep, colleague, delegate_maker):
    for person in (colleague, delegate_maker):
        leave(mandate_of(person, organization), by=person)
    assert acting(organization) == {rep.email: R.PRIMARY}


def test_nobody_leaves_for_somebody_else(organization, rep, second):
    with pytest.raises(NotYourPeople):
        leave(mandate_of(rep, organization), by=second)


def test_who_leaves_takes_their_hand_over_along(handing, organization, rep, second):
    leave(mandate_of(rep, organization), by=rep)
    handing.refresh_from_db()
    assert handing.status == InvitationStatus.WITHDRAWN


@pytest.mark.parametrize("who", ["second", "coordinator", "registrar"])
def test_another_primary_contact_the_centre_and_the_secretariat_end_a_mandate(request, organization, rep, who):
    by = request.getfixturevalue(who)
    for _press in range(2):
        end_representation(mandate_of(rep, organization), by=by)
    assert rep.email not in acting(organization)
    assert ("representation_ended", rep.email) in written()
    assert OutgoingMail.objects.filter(kind="network.representation_ended").count() == 1
    [entry] = registry.get_logs_for_instance(mandate_of(rep, organization))
    assert (entry.user, entry.data["name"]) == (by, str(rep))


@pytest.mark.parametrize("who", ["colleague", "outsider", "elsewhere"])
def test_nobody_else_ends_it(request, organization, rep, who):
    with pytest.raises(NotYourPeople):
        end_representation(mandate_of(rep, organization), by=request.getfixturevalue(who))


def test_ones_own_mandate_is_left_and_not_ended(organization, rep, second):
    with pytest.raises(NotYourPeople):
        end_representation(mandate_of(rep, organization), by=rep)


def test_a_registrar_who_acts_for_it_has_no_more_to_say_than_its_people(organization, rep, registrar):
    RepresentativeFactory(organization=organization, user=registrar, role=R.EDITOR)
    with pytest.raises(NotYourPeople):
        end_representation(mandate_of(rep, organization), by=registrar)


def test_what_an_ended_person_has_begun_is_withdrawn(organization, rep, second, invitation):
    end_representation(mandate_of(rep, organization), by=second)
    assert Invitation.objects.get().status == InvitationStatus.WITHDRAWN


def test_a_mandate_that_was_over_keeps_its_last_day(organization, rep, colleague):
    Representative.objects.filter(user=colleague).update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    ended = end_representation(mandate_of(colleague, organization), by=rep)
    assert (ended.status, ended.mandate_until) == (RepresentativeStatus.ENDED, date(2020, 12, 31))


def test_a_role_and_a_last_day_are_changed_and_told_once(organization, rep, colleague):
    day = timezone.localdate() + timedelta(days=100)
    for _press in range(2):
        change_mandate(mandate_of(colleague, organization), by=rep, role=R.PRIMARY, mandate_until=day)
    changed = mandate_of(colleague, organization)
    assert (changed.role, changed.mandate_until) == (R.PRIMARY, day)
    assert written() == {("role_changed", colleague.email)}
    assert OutgoingMail.objects.count() == 1


def test_nobody_changes_their_own_role(organization, rep, second):
    with pytest.raises(OwnRole):
        change_mandate(mandate_of(rep, organization), by=rep, role=R.EDITOR, mandate_until=None)


@pytest.mark.parametrize("who", ["colleague", "outsider", "coordinator"])
def test_nobody_else_changes_a_role(request, organization, rep, delegate_maker, who):
    by = request.getfixturevalue(who)
    with pytest.raises(NotYourPeople):
        change_mandate(mandate_of(delegate_maker, organization), by=by, role=R.PRIMARY, mandate_until=None)


def test_an_ended_mandate_is_not_changed(organization, rep, colleague):
    end_representation(mandate_of(colleague, organization), by=rep)
    with pytest.raises(MandateOver):
        change_mandate(mandate_of(colleague, organization), by=rep, role=R.PRIMARY, mandate_until=None)


def test_who_is_made_less_has_invited_nobody(organization, rep, second, invitation):
    change_mandate(mandate_of(rep, organization), by=second, role=R.EDITOR, mandate_until=None)
    assert Invitation.objects.get().status == InvitationStatus.WITHDRAWN


def test_somebody_added_by_the_secretariat_is_told_and_so_are_the_others(organization, rep, registrar):
    person = UserFactory()
    added = add_representative(person, organization, by=registrar, role=R.EDITOR)
    assert (added.status, added.role) == (RepresentativeStatus.ACTIVE, R.EDITOR)
    assert written() == {("added_notice", person.email), ("representative_joined", rep.email)}
    with pytest.raises(RepresentsAlready):
        add_representative(person, organization, by=registrar, role=R.EDITOR)


def test_nobody_adds_themselves_or_without_the_right(organization, rep, registrar, coordinator):
    for person, by in ((registrar, registrar), (UserFactory(), coordinator), (UserFactory(), rep)):
        with pytest.raises(NotYourPeople):
            add_representative(person, organization, by=by, role=R.PRIMARY)


def test_a_claim_of_somebody_whose_mandate_is_over_makes_a_new_one(organization, rep, coordinator):
    """The only primary contact's last day has passed: the organization is not stranded."""
    Representative.objects.update(mandate_from="2020-01-01", mandate_until="2020-12-31")
    accept_claim(make_claim(organization, by=rep, position="ประธาน"), by=coordinator)
    assert acting(organization) == {rep.email: R.PRIMARY}


def test_a_claimant_becomes_primary_where_the_only_one_cannot_sign_in(organization, rep, coordinator):
    rep.is_active = False
    rep.save()
    claim = make_claim(organization, by=UserFactory(), position="ประธาน")
    accept_claim(claim, by=coordinator)
    assert mandate_of(claim.claimant, organization).role == R.PRIMARY


def test_a_letter_is_kept_replaced_and_taken_out(
    organization, rep, colleague, private_files, django_capture_on_commit_callbacks
):
    mandate = mandate_of(colleague, organization)
    with django_capture_on_commit_callbacks(execute=True):
        for content in (b"%PDF-1", b"%PDF-2"):
            keep_letter(mandate, by=colleague, file=ContentFile(content, name="a.pdf"), name="หนังสือ.pdf")
    assert [path.read_bytes() for path in private_files.rglob("*.pdf")] == [b"%PDF-2"]
    with django_capture_on_commit_callbacks(execute=True):
        drop_letter(mandate, by=rep)
        drop_letter(mandate, by=rep)
    assert not list(private_files.rglob("*.pdf"))
    assert not mandate_of(colleague, organization).letter


@pytest.mark.parametrize("who", ["delegate_maker", "outsider", "coordinator"])
def test_nobody_else_puts_a_letter_in(request, organization, colleague, who):
    file = ContentFile(b"%PDF-1", name="a.pdf")
    with pytest.raises(NotYourPeople):
        keep_letter(mandate_of(colleague, organization), by=request.getfixturevalue(who), file=file, name="a.pdf")


def test_a_coordinator_who_invited_stays_out_of_it(organization, coordinator, somsri):
    invitation = invite(organization, by=coordinator, role=R.PRIMARY, whom=Invited("ตัวอย่าง", somsri.email))
    assert invitation.invited_by == coordinator
    assert acting(organization) == {}
