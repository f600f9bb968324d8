"""An editor approves a page: what goes public is what was read, as with organizations and events."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from home import setup
from home.enums import AUTHORS, EDITORS
from home.models import StandardPage
from tests.factories.home import StandardPageFactory
from tests.factories.portal import UserFactory

# Wagtail's mails of the workflow ask Django for a connection the old way.
pytestmark = pytest.mark.filterwarnings("ignore:get_connection:django.utils.deprecation.RemovedInDjango2028Warning")


def member_of(name):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=name))
    return user


@pytest.fixture
def groups(homes):
    setup.make_groups()


@pytest.fixture
def author(groups):
    return member_of(AUTHORS)


@pytest.fixture
def desk(client, groups):
    client.force_login(member_of(EDITORS))
    return client


def waiting_page(home, author, **fields):
    page = StandardPageFactory(parent=home, intro="ฉบับเดิม")
    page.intro = "ฉบับที่อ่าน"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return fresh(page)


@pytest.fixture
def waiting(home, author):
    """A page whose new introduction waits for an editor."""
    return waiting_page(home, author)


def fresh(page):
    return StandardPage.objects.get(pk=page.pk)


def decide(client, page, action="approve", task_state=None, **headers):
    task_state = task_state or page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task_state.pk])
    return client.post(address, {"comment": "โปรดแก้"}, follow=not headers, headers=headers)


def test_approving_publishes_the_version(desk, waiting):
    decide(desk, waiting)
    assert fresh(waiting).intro == "ฉบับที่อ่าน"


def test_returning_leaves_the_public_page_and_keeps_the_comment(desk, waiting):
    decide(desk, waiting, "reject")
    assert fresh(waiting).intro == "ฉบับเดิม"
    assert TaskState.objects.get().comment == "โปรดแก้"


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_a_draft_that_somebody_saved_meanwhile_stops_the_decision(desk, waiting, action):
    waiting.intro = "ฉบับที่ไม่มีใครอ่าน"
    waiting.save_revision(user=UserFactory())
    response = decide(desk, waiting, action)
    assert "ฉบับใหม่" in response.text
    assert fresh(waiting).intro == "ฉบับเดิม"
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_the_dialog_hears_of_it_as_a_dialog(desk, waiting):
    waiting.save_revision(user=UserFactory())
    response = decide(desk, waiting, **{"x-requested-with": "XMLHttpRequest"})
    assert response.json()["step"] == "success"
    assert fresh(waiting).intro == "ฉบับเดิม"


def test_a_withdrawn_page_is_not_approved(desk, waiting, author):
    task_state = waiting.current_workflow_task_state
    waiting.current_workflow_state.cancel(user=author)
    decide(desk, waiting, task_state=task_state)
    assert fresh(waiting).intro == "ฉบับเดิม"


def test_a_decision_goes_through_the_pages_own_row(desk, home, author, waiting):
    other = waiting_page(home, author)
    response = decide(desk, waiting, task_state=other.current_workflow_task_state)
    assert response.status_code == 404
    assert (fresh(waiting).intro, fresh(other).intro) == ("ฉบับเดิม", "ฉบับเดิม")


def test_an_author_approves_nothing(client, waiting, author):
    client.force_login(author)
    decide(client, waiting)
    assert fresh(waiting).intro == "ฉบับเดิม"


def test_a_stranger_is_asked_to_sign_in(client, waiting):
    response = decide(client, waiting, **{"x-nothing": "1"})
    assert response.status_code == 302
    assert reverse("account_login") in response.url
    assert fresh(waiting).intro == "ฉบับเดิม"


def test_approving_from_the_open_form_publishes_the_form(desk, waiting):
    """Wagtail saves the form first, so the editor publishes what is on the screen, whatever was saved meanwhile."""
    page = desk.get(reverse("wagtailadmin_pages:edit", args=[waiting.pk]))
    assert "ฉบับที่อ่าน" in page.text
    waiting.intro = "ฉบับที่ไม่มีใครอ่าน"
    waiting.save_revision(user=UserFactory())
    form = {
        "title": waiting.title,
        "slug": waiting.slug,
        "intro": "ฉบับที่อ่าน",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-workflow-action": "1",
        "workflow-action-name": "approve",
    }
    desk.post(reverse("wagtailadmin_pages:edit", args=[waiting.pk]), form)
    assert fresh(waiting).intro == "ฉบับที่อ่าน"
