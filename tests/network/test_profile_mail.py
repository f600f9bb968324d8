"""Who is told what by mail, in which language, and only after the commit."""

import pytest
from django.core import mail
from wagtail.models import WorkflowState

from network import cms_mail
from network.actions import send_profile
from network.models import Organization
from portal.models import Identity
from tests.network.conftest import bound_form


@pytest.fixture
def council(db):
    identity = Identity.load()
    identity.phone, identity.email = "02 000 0000", "council@example.org"
    identity.save()


def task_of(organization):
    return Organization.objects.get(pk=organization.pk).current_workflow_task_state


@pytest.fixture
def sent(organization, rep, registrar, council):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Mailed & done"))
    return organization


def test_the_registrars_are_told_that_a_profile_waits(
    organization, rep, registrar, council, django_capture_on_commit_callbacks
):
    form = bound_form(organization, name_en="Mailed")
    with django_capture_on_commit_callbacks(execute=True):
        send_profile(organization, by=rep, form=form)
        assert mail.outbox == []
    (message,) = mail.outbox
    assert message.to == [registrar.email]
    assert f"/admin/snippets/network/organization/edit/{organization.pk}/" in message.body


@pytest.mark.parametrize(
    ("language", "subject", "why"),
    [
        ("th", "ข้อมูลของ ตัวอย่าง สมาคมเดิม ได้รับอนุมัติแล้ว", "ท่านได้รับอีเมลนี้เพราะ"),
        ("en", "The profile of Mailed & done is approved", "You get this mail because"),
    ],
)
def test_after_approval_every_keeper_is_told_in_the_own_language(
    sent, rep, colleague, delegate_maker, registrar, language, subject, why, django_capture_on_commit_callbacks
):
    rep.language = colleague.language = language
    rep.save()
    colleague.save()
    with django_capture_on_commit_callbacks(execute=True):
        task_of(sent).approve(user=registrar)
    assert {m.to[0] for m in mail.outbox} == {rep.email, colleague.email}
    for message in mail.outbox:
        assert message.subject == subject
        html = message.alternatives[0].content
        assert f'lang="{language}"' in html
        for text in (message.body, html):
            assert why in text
            assert "02 000 0000" in text
            prefix = "/en" if language == "en" else ""
            assert f"127.0.0.1:8000{prefix}/account/organizations/{sent.pk}/" in text


def test_a_returned_profile_comes_with_the_comment_and_no_markup_of_it(
    sent, rep, registrar, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        task_of(sent).reject(user=registrar, comment="<b>เติมที่อยู่</b>")
    (message,) = mail.outbox
    assert "<b>เติมที่อยู่</b>" in message.body
    assert "&lt;b&gt;เติมที่อยู่" in message.alternatives[0].content


def test_who_has_no_address_or_no_account_is_left_out(
    sent, rep, colleague, registrar, django_capture_on_commit_callbacks
):
    rep.email = None
    rep.save()
    colleague.is_active = False
    colleague.save()
    with django_capture_on_commit_callbacks(execute=True):
        task_of(sent).approve(user=registrar)
    assert mail.outbox == []


def test_wagtail_itself_sends_nothing_about_organizations(sent, registrar):
    """Its mails would leave inside the transaction; none did while the profile was sent and returned."""
    task_of(sent).reject(user=registrar, comment="No")
    assert mail.outbox == []


def test_for_everything_else_wagtail_still_decides_itself():
    class SomethingElse:
        content_object = object()

    for _signal, _sender, receiver, _uid in cms_mail.RECEIVERS:
        assert not receiver.can_handle(SomethingElse())
    state = WorkflowState()
    state._state.fields_cache["content_object"] = None
    assert cms_mail.Approved().can_handle(state)


def test_ours_stand_under_wagtails_names_so_that_wagtails_own_stay_out():
    for signal, _sender, _receiver, uid in cms_mail.RECEIVERS:
        assert len([key for key, *_rest in signal.receivers if key[0] == uid]) == 1
