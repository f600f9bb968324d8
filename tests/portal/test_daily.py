"""The day's round: every step has its turn, and what fails on one row stops no other."""

import logging

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override
from wagtail import hooks

from portal.daily import daily_steps, run_step
from portal.models import User
from portal.steps import DailyStep
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def greet(user):
    """A sample of a step; stumbles over one name, after it has written something."""
    user.phone = "greeted"
    user.save()
    if user.name == "stumble":
        raise ValueError("a sample of a fault")
    return user.name != "faster"


def people():
    return User.objects.exclude(phone="greeted").order_by("pk")


SAMPLE = DailyStep(5, "People greeted", people, greet)


def broken():
    raise RuntimeError("a plugin's fault")


@pytest.fixture
def cast(db):
    return [UserFactory(name=name, phone="") for name in ("first", "stumble", "faster", "last")]


def test_one_that_fails_stops_no_other_and_is_logged_without_a_name(cast, caplog):
    tally = run_step(SAMPLE)
    assert (tally.done, tally.failed) == (2, 1)
    assert User.objects.get(name="last").phone == "greeted"
    [record] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert f"User {cast[1].pk}" in record.getMessage()
    assert "stumble" not in record.getMessage()
    assert record.exc_info


def test_a_rehearsal_counts_and_changes_nothing(cast):
    tally = run_step(SAMPLE, dry=True)
    assert (tally.done, tally.failed) == (4, 0)
    assert not User.objects.filter(phone="greeted").exists()


@pytest.mark.parametrize("dry", [False, True])
def test_a_step_that_cannot_say_what_is_due_fails_alone(dry):
    assert run_step(DailyStep(1, "Broken", broken, greet), dry=dry).failed == 1


def test_steps_of_all_apps_come_in_their_order():
    with hooks.register_temporarily("register_daily_steps", lambda: [SAMPLE, DailyStep(999, "x", people, greet)]):
        orders = [step.order for step in daily_steps()]
    assert orders == sorted(orders)
    assert {5, 10, 999} <= set(orders)


def test_the_command_says_what_each_step_came_to_and_ends_with_a_fault(cast, capsys):
    steps = [SAMPLE, DailyStep(1, "Broken", broken, greet)]
    with (
        override("en"),
        hooks.register_temporarily("register_daily_steps", lambda: steps),
        pytest.raises(CommandError, match="2 things could not be done"),
    ):
        call_command("run_daily_steps")
    said = capsys.readouterr().out
    assert "People greeted: 2 (failed: 1)\n" in said
    assert "Broken: 0 (failed: 1)\n" in said
    assert said.index("Broken") < said.index("People greeted") < said.index("Expired sessions deleted: 0")


def test_the_command_speaks_thai_and_is_silent_about_faults_when_there_are_none(capsys):
    call_command("run_daily_steps", "--dry-run")
    said = capsys.readouterr()
    assert said.out.startswith("ซ้อมเท่านั้น ไม่มีอะไรเปลี่ยนแปลง\n")
    assert not said.err
