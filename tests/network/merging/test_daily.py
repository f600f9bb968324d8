"""What each day does with merges: late rows follow, and what an undo needs is forgotten after its days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.enums import ClaimStatus
from network.merging.latecomers import gather, with_latecomers
from network.merging.merging import merge_organizations
from network.merging.undoing import forget_undo, undo_merge
from network.models import Merge
from portal.daily import daily_steps, run_step
from tests.factories.membership import ClaimFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def merge(winner, loser, registrar):
    RepresentativeFactory(organization=loser)
    return merge_organizations(winner, loser, by=registrar)


def run() -> dict[int, int]:
    """What the two steps did, by their order."""
    return {step.order: run_step(step).done for step in daily_steps() if step.order in (250, 251)}


class TestLatecomers:
    def test_what_reached_the_loser_later_follows_and_is_remembered(self, merge, registrar):
        late = ClaimFactory(organization=merge.loser)
        assert run() == {250: 1, 251: 0}
        late.refresh_from_db()
        assert late.organization == merge.winner
        merge.refresh_from_db()
        assert merge.counts["network.Claim.organization"] == 1
        undo_merge(merge, by=registrar)
        late.refresh_from_db()
        assert late.organization == merge.loser

    def test_without_any_nothing_is_due(self, merge):
        assert with_latecomers() == []
        assert gather(merge) is False

    def test_what_the_winner_has_already_stays_where_it_is(self, merge):
        there = ClaimFactory(organization=merge.winner)
        late = ClaimFactory(organization=merge.loser, claimant=there.claimant)
        assert with_latecomers() == []
        late.status = ClaimStatus.WITHDRAWN
        late.save()
        assert with_latecomers() == [merge]

    def test_they_follow_through_a_chain(self, merge, registrar):
        third = OrganizationFactory()
        merge_organizations(third, merge.winner, by=registrar)
        late = ClaimFactory(organization=merge.loser)
        run()
        run()
        late.refresh_from_db()
        assert late.organization == third

    def test_of_an_undone_merge_nothing_follows(self, merge, registrar):
        undo_merge(merge, by=registrar)
        ClaimFactory(organization=merge.loser)
        assert with_latecomers() == []
        assert gather(merge) is False

    def test_they_follow_after_the_days_of_the_undo_too(self, merge):
        Merge.objects.update(undo=None)
        late = ClaimFactory(organization=merge.loser)
        run()
        late.refresh_from_db()
        assert late.organization == merge.winner


class TestForgetting:
    def test_on_the_last_day_it_is_still_kept_and_then_forgotten_once(self, merge):
        today = timezone.localdate()
        Merge.objects.update(undo_until=today)
        assert run()[251] == 0
        Merge.objects.update(undo_until=today - timedelta(days=1))
        assert [run()[251], run()[251]] == [1, 0]
        merge.refresh_from_db()
        assert (merge.undo, merge.counts) == (None, {"network.Representative.organization": 1})

    def test_whoever_is_late_forgets_nothing_that_is_young(self, merge):
        assert forget_undo(merge) is False
        merge.refresh_from_db()
        assert merge.undo
