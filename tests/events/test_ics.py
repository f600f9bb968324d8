"""The calendars are read back by a parser, as a phone would."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from tests.factories.events import EventFactory

pytestmark = pytest.mark.django_db
CHANGED = datetime(2026, 1, 5, 3, 4, 5, 600_000, tzinfo=UTC)


def entries(response) -> list[icalendar.Event]:
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(response.content).events


@pytest.fixture
def event():
    return EventFactory(
        slug="assembly",
        title="สมัชชา; ปี 2569, ครั้งแรก",
        title_en="Assembly; the first, of 2026",
        summary="บรรทัดหนึ่ง\nบรรทัดสอง",
        starts_on=date(2099, 2, 27),
        ends_on=date(2099, 2, 28),
        venue="หอประชุม",
        last_published_at=CHANGED,
    )


def test_an_event_is_whole_days_with_the_end_on_the_day_after(client, event):
    [entry] = entries(client.get("/events/assembly/calendar.ics"))
    assert entry["DTSTART"].to_ical() == b"20990227"
    assert entry["DTEND"].to_ical() == b"20990301"
    assert entry["DTSTART"].params["VALUE"] == "DATE"


def test_a_one_day_event_lasts_one_day(client):
    EventFactory(slug="day", starts_on=date(2099, 1, 31), ends_on=date(2099, 1, 31))
    [entry] = entries(client.get("/events/day/calendar.ics"))
    assert (entry["DTEND"].dt - entry["DTSTART"].dt).days == 1


@pytest.mark.parametrize(("prefix", "title"), [("", "สมัชชา; ปี 2569, ครั้งแรก"), ("/en", "Assembly; the first, of 2026")])
def test_the_prefix_decides_the_language(client, event, prefix, title):
    [entry] = entries(client.get(f"{prefix}/events/assembly/calendar.ics"))
    assert entry["SUMMARY"] == title
    assert entry["URL"].endswith(f"{prefix}/events/assembly/")
    assert entry["LOCATION"] == "หอประชุม"
    assert "บรรทัดสอง" in entry["DESCRIPTION"]


def test_the_uid_survives_an_edit_and_a_language(client, event):
    uids = {str(entries(client.get(f"{prefix}/events/assembly/calendar.ics"))[0]["UID"]) for prefix in ["", "/en"]}
    event.title, event.slug, event.starts_on = "ชื่อใหม่", "renamed", date(2099, 2, 26)
    event.save()
    uids.add(str(entries(client.get("/events/renamed/calendar.ics"))[0]["UID"]))
    assert len(uids) == 1


def test_last_modified_is_when_the_public_text_last_changed(client, event):
    [entry] = entries(client.get("/events/assembly/calendar.ics"))
    assert entry["LAST-MODIFIED"].dt == CHANGED.replace(microsecond=0)
    assert entry["DTSTAMP"].to_ical() == b"20260105T030405Z"


def test_asking_twice_gives_the_same_bytes(client, event):
    address = "/events/assembly/calendar.ics"
    assert client.get(address).content == client.get(address).content


def test_lines_end_and_fold_as_the_standard_says(client, event):
    content = client.get("/events/assembly/calendar.ics").content
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_the_calendar_says_only_what_the_standards_know(client, event):
    content = client.get("/events/assembly/calendar.ics").content
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in content
    # RFC 5546 asks an organizer's address of every event of a calendar with a method.
    assert b"METHOD" not in content


def test_the_feed_holds_the_published_upcoming_events_in_order(client, event):
    EventFactory(slug="sooner", title="ก่อน", starts_on=date(2098, 1, 1))
    EventFactory(upcoming=False)
    EventFactory(live=False)
    assert [str(e["SUMMARY"]) for e in entries(client.get("/events/calendar.ics"))] == ["ก่อน", event.title]


def test_an_empty_feed_is_still_a_calendar(client):
    assert entries(client.get("/events/calendar.ics")) == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_feed_asks_two_questions_whatever_its_length(client, django_assert_num_queries, count):
    EventFactory.create_batch(count)
    client.get("/events/calendar.ics")
    with django_assert_num_queries(2):
        client.get("/events/calendar.ics")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_draft_or_an_unknown_event_has_no_calendar(client, prefix):
    EventFactory(slug="draft", live=False)
    assert client.get(f"{prefix}/events/draft/calendar.ics").status_code == 404
    assert client.get(f"{prefix}/events/nothing/calendar.ics").status_code == 404


def test_a_calendar_is_only_read(client, event):
    assert client.post("/events/assembly/calendar.ics").status_code == 405
    assert client.post("/events/calendar.ics").status_code == 405
