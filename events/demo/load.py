"""Loads the demo's events once: an event whose address exists is left as its editors made it."""

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from events.actions import enter_delegate
from events.enums import EVENT_STAFF
from events.models import Event
from events.permissions import DELEGATE_MAKERS, why_cannot_send
from network.models import Province, Representative
from portal.demo import demo_user

FOLDER = Path(__file__).parent
OPEN_EVENT = "sample-annual-assembly"
ROWS = {"agenda": "item", "speaker": "speaker"}
PLAIN = [
    "slug", "title", "title_en", "kind", "is_sample", "costs_covered", "venue", "venue_en",
    "summary", "summary_en", "body", "body_en",
]  # fmt: skip
# Sample people with sample numbers; nobody is reached by them.
PEOPLE = [
    {"title": "นาง", "name": "ตัวอย่าง ใจดี", "position": "ประธาน", "phone": "+66800000001"},
    {
        "title": "นาย",
        "name": "ตัวอย่าง รักถิ่น",
        "position": "เลขานุการ",
        "phone": "+66800000002",
        "email": "delegate@example.org",
    },
    {"title": "ดร.", "name": "ตัวอย่าง คิดดี", "position": "กรรมการ", "phone": "+66800000003"},
]


@transaction.atomic
def load_events() -> None:
    demo_user("events@example.org", "เจ้าหน้าที่งานประชุม (ตัวอย่าง)", groups=(EVENT_STAFF,))
    entries = tomllib.loads((FOLDER / "events.toml").read_text(encoding="utf-8"))["event"]
    known = set(Event.objects.values_list("slug", flat=True))
    made = [load_event(entry) for entry in entries if entry["slug"] not in known]
    for event in made:
        if event.slug == OPEN_EVENT:
            load_delegates(event)


def load_event(entry: dict) -> Event:
    event = Event(**{name: entry[name] for name in PLAIN}, **days(entry), **windows(entry), live=False)
    event.agenda = [("item", row) for row in entry.get("agenda", [])]
    event.speakers = [("speaker", row) for row in entry.get("speaker", [])]
    event.save()
    event.provinces.set(Province.objects.filter(code__in=entry["provinces"]))
    event.save()
    event.save_revision().publish()
    event.refresh_from_db()
    return event


def days(entry: dict) -> dict[str, date]:
    if "starts_on" in entry:
        return {name: date.fromisoformat(entry[name]) for name in ("starts_on", "ends_on")}
    return {f"{name}_on": in_days(entry[f"{name}_in_days"]) for name in ("starts", "ends")}


def windows(entry: dict) -> dict[str, datetime]:
    """The window opens with its first day and closes when its last one ends."""
    if "opens_in_days" not in entry:
        return {}
    return {
        "opens_at": midnight(in_days(entry["opens_in_days"])),
        "closes_at": midnight(in_days(entry["closes_in_days"] + 1)) - timedelta(minutes=1),
    }


def in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def load_delegates(event: Event) -> None:
    """A few seats are taken; each representative's first organization stays free for the visitor to try."""
    makers = Representative.objects.active().filter(role__in=DELEGATE_MAKERS).order_by("pk")
    first_seen: set[int] = set()
    able = []
    for mandate in makers.select_related("user", "organization__entry__province"):
        if mandate.user_id not in first_seen:
            first_seen.add(mandate.user_id)
        elif why_cannot_send(event, mandate.organization) is None:
            able.append(mandate)
    for mandate, person in zip(able, PEOPLE, strict=False):
        enter_delegate(event, mandate.organization, by=mandate.user, data=person)
