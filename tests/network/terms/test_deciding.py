"""Suspended, resigned, ended and taken up again: by whom, why, and who is told."""

import pytest
from django.utils import timezone

from network.actions.terms.deciding import (
    end_membership,
    lift_suspension,
    reinstate,
    resign,
    resign_on_letter,
    suspend,
)
from network.actions.terms.renewal import start_renewal
from network.enums import ApplicationKind, ClosedReason, PaymentPurpose, PaymentStatus, Standing, TermAction
from network.exceptions import NotYourTerm, TermMoved, TermReasonMissing, TermRecused
from network.models import Membership
from portal.models import OutgoingMail
from tests.factories.membership import CoordinatorFactory, MembershipFactory, TierFactory
from tests.factories.payments import FeeFactory
from tests.factories.terms import member

pytestmark = pytest.mark.django_db
WORDS = "เหตุผลตัวอย่าง"
BY_REGISTRAR = [suspend, lift_suspension, resign_on_letter, end_membership, reinstate]


def letters() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mail in OutgoingMail.objects.order_by("email"):
        found.setdefault(mail.kind.removeprefix("network."), []).append(mail.email)
    return found


def actions(term: Membership) -> list[str]:
    return list(term.history.values_list("action", flat=True))


def test_a_suspension_takes_the_standing_says_why_and_lets_the_term_run(term, registrar, rep):
    suspended = suspend(term, by=registrar, reason=f" {WORDS} ")
    assert (suspended.suspended_on, suspended.suspended_reason) == (timezone.localdate(), WORDS)
    assert (suspended.standing_on(), suspended.ends_on) == (Standing.SUSPENDED, term.ends_on)
    assert letters() == {"membership_suspended": [rep.email]}
    assert WORDS in OutgoingMail.objects.get().text
    entry = term.history.get()
    assert (entry.action, entry.by, entry.message) == (TermAction.SUSPEND, registrar, WORDS)


def test_a_suspension_is_lifted_and_the_days_count_again(term, registrar, rep):
    suspend(term, by=registrar, reason=WORDS)
    lifted = lift_suspension(term, by=registrar, reason="ชี้แจงแล้ว")
    assert (lifted.suspended_on, lifted.suspended_reason, lifted.standing_on()) == (None, "", Standing.DUE_SOON)
    assert letters()["suspension_lifted"] == [rep.email]
    assert actions(term) == [TermAction.SUSPEND, TermAction.LIFT]


def test_the_primary_contact_resigns_and_everyone_who_keeps_the_register_is_told(term, rep, registrar):
    coordinator = CoordinatorFactory().user
    gone = resign(term, by=rep, reason=WORDS)
    assert (gone.closed_on, gone.closed_reason) == (timezone.localdate(), ClosedReason.RESIGNED)
    assert gone.standing_on() == Standing.RESIGNED
    assert letters() == {
        "membership_resigned": [rep.email],
        "desk_resigned": sorted([coordinator.email, registrar.email]),
    }


def test_what_is_still_owed_is_cancelled_with_it(term, rep):
    payment = start_renewal(term, by=rep)
    resign(term, by=rep)
    payment.refresh_from_db()
    assert payment.status == PaymentStatus.CANCELLED


@pytest.mark.parametrize("name", ["colleague", "delegate_maker", "outsider", "registrar"])
def test_only_the_primary_contact_resigns(term, request, name):
    with pytest.raises(NotYourTerm):
        resign(term, by=request.getfixturevalue(name))


def test_a_registrar_writes_a_resignation_by_letter_down(term, registrar, rep):
    gone = resign_on_letter(term, by=registrar, reason="ตามหนังสือลงวันที่ 1 มกราคม 2570")
    assert gone.standing_on() == Standing.RESIGNED
    assert set(letters()) == {"membership_resigned", "desk_resigned"}


def test_the_council_ends_a_membership(term, registrar, rep):
    assert end_membership(term, by=registrar, reason=WORDS).standing_on() == Standing.ENDED
    assert letters() == {"membership_ended": [rep.email]}


@pytest.mark.parametrize("close", [resign_on_letter, end_membership])
def test_what_was_closed_is_taken_up_again_and_stands_by_its_days(term, registrar, rep, close):
    close(term, by=registrar, reason=WORDS)
    back = reinstate(term, by=registrar, reason="ยื่นหนังสือขอกลับ")
    assert (back.closed_on, back.closed_reason, back.standing_on()) == (None, "", Standing.DUE_SOON)
    assert letters()["membership_reinstated"] == [rep.email]
    assert actions(term)[-1] == TermAction.REINSTATE


def test_a_fee_that_was_never_paid_is_due_again(registrar):
    tier = FeeFactory().tier
    awaited = MembershipFactory(awaiting=True, tier=tier)
    end_membership(awaited, by=registrar, reason=WORDS)
    back = reinstate(awaited, by=registrar, reason=WORDS)
    assert back.standing_on() == Standing.AWAITING
    assert back.payments.open().get().purpose == PaymentPurpose.JOINING


def test_what_another_term_has_followed_stays_closed(term, registrar):
    end_membership(term, by=registrar, reason=WORDS)
    MembershipFactory(organization=term.organization, tier=term.tier, number=term.number, follows=term)
    with pytest.raises(TermMoved):
        reinstate(term, by=registrar, reason=WORDS)


def test_a_membership_of_another_tier_is_untouched(term, registrar):
    other = MembershipFactory(organization=term.organization, tier=TierFactory(kind=ApplicationKind.PROVINCIAL))
    end_membership(term, by=registrar, reason=WORDS)
    other.refresh_from_db()
    assert other.standing_on() == Standing.ACTIVE


@pytest.mark.parametrize("act", [suspend, resign_on_letter, end_membership])
def test_doing_it_twice_writes_once(term, registrar, rep, act):
    act(term, by=registrar, reason=WORDS)
    before = letters()
    act(term, by=registrar, reason=WORDS)
    assert (letters(), term.history.count()) == (before, 1)


@pytest.mark.parametrize("act", [lift_suspension, reinstate])
def test_where_there_is_nothing_to_undo_nothing_is_written(term, registrar, act):
    act(term, by=registrar, reason=WORDS)
    assert (letters(), term.history.count()) == ({}, 0)


@pytest.mark.parametrize("act", BY_REGISTRAR)
def test_a_registrar_says_why(term, registrar, act):
    with pytest.raises(TermReasonMissing):
        act(term, by=registrar, reason="  ")


@pytest.mark.parametrize("act", BY_REGISTRAR)
def test_nobody_decides_on_their_own_organization(term, recused, act):
    with pytest.raises(TermRecused):
        act(term, by=recused, reason=WORDS)


@pytest.mark.parametrize("act", BY_REGISTRAR)
def test_others_decide_nothing(term, rep, outsider, editor, act):
    for person in (rep, outsider, editor):
        with pytest.raises(NotYourTerm):
            act(term, by=person, reason=WORDS)


@pytest.mark.parametrize("act", [suspend, lift_suspension])
def test_what_has_ended_is_neither_suspended_nor_the_like(registrar, act):
    with pytest.raises(TermMoved):
        act(member(20, closed=True), by=registrar, reason=WORDS)


def test_what_has_not_begun_is_not_suspended(registrar):
    with pytest.raises(TermMoved):
        suspend(MembershipFactory(awaiting=True), by=registrar, reason=WORDS)


def test_one_end_does_not_become_another(term, registrar, rep):
    end_membership(term, by=registrar, reason=WORDS)
    with pytest.raises(TermMoved):
        resign(term, by=rep)
