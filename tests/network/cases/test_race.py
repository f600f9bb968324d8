"""Two people decide at once: through the website, with real threads and connections.

The same on SQLite, whose writers queue for the file, and on PostgreSQL, where they queue for the row.
"""

from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext, override

from network import daily
from network.enums import REGISTRARS, ApplicationKind, ApplicationStatus, CaseAction, ClaimStatus
from network.exceptions import CaseMoved
from network.models import Claim, Membership, MembershipApplication, Representative
from portal.daily import run_step
from portal.models import OutgoingMail
from tests.factories.membership import ClaimFactory
from tests.factories.portal import UserFactory
from tests.racing import browser_of, together

pytestmark = pytest.mark.django_db(transaction=True)
A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL
MANY = 20
WORDS = "เหตุผลตัวอย่าง"


def at_desk(user, application, action: CaseAction, **typed):
    """A press on the desk's button, ready to be called."""
    with override("th"):
        address = reverse("network_desk:step", args=[application.token, action.value])
    return partial(browser_of(user).post, address, {"message": WORDS, **typed})


def in_cms(user, application, action: CaseAction):
    address = reverse("wagtailsnippets_network_membershipapplication:case", args=[application.pk])
    return partial(browser_of(user).post, address, {"action": action.value, "message": WORDS})


def statuses(answers) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def actions_of(application) -> list[str]:
    return list(application.timeline.values_list("action", flat=True))


def letters(name: str) -> int:
    return OutgoingMail.objects.filter(kind=f"network.{name}").count()


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (NATIONAL, A.RECOMMEND, A.ADVISE_AGAINST),
        (ApplicationKind.PROVINCIAL, A.APPROVE, A.DECLINE),
        (ApplicationKind.PROVINCIAL, A.APPROVE, A.HAND_UP),
    ],
)
def test_of_two_coordinators_one_decides_and_the_other_reads_who_did(
    make, coordinator, second_coordinator, kind, first, second
):
    application = make(kind)
    answers = together([at_desk(coordinator, application, first), at_desk(second_coordinator, application, second)])
    assert statuses(answers) == [302, 409]
    [refused] = [answer for answer in answers if answer.status_code == 409]
    entry = application.timeline.get()
    assert entry.action in (first, second)
    assert escape(str(CaseMoved.message)) in refused.text
    assert str(entry.by) in refused.text
    # What the slower one typed is not lost.
    assert WORDS in refused.text
    application.refresh_from_db()
    assert Membership.objects.count() == (application.status == S.APPROVED)


def test_registrar_and_applicant_do_not_both_have_their_way(make, registrar):
    application = make(NATIONAL, S.RECOMMENDED)
    address = reverse("network_cases:withdraw", args=[application.token])
    withdraw = partial(browser_of(application.applicant).post, address, {"message": ""})
    approved, _withdrawn = together([in_cms(registrar, application, A.APPROVE), withdraw])
    application.refresh_from_db()
    if approved.status_code == 302:
        assert (application.status, Membership.objects.count()) == (S.APPROVED, 1)
    else:
        assert (approved.status_code, application.status, Membership.objects.count()) == (409, S.WITHDRAWN, 0)
    assert len(actions_of(application)) == 1


def test_the_numbers_of_twenty_approvals_at_once_have_neither_twins_nor_gaps(make, coordinator):
    applications = [make() for _number in range(MANY)]
    answers = together([at_desk(coordinator, application, A.APPROVE) for application in applications])
    assert statuses(answers) == [302] * MANY
    assert sorted(Membership.objects.values_list("number", flat=True)) == list(range(1, MANY + 1))
    assert letters("application_approved") == MANY


def test_twenty_clicks_of_one_coordinator_are_one_approval(make, coordinator):
    application = make()
    assert statuses(together([at_desk(coordinator, application, A.APPROVE)] * MANY)) == [302] * MANY
    assert (Membership.objects.count(), actions_of(application)) == (1, [A.APPROVE])
    assert letters("application_approved") == 1


def test_twenty_clicks_of_one_registrar_are_one_approval(make, registrar):
    application = make(NATIONAL, S.RECOMMENDED)
    assert statuses(together([in_cms(registrar, application, A.APPROVE)] * MANY)) == [302] * MANY
    assert (Membership.objects.count(), actions_of(application)) == (1, [A.APPROVE])


def test_twenty_registrars_leave_one_membership(make, workflow):
    people = UserFactory.create_batch(MANY)
    for person in people:
        person.groups.add(Group.objects.get(name=REGISTRARS))
    application = make(NATIONAL, S.RECOMMENDED)
    answers = together([in_cms(person, application, A.APPROVE) for person in people])
    assert statuses(answers) == [302] + [409] * (MANY - 1)
    assert Membership.objects.count() == 1


def test_a_code_is_spent_by_one_of_two(make, coordinator):
    application = make(applicant=None, filed_by=coordinator, code="ABCDEFGH", code_until=timezone.localdate())
    people = UserFactory.create_batch(2)
    address = reverse("network_cases:code")
    answers = together([partial(browser_of(person).post, address, {"code": "ABCD-EFGH"}) for person in people])
    assert statuses(answers) == [302, 422]
    application.refresh_from_db()
    assert application.applicant == application.timeline.get(action=A.TAKE_OVER).by
    with override("th"):
        refusal = gettext(
            "This code is not known or no longer valid. Check the letters and figures, or call the centre."
        )
    assert [refusal in answer.text for answer in answers if answer.status_code == 422] == [True]


@pytest.mark.parametrize("action", [A.RECOMMEND, A.ASK])
def test_the_clock_and_a_coordinator_do_not_both_have_their_way(make, coordinator, registrar, action):
    application = make(NATIONAL, status_since=timezone.now() - timedelta(days=20))
    [step] = [step for step in daily.STEPS if step.due is daily.silent]
    answer, tally = together([at_desk(coordinator, application, action), partial(run_step, step)])
    application.refresh_from_db()
    assert tally.failed == 0
    if answer.status_code == 302:
        # It was taken before it was handed up: the clock leaves it alone.
        assert (tally.done, actions_of(application), application.handed_up_at) == (0, [action], None)
    else:
        assert (answer.status_code, tally.done, actions_of(application)) == (409, 1, [A.HAND_UP])
        assert application.status == S.SUBMITTED


def test_two_commands_at_once_write_one_letter_each(make, coordinator, registrar):
    for days in (12, 20):
        make(status_since=timezone.now() - timedelta(days=days))
    make(NATIONAL, S.ANNOUNCED, objections_until=timezone.localdate() - timedelta(days=1))
    old = make(status=S.DECLINED, decided_at=timezone.now() - timedelta(days=400))
    claim = ClaimFactory()
    Claim.objects.update(made_at=timezone.now() - timedelta(days=20))

    def command() -> list[tuple[int, int]]:
        tallies = [run_step(step) for step in daily.STEPS]
        return [(tally.done, tally.failed) for tally in tallies]

    rounds = together([command] * 4)
    done = [sum(done for done, _failed in step) for step in zip(*rounds, strict=True)]
    found = {step.order: number for step, number in zip(daily.STEPS, done, strict=True) if number}
    assert found == {210: 1, 220: 1, 221: 1, 222: 1, 240: 1}
    assert not any(failed for tallies in rounds for _done, failed in tallies)
    assert [letters(name) for name in ("desk_reminder", "application_handed_up", "claim_handed_up")] == [1, 1, 1]
    assert Membership.objects.count() == 1
    assert not MembershipApplication.objects.filter(pk=old.pk).exists()
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.OPEN


@pytest.mark.parametrize("decisions", [("accept", "accept"), ("accept", "refuse")])
def test_of_two_answers_to_a_claim_one_counts(make, coordinator, second_coordinator, decisions):
    claim = ClaimFactory()
    address = reverse("network_desk:claim", args=[claim.pk])
    people = zip((coordinator, second_coordinator), decisions, strict=True)
    presses = [
        partial(browser_of(user).post, address, {"decision": decision, "reason": WORDS}) for user, decision in people
    ]
    assert statuses(together(presses)) == [302, 409]
    claim.refresh_from_db()
    is_accepted = claim.status == ClaimStatus.ACCEPTED
    assert Representative.objects.filter(user=claim.claimant).exists() == is_accepted
