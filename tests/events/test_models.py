from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from events.enums import DelegateStatus, Window
from events.models import Delegate, Event
from tests.factories.events import DelegateFactory, EventFactory

OPENS = datetime(2026, 1, 10, 2, 0, tzinfo=UTC)
CLOSES = datetime(2026, 1, 20, 17, 0, tzinfo=UTC)


def event_with(**fields) -> Event:
    days = {"starts_on": date(2026, 2, 6), "ends_on": date(2026, 2, 7)}
    return Event(**{"title": "สมัชชา", "title_en": "Assembly", "slug": "a", **days, **fields})


@pytest.mark.parametrize(
    ("now", "window"),
    [
        (OPENS - timedelta(seconds=1), Window.SOON),
        (OPENS, Window.OPEN),
        (CLOSES - timedelta(seconds=1), Window.OPEN),
        (CLOSES, Window.CLOSED),
    ],
)
def test_registration_opens_and_closes_to_the_second(now, window):
    assert event_with(opens_at=OPENS, closes_at=CLOSES).window(now) == window


def test_an_event_without_a_window_asks_for_no_delegates():
    assert event_with().window() == Window.NONE


def test_a_window_without_an_end_closes_with_the_event():
    event = event_with(opens_at=OPENS)
    # 7 February in Bangkok lasts until 17:00 UTC.
    assert event.window(datetime(2026, 2, 7, 16, 59, tzinfo=UTC)) == Window.OPEN
    assert event.window(datetime(2026, 2, 7, 17, 0, tzinfo=UTC)) == Window.CLOSED


@pytest.mark.parametrize(("language", "when"), [("th", "6–7 กุมภาพันธ์ 2569"), ("en", "6–7 February 2026")])
def test_the_days_are_one_phrase_in_the_readers_era(language, when):
    with translation.override(language):
        assert event_with().when == when


def test_english_falls_back_to_thai_where_nothing_was_translated():
    event = event_with(venue="หอประชุม", title_en="Assembly")
    with translation.override("en"):
        assert (event.display_title, event.display_venue) == ("Assembly", "หอประชุม")


def test_costs_say_a_sentence_even_when_only_the_box_is_ticked():
    with translation.override("en"):
        assert event_with(costs_covered=True).display_costs == "The council bears all costs."
        assert event_with(costs_covered=True, costs="ที่พัก", costs_en="Rooms").display_costs == "Rooms"


def test_the_agenda_goes_by_days_of_the_event():
    rows = [
        ("item", {"day": day, "time": time, "text": "ก"}) for day, time in [(2, "09:00"), (1, "10:00"), (1, "13:00")]
    ]
    days = event_with(agenda=rows).agenda_days
    assert [(d.date, [r["time"] for r in d.rows]) for d in days] == [
        (date(2026, 2, 6), ["10:00", "13:00"]),
        (date(2026, 2, 7), ["09:00"]),
    ]


@pytest.mark.django_db
class TestConstraints:
    def test_the_last_day_cannot_come_before_the_first(self):
        with pytest.raises(ValidationError, match=r"วันสุดท้าย|last day"):
            event_with(starts_on=date(2026, 2, 8)).full_clean()
        with pytest.raises(IntegrityError, match="event_ends_after_it_starts"), transaction.atomic():
            event_with(starts_on=date(2026, 2, 8)).save()

    def test_registration_cannot_close_before_it_opens(self):
        with pytest.raises(IntegrityError, match="event_registration_closes_after_it_opens"), transaction.atomic():
            event_with(opens_at=CLOSES, closes_at=OPENS).save()

    def test_an_organization_has_one_live_delegate_per_event(self):
        first = DelegateFactory()
        seat = {"event": first.event, "organization": first.organization}
        with pytest.raises(IntegrityError), transaction.atomic():
            DelegateFactory(**seat)
        Delegate.objects.update(status=DelegateStatus.WITHDRAWN)
        assert DelegateFactory(**seat).is_live


@pytest.mark.django_db
class TestLists:
    def test_upcoming_goes_forward_and_past_goes_backward(self):
        today = timezone.localdate()
        days = [-40, -30, 0, 10, 5]
        made = {d: EventFactory(starts_on=today + timedelta(days=d)) for d in days}
        assert list(Event.objects.upcoming()) == [made[0], made[5], made[10]]
        assert list(Event.objects.past()) == [made[-30], made[-40]]

    def test_an_event_is_upcoming_until_its_last_day_is_over(self):
        today = timezone.localdate()
        EventFactory(starts_on=today - timedelta(days=1), ends_on=today)
        assert Event.objects.upcoming().count() == 1

    def test_drafts_are_for_those_who_may_view_events(self, django_user_model):
        EventFactory(live=False)
        someone = django_user_model.objects.create_user("a@example.org")
        admin = django_user_model.objects.create_superuser("b@example.org")
        assert not Event.objects.visible_to(someone).exists()
        assert Event.objects.visible_to(admin).exists()
