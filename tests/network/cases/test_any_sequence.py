"""Whatever people and the clock do in whatever order, an application stays within the table.

Hypothesis makes up the sequences; tests/network/cases/expected_case.py says by hand what each step must lead to.
"""

from contextlib import nullcontext
from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from network.actions import (
    confirm_announced,
    decide,
    discard_draft,
    save_answers,
    submit_application,
    withdraw_application,
)
from network.actions.applications import answer_question
from network.actions.daily import forget_application, hand_up, remind_centre, warn_writer
from network.actions.decisions import Decision
from network.actions.filing import take_over
from network.enums import CLOSED_APPLICATIONS, ApplicationKind, ApplicationStatus, CaseAction, CaseRole
from network.exceptions import CaseRefused
from network.models import Membership, MembershipApplication
from network.permissions import possible_actions
from portal.models import OutgoingMail
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.cases import expected_case as expected
from tests.network.cases.past import Example

A, S, R = CaseAction, ApplicationStatus, CaseRole
WORDS = "เหตุผลตัวอย่าง"
# Together some ten seconds on SQLite.
LENGTH = 12
OWN = {
    A.SAVE: lambda case, by, words: save_answers(case, by=by, answers={"area": words or "ทั้งจังหวัด"}),
    A.SUBMIT: lambda case, by, words: submit_application(case, by=by, accepted_by="ตัวอย่าง", notice=None),
    A.ANSWER: lambda case, by, words: answer_question(case, by=by, message=words),
    A.WITHDRAW: lambda case, by, words: withdraw_application(case, by=by, message=words),
    A.TAKE_OVER: lambda case, by, words: take_over(case.code or "", by=by),
}
CLOCK = {
    A.REMIND: remind_centre,
    A.HAND_UP: hand_up,
    A.APPROVE: confirm_announced,
    A.WARN: lambda case: warn_writer(case, ends_on=timezone.localdate() + timedelta(days=14)),
    A.FORGET: forget_application,
}
DECISIONS = (A.ASK, A.RECOMMEND, A.ADVISE_AGAINST, A.APPROVE, A.DECLINE, A.HAND_UP, A.CORRECT)
STEPS = (*OWN, *DECISIONS)
PEOPLE = ("person", "stranger", "coordinator", "colleague", "double", "elsewhere", "registrar", "insider")
# What may come next; what leads on comes more often, since chance alone is refused nearly always.
WEIGHTS = {"go_on": 6, "try_anything": 1, "night": 2, "try_by_the_clock": 2, "look": 1, "attend": 1, "discard": 1}
TURNS = [name for name, weight in WEIGHTS.items() for _time in range(weight)]


@st.composite
def turns(draw):
    """(what comes next, a number to choose by, who, which step, the words, whether from a page, how many days pass)"""
    return (
        draw(st.sampled_from(TURNS)),
        draw(st.integers(0, 999)),
        draw(st.sampled_from(PEOPLE)),
        draw(st.sampled_from(STEPS)),
        draw(st.sampled_from([WORDS, WORDS, ""])),
        draw(st.booleans()),
        draw(st.sampled_from([0, 1, 10, 16, 200])),
    )


class Play:
    """What people and the clock do with the one application of an example, and what must follow."""

    def __init__(self, example: Example) -> None:
        self.example, self.page, self.name = example, None, PEOPLE[0]

    def turn(self, what: str, *drawn) -> None:
        self.choice, self.name, self.step, self.words, self.on_page, self.days = drawn
        getattr(self, what)()

    def go_on(self) -> None:
        now = self.example.now()
        possible = {step: [name for name in PEOPLE if now.allows(name, step)] for step in STEPS if step != A.SAVE}
        able = [step for step, names in possible.items() if names]
        # An end is an end: most sequences shall see more than that.
        going = [step for step in able if step not in (A.WITHDRAW, A.CORRECT)]
        able = going if self.choice % 5 else able
        if able:
            step = able[self.choice % len(able)]
            names = possible[step]
            self.take(names[self.choice % len(names)], step, self.words, self.seen(step))

    def try_anything(self) -> None:
        self.take(self.name, self.step, self.words, self.seen(self.step))

    def seen(self, step: CaseAction) -> int | None:
        return self.page if self.on_page and step in DECISIONS else None

    def take(self, name: str, action: CaseAction, words: str, seen: int | None) -> None:
        by, before = self.example.cast[name], self.example.snapshot()
        outcome, refusal = self.example.now().outcome(name, action, words, seen), None
        try:
            if action in OWN:
                OWN[action](before.case, by, words)
            else:
                decide(before.case, action, by=by, decision=Decision(words, seen=seen))
        except CaseRefused as refused:
            refusal = refused
        assert (refusal is None) == (outcome is not None), f"{name}: {action}, {outcome}, {refusal!r}"
        if outcome is None:
            self.example.must_equal(before)
        else:
            self.example.must_have_become(outcome, before, by)

    def look(self) -> None:
        """Somebody opens the page, and will decide from what it says."""
        last = self.example.case().timeline.last()
        self.page = last and last.pk

    def discard(self) -> None:
        case, before = self.example.case(), self.example.snapshot()
        # Else most examples would end before they have begun.
        may = case.status == S.DRAFT and self.example.now().roles(self.name) & {"applicant", "filer"}
        if may and self.choice % 5:
            return
        with nullcontext() if may else pytest.raises(CaseRefused):
            discard_draft(case, by=self.example.cast[self.name])
        assert self.example.is_there != bool(may)
        if not may:
            self.example.must_equal(before)

    def attend(self) -> None:
        self.example.attend(bool(self.choice % 2))

    def night(self) -> None:
        self.example.age(self.days)
        before, outcome = self.example.snapshot(), self.example.night()
        self.example.run_the_command()
        if outcome == A.FORGET:
            assert not self.example.is_there
        else:
            self.example.must_have_become(outcome, before, None)
        if self.example.is_there and not self.example.night():
            again = self.example.snapshot()
            self.example.run_the_command()
            self.example.must_equal(again)

    def try_by_the_clock(self) -> None:
        """Its actions without the list of what is due: the table alone must hold them back."""
        self.example.age(self.days)
        now, before = self.example.now(), self.example.snapshot()
        action = list(CLOCK)[self.choice % len(CLOCK)]
        may = action in expected.steps_of("clock", now.case)
        if action == A.APPROVE:
            may = may and now.case.objections_until < timezone.localdate()
        is_repeated = now.last and (now.last.action, now.last.by) == (action, None) and action != A.WARN
        with nullcontext() if may or is_repeated else pytest.raises(CaseRefused):
            CLOCK[action](before.case)
        if action == A.FORGET and may:
            assert not self.example.is_there
        else:
            self.example.must_have_become(action if may and not is_repeated else "", before, None)

    def check(self) -> None:
        approved = MembershipApplication.objects.filter(status=S.APPROVED)
        assert [membership.application for membership in Membership.objects.all()] == list(approved)
        if self.example.is_there:
            case = self.example.case()
            entries = list(case.timeline.all())
            the_row_fits(case, entries)
            the_clock_decides_nothing(entries)
            self.nobody_may_more_than_expected()
            if case.status == S.ANNOUNCED and case.objections_until >= timezone.localdate():
                with pytest.raises(CaseRefused):
                    confirm_announced(case)

    def nobody_may_more_than_expected(self) -> None:
        """What is offered to people, in states that only a sequence reaches."""
        now = self.example.now()
        for name in {self.name, "coordinator", "registrar"}:
            expected_steps = set().union(*(expected.steps_of(role, now.case) for role in now.roles(name)))
            assert set(possible_actions(self.example.cast[name], now.case)) == expected_steps, name


def the_row_fits(case, entries) -> None:
    told = {entry.action for entry in entries}
    assert (case.handed_up_at is not None) == (A.HAND_UP in told)
    assert (case.objections_until is not None) == (A.ANNOUNCE in told)
    assert (case.decided_at is not None) == (case.status in CLOSED_APPLICATIONS)
    assert case.status == (entries[-1].status if entries else S.DRAFT)
    moved = [entry for former, entry in pairwise([None, *entries]) if expected.moves(entry, former)]
    since = moved[-1].at if moved else case.created_at
    assert abs((case.status_since - since).total_seconds()) < 60


def the_clock_decides_nothing(entries) -> None:
    for former, entry in pairwise([None, *entries]):
        assert (entry.by_id is None) == (entry.role == R.CLOCK)
        if entry.role == R.CLOCK:
            assert entry.action in (A.REMIND, A.WARN, A.HAND_UP, A.APPROVE)
        if entry.role == R.CLOCK and entry.action == A.APPROVE:
            assert former.status == S.ANNOUNCED
            assert A.ANNOUNCE in {e.action for e in entries if e.role == R.REGISTRAR and e.pk < entry.pk}


@pytest.fixture
def cast(coordinator, second_coordinator, elsewhere, registrar, person):
    double = CoordinatorFactory().user
    insider = UserFactory(name="ตัวอย่าง คนใน")
    for user in (double, insider):
        user.groups.set(registrar.groups.all())
    return {
        "person": person,
        "stranger": UserFactory(),
        "coordinator": coordinator,
        "colleague": second_coordinator,
        "double": double,
        "elsewhere": elsewhere,
        "registrar": registrar,
        "insider": insider,
    }


@pytest.fixture
def known(cast):
    """An organization of the register that the insider represents."""
    return RepresentativeFactory(user=cast["insider"], organization=OrganizationFactory()).organization


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "examples"), [(ApplicationKind.NATIONAL, 28), (ApplicationKind.PROVINCIAL, 12)])
def test_no_sequence_of_steps_leaves_the_table(kind, examples, cast, make, known):
    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=examples,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        begun_by=st.sampled_from(["person", "paper", "coordinator", "registrar"]),
        is_known=st.booleans(),
        objection_days=st.sampled_from([0, 7, 7]),
        is_sent=st.sampled_from([True, True, True, False]),
        sequence=st.lists(turns(), min_size=LENGTH, max_size=LENGTH),
    )
    def play(begun_by, is_known, objection_days, is_sent, sequence):
        on_paper = {"applicant": None, "filed_by": cast["coordinator"], "code": "ABCDEFGH"}
        fields = on_paper if begun_by == "paper" else {"applicant": cast[begun_by]}
        with Example(cast) as example:
            organization = known if is_known and begun_by != "paper" else None
            case = make(kind, S.DRAFT, organization=organization, **fields)
            example.begin(case, objection_days)
            game = Play(example)
            if is_sent:
                game.take("coordinator" if begun_by == "paper" else begun_by, A.SUBMIT, "", None)
            game.check()
            for turn in sequence:
                if example.is_there:
                    game.turn(*turn)
                    game.check()

    play()
    assert not OutgoingMail.objects.exists()
