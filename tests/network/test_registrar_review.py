"""The registrar decides in the CMS, through its real views; what goes public is exactly what was read."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import WorkflowState

from network.actions import send_profile, withdraw_profile
from network.enums import EntryStatus, ProfileStage, RepresentativeStatus
from network.models import Organization, RegisterEntry, Representative
from network.models.profile import profile_state
from tests.factories.network import IssueFactory, OrganizationFactory, ProvinceFactory
from tests.network.conftest import bound_form, picture


def fresh(organization):
    return Organization.objects.get(pk=organization.pk)


def cms(name, *args):
    return reverse(f"wagtailsnippets_network_organization:{name}", args=args)


def decide(client, organization, action, task_state=None, comment=""):
    """Press the button in the modal, as Wagtail's dashboard and review pages do."""
    task_state = task_state or fresh(organization).current_workflow_task_state
    return client.post(
        cms("workflow_action", organization.pk, action, task_state.pk), {"comment": comment}, follow=True
    )


def opened_form(client, organization):
    """What the browser would post from the edit page as it stands now."""
    page = client.get(cms("edit", organization.pk))
    assert page.status_code == 200
    form = page.context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        if bound.name == "issues":
            data["issues"] = [str(getattr(issue, "pk", issue)) for issue in value or []]
        elif bound.name not in ("logo", "go_live_at", "expire_at"):
            data[bound.html_name] = "" if value is None else str(bound.field.prepare_value(value))
    latest = fresh(organization).latest_revision
    if latest:
        data["loaded_revision_id"] = str(latest.pk)
        data["loaded_revision_created_at"] = latest.created_at.isoformat()
    return data


def press(client, organization, data, action):
    names = {"approve": {"action-workflow-action": "1", "workflow-action-name": "approve"}}
    return client.post(
        cms("edit", organization.pk), {**data, **names.get(action, {f"action-{action}": "1"})}, follow=True
    )


@pytest.fixture
def waiting(organization, rep):
    """A new English name waits for approval."""
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Reviewed"))
    return organization


@pytest.fixture
def desk(client, registrar):
    client.force_login(registrar)
    return client


def test_approving_publishes_the_version(desk, waiting):
    decide(desk, waiting, "approve")
    assert fresh(waiting).name_en == "Reviewed"
    assert profile_state(fresh(waiting)).stage == ProfileStage.PUBLISHED


def test_returning_keeps_the_public_page_and_the_comment_reaches_the_representative(desk, client, waiting, rep):
    decide(desk, waiting, "reject", comment="โปรดเติมชื่ออำเภอ")
    assert fresh(waiting).name_en == "Sample Old Name"
    state = profile_state(fresh(waiting))
    assert (state.stage, state.comment) == (ProfileStage.RETURNED, "โปรดเติมชื่ออำเภอ")
    client.force_login(rep)
    for name in ("organization", "profile"):
        assert "โปรดเติมชื่ออำเภอ" in client.get(reverse(f"network_account:{name}", args=[waiting.pk])).text


def test_a_returned_profile_is_changed_sent_again_and_approved(desk, waiting, rep):
    decide(desk, waiting, "reject", comment="No")
    send_profile(waiting, by=rep, form=bound_form(waiting, name_en="Better"))
    assert WorkflowState.objects.count() == 1
    decide(desk, waiting, "approve")
    assert fresh(waiting).name_en == "Better"


def test_approval_of_a_replaced_version_publishes_neither(desk, waiting, rep):
    read = fresh(waiting).current_workflow_task_state
    send_profile(waiting, by=rep, form=bound_form(waiting, name_en="Newer"))
    response = decide(desk, waiting, "approve", read)
    assert "newer version" in response.text or "ฉบับใหม่" in response.text
    assert fresh(waiting).name_en == "Sample Old Name"
    assert profile_state(fresh(waiting)).stage == ProfileStage.WAITING


def test_approval_after_somebody_saved_another_draft_publishes_neither(desk, waiting, registrar):
    read = fresh(waiting).current_workflow_task_state
    draft = fresh(waiting).get_latest_revision_as_object()
    draft.name_en = "An editor's draft"
    draft.save_revision(user=registrar)
    decide(desk, waiting, "approve", read)
    assert fresh(waiting).name_en == "Sample Old Name"
    assert fresh(waiting).workflow_in_progress


def test_a_reviewed_revision_that_was_overwritten_in_place_is_not_published(desk, waiting, rep):
    read = fresh(waiting).current_workflow_task_state
    draft = fresh(waiting).get_latest_revision_as_object()
    draft.name_en = "Overwritten"
    draft.save_revision(user=rep, overwrite_revision=fresh(waiting).latest_revision)
    decide(desk, waiting, "approve", read)
    assert fresh(waiting).name_en == "Sample Old Name"


def test_a_withdrawn_version_cannot_be_approved(desk, waiting, rep):
    read = fresh(waiting).current_workflow_task_state
    withdraw_profile(waiting, by=rep)
    assert decide(desk, waiting, "approve", read).status_code == 200
    assert fresh(waiting).name_en == "Sample Old Name"


def test_the_open_form_approves_what_it_shows(desk, waiting):
    press(desk, waiting, opened_form(desk, waiting), "approve")
    assert fresh(waiting).name_en == "Reviewed"
    task = WorkflowState.objects.get().task_states.get()
    assert task.revision.as_object().name_en == "Reviewed"
    assert task.revision == fresh(waiting).live_revision


def test_the_registrar_may_mend_a_word_while_approving(desk, waiting):
    press(desk, waiting, opened_form(desk, waiting) | {"name_en": "Reviewed and mended"}, "approve")
    assert fresh(waiting).name_en == "Reviewed and mended"


@pytest.mark.parametrize("action", ["approve", "save"])
def test_a_form_opened_before_a_replacement_saves_and_approves_nothing(desk, waiting, rep, action):
    data = opened_form(desk, waiting)
    send_profile(waiting, by=rep, form=bound_form(waiting, name_en="Newer"))
    press(desk, waiting, data, action)
    assert fresh(waiting).name_en == "Sample Old Name"
    assert fresh(waiting).get_latest_revision_as_object().name_en == "Newer"


def test_a_form_that_does_not_say_what_it_showed_decides_nothing(desk, waiting):
    data = opened_form(desk, waiting)
    del data["loaded_revision_id"]
    press(desk, waiting, data, "approve")
    assert fresh(waiting).name_en == "Sample Old Name"


def test_nothing_is_published_past_a_running_workflow(desk, waiting):
    assert 'name="action-publish"' not in desk.get(cms("edit", waiting.pk)).text
    press(desk, waiting, opened_form(desk, waiting), "publish")
    assert fresh(waiting).name_en == "Sample Old Name"


def test_without_a_workflow_the_registrar_publishes(desk, organization):
    press(desk, organization, opened_form(desk, organization) | {"name_en": "By the registrar"}, "publish")
    assert fresh(organization).name_en == "By the registrar"


def test_a_task_of_another_organization_is_not_found(desk, waiting, rep):
    other = OrganizationFactory()
    task = fresh(waiting).current_workflow_task_state
    assert decide(desk, other, "approve", task).status_code == 404 or not fresh(other).workflow_in_progress
    Representative.objects.create(user=rep, organization=other, status=RepresentativeStatus.ACTIVE)
    send_profile(other, by=rep, form=bound_form(other, name_en="Other"))
    assert decide(desk, other, "approve", task).status_code == 404
    assert fresh(waiting).workflow_in_progress


def test_an_approver_without_the_publish_permission_changes_nothing(desk, waiting, registrar):
    registrar.groups.get().permissions.remove(Permission.objects.get(codename="publish_organization"))
    decide(desk, waiting, "approve")
    assert fresh(waiting).name_en == "Sample Old Name"
    assert fresh(waiting).workflow_in_progress


def test_what_is_not_editorial_survives_the_approval(desk, waiting, rep):
    bangkok = ProvinceFactory(code="TH-10", name="กรุงเทพมหานคร", name_en="Bangkok")
    RegisterEntry.objects.filter(organization=waiting).update(
        province=bangkok, status=EntryStatus.HIDDEN, verified_on="2026-01-02"
    )
    Representative.objects.filter(user=rep).update(status=RepresentativeStatus.ENDED)
    decide(desk, waiting, "approve")
    entry = fresh(waiting).entry
    assert (entry.province_id, entry.status, str(entry.verified_on)) == ("TH-10", EntryStatus.HIDDEN, "2026-01-02")
    assert Representative.objects.get(user=rep).status == RepresentativeStatus.ENDED


def test_chosen_issues_go_public_with_the_approval_and_not_before(desk, organization, rep):
    issue = IssueFactory()
    send_profile(organization, by=rep, form=bound_form(organization, issues=[issue.pk]))
    assert list(fresh(organization).issues.all()) == []
    decide(desk, organization, "approve")
    assert list(fresh(organization).issues.all()) == [issue]


def test_a_new_logo_goes_public_with_the_approval(desk, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, {"logo": picture()}))
    assert fresh(organization).logo.name == ""
    decide(desk, organization, "approve")
    assert fresh(organization).logo.name.endswith(".webp")


def test_an_outdated_click_on_approve_after_the_decision_is_harmless(desk, waiting):
    read = fresh(waiting).current_workflow_task_state
    decide(desk, waiting, "approve", read)
    assert decide(desk, waiting, "approve", read).status_code == 200
    assert fresh(waiting).name_en == "Reviewed"
