from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from events.actions import withdraw_delegate
from events.sections import next_event, who_goes
from portal.hooks import answers
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import ProvinceFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

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
    ("language", "item"), [("th", (300, "งานและสมัชชา", "/events/")), ("en", (300, "Events", "/en/events/"))]
)
def test_the_menu_leads_to_the_events(rf, language, item):
    with translation.override(language):
        assert item in [entry for items in answers("register_menu_items", rf.get("/")) for entry in items or []]


class TestWhoGoes:
    def rows(self, rf, user) -> list[tuple]:
        request = rf.get("/account/")
        request.user = user
        section = who_goes(request)
        return [(seat.event, seat.organization, seat) for seat in section.context["seats"]] if section else []

    def text(self, client, user, prefix="") -> str:
        client.force_login(user)
        return client.get(f"{prefix}/account/").content.decode()

    def test_every_open_event_stands_beside_every_own_organization(self, rf, rep, organization):
        other = RepresentativeFactory(user=rep).organization
        events = EventFactory.create_batch(2)
        EventFactory(window="none")
        EventFactory(live=False)
        EventFactory(upcoming=False)
        assert {row[:2] for row in self.rows(rf, rep)} == {(e, o) for e in events for o in (organization, other)}

    def test_seats_that_wait_for_a_name_come_first(self, rf, rep, organization):
        named, waiting = EventFactory(), EventFactory(starts_on=date(2099, 1, 1))
        DelegateFactory(event=named, organization=organization)
        assert [row[0] for row in self.rows(rf, rep)] == [waiting, named]

    def test_an_event_of_other_provinces_is_not_put_before_one(self, rf, rep):
        EventFactory(provinces=[ProvinceFactory(code="TH-81", slug="krabi")])
        assert self.rows(rf, rep) == []

    @pytest.mark.parametrize(
        ("prefix", "words"),
        [("", ["ยังไม่ได้ส่งชื่อ", "เปลี่ยนแปลงได้ถึง"]), ("/en", ["No delegate yet", "Can be changed until"])],
    )
    def test_nobody_named_yet_is_said(self, client, rep, event, prefix, words):
        text = self.text(client, rep, prefix)
        assert not [word for word in words if word not in text]

    @pytest.mark.parametrize(("prefix", "words"), [("", "ผู้แทนคือ นายสมชาย ตัวอย่าง"), ("/en", "นายสมชาย ตัวอย่าง goes.")])
    def test_who_goes_is_said(self, client, rep, delegate, prefix, words):
        assert words in self.text(client, rep, prefix)

    @pytest.mark.parametrize(("prefix", "words"), [("", "ถอนชื่อแล้ว"), ("/en", "Withdrawn")])
    def test_a_name_taken_back_is_said(self, client, rep, delegate, prefix, words):
        withdraw_delegate(delegate, by=rep)
        assert words in self.text(client, rep, prefix)

    @pytest.mark.parametrize(("prefix", "words"), [("", "ปิดรับรายชื่อแล้วเมื่อ"), ("/en", "Registration closed on")])
    def test_a_closed_window_is_said(self, client, rep, prefix, words):
        EventFactory(window="closed")
        assert words in self.text(client, rep, prefix)

    def test_who_represents_nobody_sees_no_section(self, rf, person, event):
        assert self.rows(rf, person) == []

    @pytest.mark.parametrize(("events", "organizations"), [(1, 1), (10, 3)])
    def test_four_questions_however_many_seats(self, rf, django_assert_num_queries, events, organizations):
        person = UserFactory()
        for mandate in RepresentativeFactory.create_batch(organizations, user=person):
            for event in EventFactory.create_batch(events, provinces=[ProvinceFactory()]):
                DelegateFactory(event=event, organization=mandate.organization)
        request = rf.get("/account/")
        request.user = person
        with django_assert_num_queries(4):
            section = who_goes(request)
            render_to_string(section.template, {"section": section})
