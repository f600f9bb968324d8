"""What two organizations cannot both bring along, and what becomes of it."""

from datetime import date

import pytest
from django.utils import timezone

from network.enums import (
    ApplicationKind,
    ApplicationStatus,
    ClaimStatus,
    ClosedReason,
    InvitationStatus,
    PaymentStatus,
    RepresentativeStatus,
    TermAction,
)
from network.exceptions import MergeRefused
from network.merging.merging import merge_organizations
from network.merging.plan import plan
from network.merging.undoing import undo_merge
from tests.factories.holding import InvitationFactory
from tests.factories.membership import ApplicationFactory, ClaimFactory, MembershipFactory, TierFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.payments import PaymentFactory

pytestmark = pytest.mark.django_db


def sentences(winner, loser):
    return [settled.sentence for _clash, settled in plan(winner, loser).settled]


@pytest.mark.parametrize(
    ("ours", "theirs", "goes_on"),
    [
        ("primary", "editor", "ours"),
        ("editor", "primary", "theirs"),
        ("editor", "delegate_maker", "theirs"),
        ("editor", "editor", "ours"),
    ],
)
def test_of_two_mandates_of_one_person_the_wider_goes_on(winner, loser, registrar, ours, theirs, goes_on):
    mine = RepresentativeFactory(organization=winner, role=ours)
    other = RepresentativeFactory(organization=loser, role=theirs, user=mine.user)
    merge_organizations(winner, loser, by=registrar)
    mine.refresh_from_db()
    other.refresh_from_db()
    kept, ended = (mine, other) if goes_on == "ours" else (other, mine)
    assert (kept.status, ended.status) == (RepresentativeStatus.ACTIVE, RepresentativeStatus.ENDED)
    assert ended.mandate_until == timezone.localdate()
    assert mine.organization == other.organization == winner


def test_a_mandate_that_is_accepted_goes_before_one_that_is_not(winner, loser, registrar):
    mine = RepresentativeFactory(organization=winner, status=RepresentativeStatus.INVITED)
    other = RepresentativeFactory(organization=loser, role="editor", user=mine.user)
    merge_organizations(winner, loser, by=registrar)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.status, other.status) == (RepresentativeStatus.ENDED, RepresentativeStatus.ACTIVE)


def test_ended_mandates_stand_side_by_side(winner, loser):
    mine = RepresentativeFactory(organization=winner)
    RepresentativeFactory(organization=loser, user=mine.user, status=RepresentativeStatus.ENDED)
    assert sentences(winner, loser) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "goes_on"),
    [
        (date(2027, 5, 1), date(2028, 5, 1), "theirs"),
        (date(2028, 5, 1), date(2027, 5, 1), "ours"),
        (date(2027, 5, 1), date(2027, 5, 1), "ours"),
        (date(2027, 5, 1), None, "theirs"),
        (None, None, "ours"),
    ],
)
def test_of_two_memberships_of_one_tier_the_later_end_goes_on(winner, loser, registrar, ours, theirs, goes_on):
    mine = MembershipFactory(organization=winner, ends_on=ours)
    other = MembershipFactory(organization=loser, ends_on=theirs)
    merge_organizations(winner, loser, by=registrar)
    mine.refresh_from_db()
    other.refresh_from_db()
    kept, closed = (mine, other) if goes_on == "ours" else (other, mine)
    assert (kept.closed_on, closed.closed_on) == (None, timezone.localdate())
    assert closed.closed_reason == ClosedReason.ENDED
    assert mine.organization == other.organization == winner


def test_a_membership_that_has_begun_goes_before_one_that_waits_for_its_fee(winner, loser, registrar):
    waiting = MembershipFactory(organization=winner, awaiting=True)
    other = MembershipFactory(organization=loser, ends_on=date(2027, 5, 1))
    merge_organizations(winner, loser, by=registrar)
    waiting.refresh_from_db()
    assert waiting.closed_on
    other.refresh_from_db()
    assert other.closed_on is None


def test_the_closed_membership_says_why_and_that_it_was_taken_up_again(winner, loser, registrar):
    MembershipFactory(organization=winner, number=7)
    closed = MembershipFactory(organization=loser, number=9)
    merge = merge_organizations(winner, loser, by=registrar)
    told = closed.history.get()
    assert (told.action, told.by) == (TermAction.END, registrar)
    assert "7" in told.message
    undo_merge(merge, by=registrar)
    assert [*closed.history.values_list("action", flat=True)] == [TermAction.END, TermAction.REINSTATE]


def test_a_suspension_is_not_lifted_by_a_merge(winner, loser, registrar):
    MembershipFactory(organization=winner, number=7)
    MembershipFactory(organization=loser, number=9, suspended_on=timezone.localdate())
    with pytest.raises(MergeRefused, match=r"7.*9"):
        merge_organizations(winner, loser, by=registrar)


def test_an_open_payment_of_the_membership_that_would_be_closed_is_settled_first(winner, loser, registrar):
    tier = TierFactory(kind=ApplicationKind.NATIONAL)
    MembershipFactory(organization=winner, tier=tier)
    payment = PaymentFactory(membership__organization=loser, membership__awaiting=True)
    with pytest.raises(MergeRefused, match=payment.reference):
        merge_organizations(winner, loser, by=registrar)
    payment.status = PaymentStatus.CANCELLED
    payment.save()
    merge_organizations(winner, loser, by=registrar)
    payment.refresh_from_db()
    assert payment.membership.organization == winner


def test_memberships_of_two_tiers_and_closed_ones_stand_side_by_side(winner, loser):
    MembershipFactory(organization=winner)
    MembershipFactory(organization=loser, tier=TierFactory(kind=ApplicationKind.NATIONAL))
    MembershipFactory(organization=loser, closed=True)
    assert sentences(winner, loser) == []


def test_two_requests_of_one_person_become_one(winner, loser, registrar):
    mine = ClaimFactory(organization=winner)
    other = ClaimFactory(organization=loser, claimant=mine.claimant)
    merge_organizations(winner, loser, by=registrar)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.status, other.status) == (ClaimStatus.OPEN, ClaimStatus.WITHDRAWN)


def test_two_invitations_of_one_person_become_one(winner, loser, registrar):
    mine = InvitationFactory(organization=winner, email="malee@example.org", phone="+66812345678")
    other = InvitationFactory(organization=loser, email="malee@example.org", phone="+66812345678")
    assert len(sentences(winner, loser)) == 1
    merge_organizations(winner, loser, by=registrar)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.status, other.status) == (InvitationStatus.OPEN, InvitationStatus.WITHDRAWN)


def test_two_open_applications_of_one_kind_are_decided_first(winner, loser, registrar):
    mine = ApplicationFactory(organization=winner, sent=True)
    other = ApplicationFactory(organization=loser, sent=True)
    with pytest.raises(MergeRefused, match=f"{mine.reference}.*{other.reference}"):
        merge_organizations(winner, loser, by=registrar)
    other.status = ApplicationStatus.DECLINED
    other.save()
    merge_organizations(winner, loser, by=registrar)
    other.refresh_from_db()
    assert other.organization == winner


def test_what_no_rule_knows_is_settled_by_a_person(winner, loser, monkeypatch):
    from network.merging import rules

    without = [rule for rule in rules.RULES if rule.relation != "network.Claim.organization"]
    monkeypatch.setattr(rules, "RULES", without)
    mine = ClaimFactory(organization=winner)
    ClaimFactory(organization=loser, claimant=mine.claimant)
    (obstacle,) = plan(winner, loser).obstacles
    assert str(mine) in obstacle
