from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import registry

from events.daily import STEPS
from events.models import EventRules
from portal.daily import run_step
from tests.factories.events import DelegateFactory, EventFactory

pytestmark = pytest.mark.django_db
[STEP] = STEPS


def delegate_of_event(days_over: int, **needs):
    last_day = timezone.localdate() - timedelta(days=days_over)
    return DelegateFactory(event=EventFactory(starts_on=last_day - timedelta(days=1), ends_on=last_day), **needs)


def needs(delegate) -> tuple[str, str]:
    delegate.refresh_from_db()
    return delegate.food, delegate.access


def test_needs_are_kept_for_ninety_days_and_not_one_more(capsys):
    kept, over = (
        delegate_of_event(90, food="ฮาลาล", access="รถเข็น"),
        delegate_of_event(91, food="ฮาลาล", access="รถเข็น"),
    )
    call_command("run_daily_steps")
    assert (needs(kept), needs(over)) == (("ฮาลาล", "รถเข็น"), ("", ""))
    assert f"{STEP.name}: 1\n" in capsys.readouterr().out
    assert over.is_live
    assert over.name


def test_twice_is_once_and_the_log_does_not_say_what_was_deleted():
    delegate = delegate_of_event(100, access="รถเข็น")
    delegate_of_event(100)
    assert [run_step(STEP).done, run_step(STEP).done, STEP.take(delegate)] == [1, 0, False]
    [entry] = registry.get_logs_for_instance(delegate)
    assert entry.action == "events.delegate.forget"
    assert "รถเข็น" not in str(entry.data)


def test_the_council_decides_how_long():
    rules = EventRules.load()
    rules.keep_needs_days = 10
    rules.save()
    delegate = delegate_of_event(11, food="ฮาลาล")
    run_step(STEP)
    assert needs(delegate) == ("", "")
