"""Taking a merge back: what returns, what stays because it was changed, what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex

from network.actions import send_profile
from network.enums import EntryStatus, RepresentativeRole
from network.exceptions import MergeNotAllowed, MergeRecused, MergeRefused, UndoOver
from network.merging.merging import merge_organizations
from network.merging.undoing import undo_merge, what_returns
from network.models import ImportRow, ImportRun, Merge, Organization
from portal.models import OutgoingMail
from tests.factories.membership import ClaimFactory, MembershipFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.network.conftest import bound_form

pytestmark = pytest.mark.django_db


def fresh(row):
    return type(row)._default_manager.get(pk=row.pk)


def test_what_moved_goes_back(winner, loser, registrar):
    rows = [RepresentativeFactory(organization=loser), ClaimFactory(organization=loser)]
    ours = RepresentativeFactory(organization=winner)
    merge = undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    assert [fresh(row).organization for row in rows] == [loser, loser]
    assert fresh(ours).organization == winner
    assert fresh(loser).entry.status == EntryStatus.LISTED
    assert (merge.undone_by, merge.undo, merge.left) == (registrar, None, [])


def test_undoing_twice_undoes_once(winner, loser, registrar):
    RepresentativeFactory(organization=loser)
    merge = merge_organizations(winner, loser, by=registrar)
    undo_merge(merge, by=registrar)
    assert undo_merge(merge, by=registrar).undone_at
    assert OutgoingMail.objects.filter(kind="network.merge_undone").count() == 1


def test_two_may_be_merged_again_afterwards(winner, loser, registrar):
    undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    assert merge_organizations(loser, winner, by=registrar)
    assert Merge.objects.count() == 2


def test_what_the_rules_wrote_is_taken_back(winner, loser, registrar):
    mine = MembershipFactory(organization=winner, ends_on=date(2027, 1, 1))
    other = MembershipFactory(organization=loser, ends_on=date(2028, 1, 1))
    undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    assert (fresh(mine).closed_on, fresh(other).closed_on) == (None, None)
    assert fresh(other).organization == loser


def test_what_came_to_the_winner_since_stays_there(winner, loser, registrar):
    merge = merge_organizations(winner, loser, by=registrar)
    newcomer = RepresentativeFactory(organization=winner)
    undo_merge(merge, by=registrar)
    assert fresh(newcomer).organization == winner


class TestChangedSince:
    def test_a_row_that_was_changed_stays_and_is_named(self, winner, loser, registrar):
        changed, same = RepresentativeFactory(organization=loser), RepresentativeFactory(organization=loser)
        merge = merge_organizations(winner, loser, by=registrar)
        changed.refresh_from_db()
        changed.role = RepresentativeRole.EDITOR
        changed.save()
        merge = undo_merge(merge, by=registrar)
        assert (fresh(changed).organization, fresh(same).organization) == (winner, loser)
        (line,) = merge.left
        assert str(changed.user) in line

    def test_a_row_that_was_deleted_is_not_missed(self, winner, loser, registrar):
        claim = ClaimFactory(organization=loser)
        merge = merge_organizations(winner, loser, by=registrar)
        claim.delete()
        assert undo_merge(merge, by=registrar).left == []

    def test_a_closed_term_stays_closed_while_the_other_stays(self, winner, loser, registrar):
        mine = MembershipFactory(organization=winner, ends_on=date(2027, 1, 1))
        other = MembershipFactory(organization=loser, ends_on=date(2028, 1, 1))
        merge = merge_organizations(winner, loser, by=registrar)
        other.refresh_from_db()
        other.ends_on = date(2030, 1, 1)
        other.save()
        merge = undo_merge(merge, by=registrar)
        assert fresh(other).organization == winner
        assert fresh(mine).closed_on == timezone.localdate()
        assert len(merge.left) == 2

    def test_a_word_that_was_changed_stays_and_is_named(self, winner, loser, registrar):
        Organization.objects.filter(pk=loser.pk).update(phone="+6632400000", year_started=1999)
        merge = merge_organizations(winner, loser, by=registrar)
        kept = fresh(winner)
        kept.phone = "+6632499999"
        kept.save_revision().publish()
        merge = undo_merge(merge, by=registrar)
        assert (fresh(winner).phone, fresh(winner).year_started) == ("+6632499999", None)
        assert fresh(winner).other_names == ""
        assert len(merge.left) == 1

    def test_the_page_tells_before(self, winner, loser, registrar):
        changed = RepresentativeFactory(organization=loser)
        RepresentativeFactory(organization=loser)
        merge = merge_organizations(winner, loser, by=registrar)
        type(changed).objects.filter(pk=changed.pk).update(role=RepresentativeRole.EDITOR)
        told = what_returns(merge)
        assert [len(move.rows) for move in told.moves] == [1]
        assert told.changed == [changed]

    def test_what_the_loser_has_got_meanwhile_keeps_the_other_away(self, winner, loser, registrar):
        moved = ClaimFactory(organization=loser)
        merge = merge_organizations(winner, loser, by=registrar)
        ClaimFactory(organization=loser, claimant=moved.claimant)
        merge = undo_merge(merge, by=registrar)
        assert fresh(moved).organization == winner
        assert len(merge.left) == 1


class TestRefused:
    def test_when_its_days_are_over(self, winner, loser, registrar):
        merge = merge_organizations(winner, loser, by=registrar)
        Merge.objects.update(undo_until=timezone.localdate() - timedelta(days=1))
        with pytest.raises(UndoOver):
            undo_merge(merge, by=registrar)

    def test_to_outsiders_and_to_whoever_acts_for_one_of_them(self, winner, loser, registrar, outsider):
        merge = merge_organizations(winner, loser, by=registrar)
        with pytest.raises(MergeNotAllowed):
            undo_merge(merge, by=outsider)
        RepresentativeFactory(organization=winner, user=registrar)
        with pytest.raises(MergeRecused):
            undo_merge(merge, by=registrar)

    def test_while_the_winner_is_merged_into_a_third(self, winner, loser, registrar):
        moved = RepresentativeFactory(organization=loser)
        first = merge_organizations(winner, loser, by=registrar)
        third = OrganizationFactory()
        second = merge_organizations(third, winner, by=registrar)
        with pytest.raises(MergeRefused, match=winner.name):
            undo_merge(first, by=registrar)
        undo_merge(second, by=registrar)
        undo_merge(first, by=registrar)
        assert fresh(moved).organization == loser

    def test_while_a_profile_of_the_winner_waits(self, winner, loser, registrar):
        winner.save_revision().publish()
        merge = merge_organizations(winner, loser, by=registrar)
        rep = RepresentativeFactory(organization=winner).user
        send_profile(fresh(winner), by=rep, form=bound_form(winner, current_work="งานใหม่"))
        with pytest.raises(MergeRefused, match=winner.name):
            undo_merge(merge, by=registrar)


def test_both_histories_tell_of_it(winner, loser, registrar):
    undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    for organization, other in ((winner, loser), (loser, winner)):
        entry = registry.get_logs_for_instance(organization).get(action="network.organization.unmerge")
        assert other.name in entry.message


def test_each_contact_reads_of_their_own_organization(winner, loser, registrar):
    mine = RepresentativeFactory(organization=winner, user__language="en").user
    theirs = RepresentativeFactory(organization=loser).user
    undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    mails = {mail.person: mail for mail in OutgoingMail.objects.filter(kind="network.merge_undone")}
    assert mails[mine].subject.startswith("Sample River Association")
    assert f"/account/organizations/{loser.pk}/" in mails[theirs].text


def test_wagtails_index_of_references_follows(winner, loser, registrar):
    mandate = RepresentativeFactory(organization=loser)
    ReferenceIndex.create_or_update_for_object(mandate)
    undo_merge(merge_organizations(winner, loser, by=registrar), by=registrar)
    assert ReferenceIndex.get_references_to(loser).filter(object_id=str(mandate.pk)).exists()


def test_a_row_that_points_at_the_loser_twice_goes_back_whole(winner, loser, registrar):
    run = ImportRun.objects.create(by=registrar)
    row = ImportRow.objects.create(run=run, number=2, organization=loser, same_as=loser)
    merge = merge_organizations(winner, loser, by=registrar)
    row.refresh_from_db()
    assert (row.organization, row.same_as) == (winner, winner)
    assert undo_merge(merge, by=registrar).left == []
    row.refresh_from_db()
    assert (row.organization, row.same_as) == (loser, loser)
