"""Events are approved in the CMS through its real views; what goes public is exactly what the approver read."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from events import setup
from events.enums import EVENT_STAFF
from events.models import Event
from home.enums import AUTHORS
from tests.factories.events import DelegateFactory, EventFactory
from tests.factories.portal import UserFactory

pytestmark = [
    pytest.mark.django_db,
    # Wagtail 8.0 mails through what Django 6.1 calls old.
    pytest.mark.filterwarnings("ignore:get_connection:django.utils.deprecation.RemovedInDjango2028Warning"),
]
BLOCKS = ("speakers", "agenda", "papers")


def fresh(event: Event) -> Event:
    return Event.objects.get(pk=event.pk)


def cms(name, *args) -> str:
    return reverse(f"wagtailsnippets_events_event:{name}", args=args)


def member_of(group: str):
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    return person


@pytest.fixture(autouse=True)
def groups(db):
    setup.set_up()


@pytest.fixture
def author(groups):
    return member_of(AUTHORS)


@pytest.fixture
def desk(client, groups):
    """The CMS as event staff see it, who approve."""
    client.force_login(member_of(EVENT_STAFF))
    return client


def new_version(event: Event, by, overwrite: bool = False, **changed) -> Event:
    draft = fresh(event).get_latest_revision_as_object()
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.save_revision(user=by, overwrite_revision=fresh(event).latest_revision if overwrite else None)
    return fresh(event)


@pytest.fixture
def waiting(author):
    """A published event of which a new title waits for approval."""
    event = new_version(EventFactory(title="ชื่อเดิม"), author, title="ชื่อที่อ่าน")
    event.get_workflow().start(event, author)
    return event


def decide(client, event, action, task_state=None, comment="", **headers):
    task_state = task_state or fresh(event).current_workflow_task_state
    address = cms("workflow_action", event.pk, action, task_state.pk)
    return client.post(address, {"comment": comment}, follow=True, headers=headers)


def opened_form(client, event) -> dict:
    """What the browser would post from the edit page as it stands now."""
    form = client.get(cms("edit", event.pk)).context["form"]
    data = {f"{name}-count": "0" for name in BLOCKS} | {"body": "null", "body_en": "null"}
    for bound in form:
        if bound.name in (*BLOCKS, "body", "body_en", "provinces", "go_live_at", "expire_at"):
            continue
        value = bound.field.prepare_value(bound.value())
        if value not in (None, "", False):
            data[bound.html_name] = bound.field.widget.format_value(value) or value
    latest = fresh(event).latest_revision
    return data | {
        "loaded_revision_id": str(latest.pk) if latest else "",
        "loaded_revision_created_at": latest.created_at.isoformat() if latest else "",
    }


def press(client, event, data, action):
    names = {"approve": {"action-workflow-action": "1", "workflow-action-name": "approve"}}
    pressed = names.get(action, {f"action-{action}": "1"})
    return client.post(cms("edit", event.pk), {**data, **pressed}, follow=True)


def test_approving_publishes_the_version_that_was_read(desk, waiting):
    decide(desk, waiting, "approve")
    assert fresh(waiting).title == "ชื่อที่อ่าน"


def test_returning_keeps_the_public_page(desk, waiting):
    decide(desk, waiting, "reject", comment="โปรดเติมสถานที่")
    assert fresh(waiting).title == "ชื่อเดิม"
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_NEEDS_CHANGES


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_version_that_came_in_meanwhile_is_neither_published_nor_returned(desk, waiting, author, overwrite, action):
    read = fresh(waiting).current_workflow_task_state
    new_version(waiting, author, overwrite, title="ชื่อที่ไม่มีใครอ่าน")
    response = decide(desk, waiting, action, read)
    assert "มีฉบับใหม่กว่าเข้ามา" in response.content.decode()
    assert (fresh(waiting).title, fresh(waiting).workflow_in_progress) == ("ชื่อเดิม", True)


def test_the_dialogue_of_the_dashboard_is_closed_with_the_same_sentence(desk, waiting, author):
    read = fresh(waiting).current_workflow_task_state
    new_version(waiting, author, title="ชื่อที่ไม่มีใครอ่าน")
    answer = decide(desk, waiting, "approve", read, **{"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["step"] == "success"
    assert "มีฉบับใหม่กว่าเข้ามา" in desk.get(answer.json()["redirect"]).content.decode()
    assert fresh(waiting).title == "ชื่อเดิม"


def test_a_version_that_was_taken_back_cannot_be_approved(desk, waiting, author):
    read = fresh(waiting).current_workflow_task_state
    fresh(waiting).current_workflow_state.cancel(user=author)
    assert decide(desk, waiting, "approve", read).status_code == 200
    assert fresh(waiting).title == "ชื่อเดิม"


def test_a_second_click_on_approve_is_harmless(desk, waiting):
    read = fresh(waiting).current_workflow_task_state
    decide(desk, waiting, "approve", read)
    assert decide(desk, waiting, "approve", read).status_code == 200
    assert fresh(waiting).title == "ชื่อที่อ่าน"


def test_a_task_of_another_event_is_not_found(desk, waiting, author):
    other = new_version(EventFactory(), author, title="อื่น")
    other.get_workflow().start(other, author)
    assert decide(desk, other, "approve", fresh(waiting).current_workflow_task_state).status_code == 404
    assert fresh(waiting).workflow_in_progress


def test_the_open_form_approves_what_it_shows_with_a_word_mended(desk, waiting):
    press(desk, waiting, opened_form(desk, waiting) | {"title": "ชื่อที่อ่านและแก้คำ"}, "approve")
    assert fresh(waiting).title == "ชื่อที่อ่านและแก้คำ"
    assert WorkflowState.objects.get().task_states.get().revision == fresh(waiting).live_revision


@pytest.mark.parametrize("action", ["approve", "save"])
def test_a_form_opened_before_a_newer_version_saves_and_approves_nothing(desk, waiting, author, action):
    data = opened_form(desk, waiting)
    new_version(waiting, author, title="ฉบับใหม่")
    response = press(desk, waiting, data | {"title": "จากแบบฟอร์มเก่า"}, action)
    assert "มีฉบับใหม่กว่าเข้ามา" in response.content.decode()
    assert fresh(waiting).title == "ชื่อเดิม"
    assert fresh(waiting).get_latest_revision_as_object().title == "ฉบับใหม่"


def test_nothing_is_published_past_a_running_workflow(desk, waiting):
    assert 'name="action-publish"' not in desk.get(cms("edit", waiting.pk)).content.decode()
    press(desk, waiting, opened_form(desk, waiting) | {"title": "ข้ามขั้นตอน"}, "publish")
    assert fresh(waiting).title == "ชื่อเดิม"


def test_without_a_workflow_event_staff_publish(desk):
    event = EventFactory(title="ชื่อเดิม")
    press(desk, event, opened_form(desk, event) | {"title": "เผยแพร่เลย"}, "publish")
    assert fresh(event).title == "เผยแพร่เลย"


def test_an_author_neither_approves_nor_returns(waiting, author):
    client = Client()
    client.force_login(author)
    for action in ("approve", "reject"):
        decide(client, waiting, action)
    assert (fresh(waiting).title, fresh(waiting).workflow_in_progress) == ("ชื่อเดิม", True)


def test_delegates_entered_during_the_review_survive_the_approval(desk, waiting):
    delegate = DelegateFactory(event=waiting)
    decide(desk, waiting, "approve")
    delegate.refresh_from_db()
    assert delegate.is_live
