"""Events and delegates in the CMS: who may what, dates in the editor's era, drafts, workflow, copies, exports."""

import io
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.log_actions import registry
from wagtail.models import WorkflowState

from events import setup
from events.enums import EVENT_STAFF, DelegateStatus
from events.models import Delegate, Event
from home.enums import AUTHORS, EDITORS
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.network import OrganizationFactory, ProvinceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
EVENT_LIST_QUERIES = 12
DELEGATE_LIST_QUERIES = 13


def cms(name, *args) -> str:
    return reverse(f"wagtailsnippets_events_event:{name}", args=args)


def seats(name, *args) -> str:
    return reverse(f"delegate:{name}", args=args)


def member_of(group: str, language: str = "th") -> Client:
    person = UserFactory(language=language)
    person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture(autouse=True)
def groups(db):
    setup.set_up()


@pytest.fixture
def editor(groups):
    return member_of(EDITORS)


@pytest.fixture
def author(groups):
    rights = Group.objects.get(name=AUTHORS)
    rights.permissions.add(Group.objects.get(name=EVENT_STAFF).permissions.get(codename="access_admin"))
    return member_of(AUTHORS)


@pytest.fixture
def staff(groups):
    return member_of(EVENT_STAFF)


@pytest.fixture(autouse=True)
def editors_enter_the_cms(groups):
    """Home's own setup gives this right; here only the events' is run."""
    right = Group.objects.get(name=EVENT_STAFF).permissions.get(codename="access_admin")
    Group.objects.get(name=EDITORS).permissions.add(right)


def form(**typed) -> dict:
    """What the CMS form posts for a new event."""
    return {
        "title": "สมัชชาใหม่",
        "title_en": "New assembly",
        "slug": "new-assembly",
        "kind": "assembly",
        "starts_on": "6/1/2570",
        "ends_on": "๗ มกราคม ๒๕๗๐",
        "opens_at": "1/12/2569 09:00",
        "closes_at": "20/12/2569 16:30",
        "body": "null",
        "body_en": "null",
        "speakers-count": "0",
        "agenda-count": "0",
        "papers-count": "0",
        **typed,
    }


def opened(event: Event) -> dict:
    """What the edit page adds: the version that it shows."""
    latest = Event.objects.get(pk=event.pk).latest_revision
    return {"loaded_revision_id": latest.pk if latest else ""}


class TestEditing:
    def test_dates_are_typed_in_the_buddhist_era(self, editor):
        response = editor.post(cms("add"), form(**{"action-publish": "1"}))
        assert response.status_code == 302
        event = Event.objects.get()
        assert (event.starts_on, event.ends_on) == (date(2027, 1, 6), date(2027, 1, 7))
        assert event.opens_at == datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
        assert event.live

    def test_dates_are_shown_in_the_editors_era_and_in_words(self, editor):
        event = EventFactory(starts_on=date(2027, 1, 6))
        text = editor.get(cms("edit", event.pk)).content.decode()
        assert 'value="6/1/2570"' in text
        assert "วันพุธที่ 6 มกราคม 2570" in text
        english = member_of(EDITORS, language="en")
        assert 'value="6/1/2027"' in english.get(cms("edit", event.pk)).content.decode()

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"ends_on": "5/1/2570"}, None),
            ({"closes_at": "30/11/2569 09:00"}, None),
            ({"starts_on": "31/2/2570"}, "starts_on"),
            ({"slug": "สมัชชา"}, "slug"),
        ],
    )
    def test_mistakes_are_refused_and_nothing_is_written(self, editor, typed, field):
        response = editor.post(cms("add"), form(**typed))
        assert response.status_code == 200
        assert field is None or field in response.context["form"].errors
        assert response.context["form"].errors
        assert not Event.objects.exists()

    def test_a_draft_is_not_public_and_an_edit_waits_for_publishing(self, editor, client):
        editor.post(cms("add"), form())
        event = Event.objects.get()
        assert (event.live, client.get("/events/new-assembly/").status_code) == (False, 404)
        editor.post(cms("edit", event.pk), form(**opened(event), **{"action-publish": "1"}))
        editor.post(cms("edit", event.pk), form(**opened(event), title="ร่างใหม่"))
        public = client.get("/events/new-assembly/")
        assert (public.status_code, "ร่างใหม่" in public.content.decode()) == (200, False)
        assert Event.objects.get().get_latest_revision_as_object().title == "ร่างใหม่"

    def test_it_is_published_on_its_day(self, editor, client):
        editor.post(cms("add"), form(go_live_at="1/1/2600 09:00", **{"action-publish": "1"}))
        event = Event.objects.get()
        assert not event.live
        assert event.latest_revision.approved_go_live_at.year == 2057
        past = datetime(2020, 1, 1, tzinfo=ZoneInfo("Asia/Bangkok"))
        revision = event.latest_revision
        revision.approved_go_live_at, revision.content["go_live_at"] = past, past.isoformat()
        revision.save()
        call_command("publish_scheduled")
        assert client.get("/events/new-assembly/").status_code == 200

    @pytest.mark.parametrize(("mode", "words"), [("th", "สมัชชาใหม่"), ("en", "New assembly")])
    def test_both_languages_are_previewed(self, editor, mode, words):
        event = EventFactory()
        address = cms("preview_on_edit", event.pk)
        assert editor.post(f"{address}?mode={mode}", form()).json()["is_valid"]
        response = editor.get(f"{address}?mode={mode}")
        assert response.status_code == 200
        assert f"<h1>{words}</h1>" in response.content.decode()

    @pytest.mark.parametrize("page", ["edit", "history", "copy", "usage"])
    def test_its_pages_open(self, editor, page):
        assert editor.get(cms(page, EventFactory().pk)).status_code == 200

    def test_a_copy_takes_no_delegates_along(self, editor):
        event = DelegateFactory().event
        assert f'action="{cms("add")}"' in editor.get(cms("copy", event.pk)).content.decode()
        editor.post(cms("add"), form())
        copy = Event.objects.exclude(pk=event.pk).get()
        assert (copy.delegates.count(), event.delegates.count()) == (0, 1)

    def test_publishing_leaves_the_delegates_alone(self, editor, delegate):
        editor.post(cms("edit", delegate.event_id), form(**{"action-publish": "1"}))
        delegate.refresh_from_db()
        assert delegate.is_live
        assert delegate.event.title == "สมัชชาใหม่"

    def test_a_locked_event_is_not_edited(self, editor, staff):
        event = EventFactory()
        editor.post(cms("lock", event.pk))
        staff.post(cms("edit", event.pk), form(**{"action-publish": "1"}))
        event.refresh_from_db()
        assert (event.locked, event.title) == (True, event.title)
        assert event.title != "สมัชชาใหม่"


# Wagtail 8.0 mails through what Django 6.1 calls old.
@pytest.mark.filterwarnings("ignore:get_connection:django.utils.deprecation.RemovedInDjango2028Warning")
class TestWorkflow:
    def test_an_author_hands_in_and_an_editor_approves(self, author, editor, client):
        author.post(cms("add"), form(**{"action-submit": "1"}))
        event = Event.objects.get()
        state = WorkflowState.objects.get()
        assert (event.live, state.status) == (False, WorkflowState.STATUS_IN_PROGRESS)
        task = state.current_task_state
        editor.post(cms("workflow_action", event.pk, "approve", task.pk), {"comment": ""})
        event.refresh_from_db()
        assert event.live

    def test_an_author_cannot_publish(self, author):
        author.post(cms("add"), form(**{"action-publish": "1"}))
        assert not Event.objects.filter(live=True).exists()


class TestList:
    def test_search_finds_words_inside_thai(self, editor):
        found = EventFactory(title="ประชุมใหญ่สมัชชาประชาสังคม")
        EventFactory(title="อบรม")
        response = editor.get(cms("list"), {"q": "ชาสังคม"})
        assert list(response.context["object_list"]) == [found]

    def test_filters_narrow_it(self, editor):
        province = ProvinceFactory()
        training = EventFactory(kind="training", provinces=[province])
        EventFactory()
        for query in [{"kind": "training"}, {"province": province.pk}]:
            assert list(editor.get(cms("list"), query).context["object_list"]) == [training]

    @pytest.mark.parametrize("count", [1, 20])
    def test_it_asks_as_often_for_many_as_for_one(self, editor, count, django_assert_num_queries):
        EventFactory.create_batch(count)
        editor.get(cms("list"))
        with django_assert_num_queries(EVENT_LIST_QUERIES):
            editor.get(cms("list"))

    def test_it_is_exported(self, editor):
        event = DelegateFactory().event
        response = editor.get(cms("list"), {"export": "xlsx"})
        [heads, row] = load_workbook(io.BytesIO(b"".join(response))).active.values
        assert (row[0], row[-1], len(heads)) == (event.title, 1, len(row))
        [entry] = registry.get_logs_for_instance(response.wsgi_request.user).filter(action="portal.list.export")
        assert entry.data == {"model": "events.event", "rows": 1, "chosen": {}}


class TestDelegates:
    def test_event_staff_read_them(self, staff, delegate):
        assert "สมชาย ตัวอย่าง" in staff.get(seats("index")).content.decode()
        assert "ฮาลาล" in staff.get(seats("inspect", delegate.pk)).content.decode()

    def test_days_are_of_the_buddhist_era_and_what_is_missing_is_a_dash(self, staff, delegate):
        Delegate.objects.update(entered_at=datetime(2026, 1, 5, 20, 0, tzinfo=ZoneInfo("UTC")))
        assert "6 ม.ค. 2569" in staff.get(seats("index")).content.decode()
        page = staff.get(seats("inspect", delegate.pk)).content.decode()
        assert "6 มกราคม 2569" in page
        assert not re.search(r">\s*None\s*<", page)
        assert re.search(r">\s*–\s*<", page)

    def test_editors_do_not(self, editor, delegate):
        for address in [seats("index"), seats("inspect", delegate.pk), seats("history", delegate.pk)]:
            response = editor.get(address)
            assert response.status_code in {302, 403, 404}
            assert "สมชาย" not in response.content.decode()
        assert "/admin/events/delegates/" not in editor.get(cms("list")).content.decode()

    def test_nobody_changes_them_past_the_form_superusers_included(self, admin, delegate):
        client = Client()
        client.force_login(admin)
        for name, args in [("add", []), ("edit", [delegate.pk]), ("delete", [delegate.pk])]:
            for response in [client.get(seats(name, *args)), client.post(seats(name, *args), {"name": "x"})]:
                assert response.status_code in {302, 403, 404}
        delegate.refresh_from_db()
        assert (delegate.name, Delegate.objects.count()) == ("สมชาย ตัวอย่าง", 1)

    def test_filters_narrow_them(self, staff, delegate):
        krabi = ProvinceFactory(code="TH-81", name="กระบี่", slug="krabi")
        other = DelegateFactory(
            organization=OrganizationFactory(entry__province=krabi), status=DelegateStatus.WITHDRAWN
        )
        for query in [
            {"event": other.event_id},
            {"province": "TH-81"},
            {"status": "withdrawn"},
            {"q": other.name[-5:]},
        ]:
            assert list(staff.get(seats("index"), query).context["object_list"]) == [other]

    def test_an_export_is_a_real_workbook_and_leaves_an_entry(self, staff, delegate):
        response = staff.get(seats("index"), {"export": "xlsx", "event": delegate.event_id})
        [heads, row] = load_workbook(io.BytesIO(b"".join(response))).active.values
        assert {delegate.name, delegate.phone, "ฮาลาล", "สมาคมตัวอย่าง", "เพชรบุรี"} <= set(row)
        assert len(heads) == len(row)
        user = response.wsgi_request.user
        [entry] = registry.get_logs_for_instance(user).filter(action="portal.list.export")
        assert (entry.user, entry.data["model"], entry.data["rows"]) == (user, "events.delegate", 1)
        assert entry.data["chosen"] == {"event": str(delegate.event_id)}

    def test_csv_is_not_offered_and_not_given(self, staff, delegate):
        page = staff.get(seats("index"))
        assert "export=xlsx" in page.content.decode()
        assert "export=csv" not in page.content.decode()
        assert staff.get(seats("index"), {"export": "csv"})["Content-Type"].startswith("text/html")

    @pytest.mark.parametrize("count", [1, 20])
    def test_the_list_asks_as_often_for_many_as_for_one(self, staff, count, django_assert_num_queries):
        event = EventFactory()
        DelegateFactory.create_batch(count, event=event)
        staff.get(seats("index"))
        with django_assert_num_queries(DELEGATE_LIST_QUERIES):
            staff.get(seats("index"))

    def test_event_staff_enter_one_in_the_organizations_own_form(self, staff, event, organization, seat_address, typed):
        response = staff.get(seat_address)
        assert response.status_code == 200
        assert "ในฐานะเจ้าหน้าที่งานประชุม" in response.content.decode()
        assert staff.post(seat_address, typed).status_code == 302
        assert Delegate.objects.get().entered_by == response.wsgi_request.user

    def test_the_lists_speak_both_languages(self, delegate):
        for language, words in [("th", "ส่งชื่อแล้ว"), ("en", "Entered")]:
            assert words in member_of(EVENT_STAFF, language).get(seats("index")).content.decode()


class TestSetup:
    def test_running_it_again_changes_nothing_and_gives_nothing_back(self):
        staff = Group.objects.get(name=EVENT_STAFF)
        staff.permissions.remove(staff.permissions.get(codename="enter_delegate"))
        editors = Group.objects.get(name=EDITORS)
        editors.permissions.remove(editors.permissions.get(codename="publish_event"))
        setup.set_up()
        assert not staff.permissions.filter(codename="enter_delegate").exists()
        assert not editors.permissions.filter(codename="publish_event").exists()
        assert Event(slug="x").get_workflow().tasks.count() == 1

    def test_editors_get_no_right_on_delegates(self):
        assert not Group.objects.get(name=EDITORS).permissions.filter(codename__endswith="delegate").exists()
