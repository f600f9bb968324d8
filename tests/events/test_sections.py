from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from events.sections import next_event
from portal.hooks import answers
from tests.factories.events import EventFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "words"), [("th", "6–7 มกราคม 2642"), ("en", "6–7 January 2099")])
def test_the_home_page_shows_the_next_event(rf, language, words):
    EventFactory(starts_on=date(2099, 3, 1))
    soonest = EventFactory(starts_on=date(2099, 1, 6))
    EventFactory(upcoming=False)
    with translation.override(language):
        section = next_event(rf.get("/"))
        text = render_to_string(section.template, {"section": section})
    assert section.context["event"] == soonest
    assert words in text
    assert soonest.slug in text


def test_without_an_event_the_home_page_shows_nothing(rf):
    EventFactory(live=False)
    assert next_event(rf.get("/")) is None


@pytest.mark.parametrize(
    ("language", "item"), [("th", (300, "งานประชุม", "/events/")), ("en", (300, "Events", "/en/events/"))]
)
def test_the_menu_leads_to_the_events(rf, language, item):
    with translation.override(language):
        assert item in [entry for items in answers("register_menu_items", rf.get("/")) for entry in items or []]
