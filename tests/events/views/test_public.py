import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.events import EventFactory
from tests.factories.network import ProvinceFactory

pytestmark = pytest.mark.django_db
LIST_QUERIES = 5
DETAIL_QUERIES = 4
BOTH = pytest.mark.parametrize("prefix", ["", "/en"])


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


class TestList:
    def test_upcoming_events_come_first_with_their_days_in_one_phrase(self, client):
        EventFactory(title="สมัชชา", starts_on=date(2099, 1, 6), venue="หอประชุมกลาง")
        text = page(client, "/events/")
        assert "6–7 มกราคม 2642" in text
        assert "หอประชุมกลาง" in text
        assert "6–7 January 2099" in page(client, "/en/events/")

    @BOTH
    def test_past_events_stand_in_a_list_of_their_own(self, client, prefix):
        EventFactory(slug="over", upcoming=False)
        EventFactory(slug="coming")
        text = page(client, f"{prefix}/events/")
        assert text.index("/events/coming/") < text.index('id="past"') < text.index("/events/over/")

    def test_without_events_it_says_so(self, client):
        assert "No event is planned at the moment" in page(client, "/en/events/")
        assert "ตอนนี้ยังไม่มีงานที่กำหนดไว้" in page(client, "/events/")

    @BOTH
    def test_past_events_go_page_by_page(self, client, prefix):
        for number in range(11):
            EventFactory(slug=f"past-{number}", starts_on=timezone.localdate() - timedelta(days=30 + number))
        first, second = page(client, f"{prefix}/events/"), page(client, f"{prefix}/events/?page=2")
        assert "/events/past-9/" in first
        assert "/events/past-10/" not in first
        assert "/events/past-10/" in second

    @BOTH
    @pytest.mark.parametrize("number", ["0", "99", "x", "๒"])
    def test_a_page_that_does_not_exist_is_no_error(self, client, prefix, number):
        assert client.get(f"{prefix}/events/?page={number}").status_code == 200

    @BOTH
    def test_drafts_are_not_listed(self, client, prefix):
        EventFactory(slug="draft", live=False)
        assert "/events/draft/" not in page(client, f"{prefix}/events/")

    @BOTH
    @pytest.mark.parametrize("count", [1, 30])
    def test_it_asks_as_much_for_thirty_events_as_for_one(self, client, django_assert_num_queries, prefix, count):
        EventFactory.create_batch(count)
        EventFactory.create_batch(count, upcoming=False)
        client.get(f"{prefix}/events/")
        with django_assert_num_queries(LIST_QUERIES):
            client.get(f"{prefix}/events/")

    @BOTH
    def test_it_is_only_read(self, client, prefix):
        assert client.post(f"{prefix}/events/").status_code == 405


class TestDetail:
    def test_it_says_when_where_and_who_pays(self, client):
        EventFactory(slug="a", starts_on=date(2099, 1, 6), venue="หอประชุม", venue_en="The hall", costs_covered=True)
        thai, english = page(client, "/events/a/"), page(client, "/en/events/a/")
        assert all(words in thai for words in ["6–7 มกราคม 2642", "หอประชุม", "สภารับผิดชอบค่าใช้จ่ายทั้งหมด"])
        assert all(words in english for words in ["6–7 January 2099", "The hall", "The council bears all costs."])

    def test_a_venue_still_open_is_said_in_words(self, client):
        EventFactory(slug="a")
        assert "จะแจ้งให้ทราบ" in page(client, "/events/a/")
        assert "To be announced" in page(client, "/en/events/a/")

    def test_speakers_and_agenda_are_in_the_readers_language(self, client):
        row = {"day": 1, "time": "09:00", "text": "เปิดงาน", "text_en": "Opening"}
        speaker = {"name": "ดร.ตัวอย่าง", "name_en": "Dr Sample", "role": "วิทยากร", "role_en": "Speaker"}
        EventFactory(slug="a", agenda=[("item", row)], speakers=[("speaker", speaker)])
        thai, english = page(client, "/events/a/"), page(client, "/en/events/a/")
        assert all(words in thai for words in ["เปิดงาน", "ดร.ตัวอย่าง", "วิทยากร"])
        assert all(words in english for words in ["Opening", "Dr Sample", "Speaker"])

    def test_it_shows_no_empty_headings(self, client):
        EventFactory(slug="a")
        text = page(client, "/en/events/a/")
        assert not [words for words in ["Speakers", "Agenda", "Papers"] if words in text]

    def test_it_says_who_may_send_a_delegate(self, client):
        EventFactory(slug="all")
        EventFactory(slug="west", provinces=[ProvinceFactory(), ProvinceFactory(code="TH-77", name_en="Prachuap")])
        assert "in every province" in page(client, "/en/events/all/")
        assert re.search(r"Phetchaburi,\s+Prachuap", page(client, "/en/events/west/"))
        assert "ทุกจังหวัด" in page(client, "/events/all/")

    @pytest.mark.parametrize(
        ("window", "thai", "english", "button"),
        [
            ("open", "เปิดรับรายชื่อแล้ว", "Registration is open.", True),
            ("soon", "จะเปิดรับรายชื่อ", "Registration opens on", False),
            ("closed", "ปิดรับรายชื่อแล้วเมื่อ", "Registration closed on", False),
        ],
    )
    def test_it_says_where_registration_stands_and_the_next_step(self, client, window, thai, english, button):
        EventFactory(slug="a", window=window)
        in_thai, in_english = page(client, "/events/a/"), page(client, "/en/events/a/")
        assert thai in in_thai
        assert english in in_english
        assert ("Send a delegate" in in_english) is button
        assert ("ส่งชื่อผู้แทน" in in_thai) is button or window != "open"

    @BOTH
    def test_an_event_without_registration_shows_no_panel(self, client, prefix):
        EventFactory(slug="a", window="none")
        assert 'id="registration"' not in page(client, f"{prefix}/events/a/")

    def test_search_engines_read_it_as_an_event(self, client):
        EventFactory(slug="a", title_en='A </script> & "b"', starts_on=date(2099, 1, 6), venue_en="Hall", venue="ห")
        text = page(client, "/en/events/a/")
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])
        assert (data["@type"], data["name"]) == ("Event", 'A </script> & "b"')
        assert (data["startDate"], data["endDate"]) == ("2099-01-06", "2099-01-07")
        assert data["location"] == {"@type": "Place", "name": "Hall"}
        assert data["url"].endswith("/en/events/a/")

    @pytest.mark.parametrize(("prefix", "title"), [("", "สมัชชา"), ("/en", "Assembly")])
    def test_a_shared_link_shows_title_and_days(self, client, prefix, title):
        EventFactory(slug="a", title="สมัชชา", title_en="Assembly", starts_on=date(2099, 1, 6))
        text = page(client, f"{prefix}/events/a/")
        assert f'<meta property="og:title" content="{title}">' in text
        assert re.search(r'<meta property="og:description" content="6–7 [^"]+(2642|2099)', text)

    @BOTH
    def test_a_draft_and_an_unknown_address_are_not_found(self, client, admin_client, prefix):
        EventFactory(slug="draft", live=False)
        for reader in [client, admin_client]:
            assert reader.get(f"{prefix}/events/draft/").status_code == 404
        assert client.get(f"{prefix}/events/nothing/").status_code == 404

    @BOTH
    def test_it_is_only_read(self, client, prefix):
        EventFactory(slug="a")
        assert client.post(f"{prefix}/events/a/").status_code == 405

    @BOTH
    @pytest.mark.parametrize("count", [1, 30])
    def test_it_asks_as_much_for_thirty_provinces_as_for_one(self, client, django_assert_num_queries, prefix, count):
        EventFactory(slug="a", provinces=[ProvinceFactory(code=f"TH-{n}", slug=f"p{n}") for n in range(count)])
        client.get(f"{prefix}/events/a/")
        with django_assert_num_queries(DETAIL_QUERIES):
            client.get(f"{prefix}/events/a/")
