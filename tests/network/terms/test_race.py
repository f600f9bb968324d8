"""Two at once, with real threads and connections; the same on SQLite and PostgreSQL."""

from functools import partial

import pytest

from network import daily
from network.actions.terms.beginning import renew_term
from network.actions.terms.deciding import resign, suspend
from network.actions.terms.renewal import start_renewal
from network.enums import Standing
from network.exceptions import TermRefused
from network.models import Membership, Payment, TermReminder
from portal.daily import run_step
from portal.models import OutgoingMail
from tests.factories.terms import member
from tests.racing import together

pytestmark = pytest.mark.django_db(transaction=True)
TERM_STEPS = [step for step in daily.STEPS if 235 <= step.order < 240]


def run_the_steps() -> int:
    return sum(run_step(step).failed for step in TERM_STEPS)


@pytest.mark.parametrize("days_left", [20, -20, -200])
def test_a_command_that_runs_four_times_at_once_tells_each_member_once(organization, rep, days_left):
    member(days_left, organization=organization)
    others = [member(days_left) for _ in range(4)]
    assert together([run_the_steps] * 4) == [0] * 4
    assert TermReminder.objects.count() == len(others) + 1
    assert OutgoingMail.objects.filter(person=rep).count() == 1


def test_four_presses_of_renew_make_one_payment(term, rep):
    payments = together([partial(start_renewal, term, by=rep)] * 4)
    assert len({payment.pk for payment in payments}) == 1
    assert Payment.objects.count() == 1


def test_a_term_is_renewed_once_though_four_say_so(term):
    renewed = together([partial(renew_term, term, months=24, by=None)] * 4)
    assert len({row.pk for row in renewed}) == 1
    assert Membership.objects.count() == 2


def test_of_a_resignation_and_a_suspension_either_comes_first_and_the_letters_say_which(term, rep, registrar):
    def suspended():
        try:
            return suspend(term, by=registrar, reason="เหตุผลตัวอย่าง").suspended_on is not None
        except TermRefused:
            return False

    _gone, was_suspended = together([partial(resign, term, by=rep), suspended])
    term.refresh_from_db()
    assert term.standing_on() == Standing.RESIGNED
    assert OutgoingMail.objects.filter(kind="network.membership_suspended").exists() == was_suspended
