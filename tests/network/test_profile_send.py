"""Sending, replacing and withdrawing a profile, as actions."""

import pytest
from wagtail.log_actions import registry
from wagtail.models import WorkflowState

from network.actions import drop_changes, send_profile, withdraw_profile
from network.enums import ProfileStage
from network.exceptions import (
    EditNotAllowed,
    NothingChanged,
    NotWaiting,
    NoWorkflow,
    ProfileLocked,
    SomebodyWasFaster,
    StillWaiting,
)
from network.models import Organization
from network.models.profile import changes, profile_state
from tests.factories.network import IssueFactory
from tests.network.conftest import bound_form, picture


def fresh(organization):
    return Organization.objects.get(pk=organization.pk)


def logged(organization):
    return list(registry.get_logs_for_instance(organization).order_by("pk").values_list("action", flat=True))


def test_sending_makes_a_revision_that_waits_while_the_public_row_stays(organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name="ตัวอย่าง ชื่อใหม่"))
    now = fresh(organization)
    assert now.name == "ตัวอย่าง สมาคมเดิม"
    assert now.get_latest_revision_as_object().name == "ตัวอย่าง ชื่อใหม่"
    state = profile_state(now)
    assert (state.stage, state.by) == (ProfileStage.WAITING, rep)
    assert "network.profile.send" in logged(organization)


def test_issues_stay_as_approved_while_a_new_choice_waits(organization, rep):
    issue = IssueFactory()
    send_profile(organization, by=rep, form=bound_form(organization, issues=[issue.pk]))
    assert list(fresh(organization).issues.all()) == []
    assert list(fresh(organization).get_latest_revision_as_object().issues.all()) == [issue]


def test_nothing_changed_makes_no_empty_revision(organization, rep):
    with pytest.raises(NothingChanged):
        send_profile(organization, by=rep, form=bound_form(organization))
    assert fresh(organization).revisions.count() == 0
    assert not WorkflowState.objects.exists()


def test_the_same_sent_twice_is_one_revision_and_one_workflow(organization, rep):
    first, second = (bound_form(organization, name_en="Twice") for _ in range(2))
    send_profile(organization, by=rep, form=first)
    with pytest.raises(NothingChanged):
        send_profile(organization, by=rep, form=second)
    assert fresh(organization).revisions.count() == 1
    assert WorkflowState.objects.count() == 1


def test_the_same_logo_sent_twice_is_one_revision(organization, rep):
    first = bound_form(organization, {"logo": picture()})
    second = bound_form(organization, {"logo": picture()})
    send_profile(organization, by=rep, form=first)
    with pytest.raises(NothingChanged):
        send_profile(organization, by=rep, form=second)


def test_a_newer_version_replaces_the_waiting_one(organization, rep, colleague):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="First"))
    send_profile(organization, by=colleague, form=bound_form(organization, name_en="Second"))
    assert [s.status for s in WorkflowState.objects.order_by("pk")] == ["cancelled", "in_progress"]
    task = fresh(organization).current_workflow_task_state
    assert task.revision.as_object().name_en == "Second"
    assert "network.profile.replace" in logged(organization)


def test_two_who_save_at_once_do_not_overwrite_each_other(organization, rep, colleague):
    mine = bound_form(organization, name_en="Mine")
    theirs = bound_form(organization, phone="032 400 111")
    send_profile(organization, by=rep, form=mine)
    with pytest.raises(SomebodyWasFaster):
        send_profile(organization, by=colleague, form=theirs)
    draft = fresh(organization).get_latest_revision_as_object()
    assert (draft.name_en, draft.phone) == ("Mine", "+6632400000")


def test_one_who_names_only_the_delegate_may_not_send(organization, delegate_maker):
    form = bound_form(organization, name_en="No")
    with pytest.raises(EditNotAllowed):
        send_profile(organization, by=delegate_maker, form=form)
    assert fresh(organization).revisions.count() == 0


def test_a_profile_locked_by_the_secretariat_is_not_sent(organization, rep, registrar):
    Organization.objects.filter(pk=organization.pk).update(locked=True, locked_by=registrar)
    with pytest.raises(ProfileLocked):
        send_profile(organization, by=rep, form=bound_form(organization, name_en="No"))


def test_without_a_workflow_nothing_is_written(organization, rep, monkeypatch):
    from wagtail.models import WorkflowContentType

    WorkflowContentType.objects.all().delete()
    with pytest.raises(NoWorkflow):
        send_profile(organization, by=rep, form=bound_form(organization, name_en="No"))
    assert fresh(organization).revisions.count() == 0


def test_withdrawing_keeps_the_text_as_a_draft_that_can_be_sent_again(organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Draft"))
    withdraw_profile(organization, by=rep)
    assert profile_state(fresh(organization)).stage == ProfileStage.UNSENT
    assert fresh(organization).get_latest_revision_as_object().name_en == "Draft"
    assert "network.profile.withdraw" in logged(organization)
    send_profile(organization, by=rep, form=bound_form(organization))
    assert profile_state(fresh(organization)).stage == ProfileStage.WAITING
    assert fresh(organization).revisions.count() == 1


def test_what_does_not_wait_cannot_be_withdrawn(organization, rep):
    with pytest.raises(NotWaiting):
        withdraw_profile(organization, by=rep)


def test_a_draft_is_compared_with_the_public_row_in_words(organization, rep):
    form = bound_form(organization, year_started="๒๕๓๒", phone="", name_en="New")
    send_profile(organization, by=rep, form=form)
    now = fresh(organization)
    found = changes(now, now.get_latest_revision_as_object())
    assert [(c.field, c.old, c.new) for c in found] == [
        ("name_en", "Sample Old Name", "New"),
        ("year_started", "", "2532"),
        ("phone", "032 400 000", ""),
    ]


def test_an_unpublished_organization_says_so(organization):
    Organization.objects.filter(pk=organization.pk).update(live=False)
    assert profile_state(fresh(organization)).stage == ProfileStage.EMPTY


def test_dropping_a_draft_goes_back_to_the_public_version(organization, rep):
    issue = IssueFactory()
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Draft", issues=[issue.pk]))
    withdraw_profile(organization, by=rep)
    drop_changes(organization, by=rep)
    now = fresh(organization)
    assert profile_state(now).stage == ProfileStage.PUBLISHED
    assert changes(now, now.get_latest_revision_as_object()) == []
    assert [r.as_object().name_en for r in now.revisions.order_by("pk")] == ["Draft", "Sample Old Name"]
    assert logged(organization)[-1] == "network.profile.discard"


def test_dropping_twice_leaves_one_entry(organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Draft"))
    withdraw_profile(organization, by=rep)
    for _click in range(2):
        drop_changes(organization, by=rep)
    assert logged(organization).count("network.profile.discard") == 1


def test_dropping_a_returned_version_ends_its_workflow(organization, rep, registrar):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Returned"))
    fresh(organization).current_workflow_task_state.reject(user=registrar, comment="Why?")
    drop_changes(organization, by=rep)
    assert profile_state(fresh(organization)).stage == ProfileStage.PUBLISHED
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Better"))
    assert profile_state(fresh(organization)).stage == ProfileStage.WAITING


def test_what_the_registrar_has_is_not_dropped(organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Waits"))
    with pytest.raises(StillWaiting):
        drop_changes(organization, by=rep)
    assert fresh(organization).get_latest_revision_as_object().name_en == "Waits"


def test_one_who_names_only_the_delegate_drops_nothing(organization, rep, delegate_maker):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Draft"))
    withdraw_profile(organization, by=rep)
    with pytest.raises(EditNotAllowed):
        drop_changes(organization, by=delegate_maker)
    assert profile_state(fresh(organization)).stage == ProfileStage.UNSENT


def test_a_form_opened_before_the_drop_does_not_bring_the_draft_back(organization, rep, colleague):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Draft"))
    withdraw_profile(organization, by=rep)
    opened = bound_form(organization, phone="032 400 111")
    drop_changes(organization, by=rep)
    with pytest.raises(SomebodyWasFaster):
        send_profile(organization, by=colleague, form=opened)
