"""Invitations that came to nothing are deleted after a time, and the name with them."""

from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import registry

from network import daily
from network.actions import Invited, accept_invitation, invite
from network.actions.people.managing import forget_invitation
from network.enums import InvitationStatus, RepresentativeRole
from network.models import Invitation, MembershipSettings
from portal.daily import run_step
from tests.factories.holding import InvitationFactory
from tests.network.people.conftest import ADDRESS, NAME

pytestmark = pytest.mark.django_db
R = RepresentativeRole
[STEP] = [step for step in daily.STEPS if step.due is daily.fruitless_invitations]


def days_ago(days) -> datetime:
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def kept_days(db):
    return MembershipSettings.load().keep_declined_days


@pytest.mark.parametrize("status", [InvitationStatus.DECLINED, InvitationStatus.WITHDRAWN])
def test_a_declined_or_withdrawn_one_is_kept_for_its_days(kept_days, status):
    invitation = InvitationFactory(status=status, answered_at=days_ago(kept_days - 1))
    assert run_step(STEP).done == 0
    Invitation.objects.update(answered_at=days_ago(kept_days + 1))
    assert run_step(STEP).done == 1
    assert not Invitation.objects.filter(pk=invitation.pk).exists()


def test_one_that_nobody_answered_is_kept_as_long_after_its_last_day(kept_days):
    today = timezone.localdate()
    InvitationFactory(valid_until=today - timedelta(days=kept_days))
    assert run_step(STEP).done == 0
    Invitation.objects.update(valid_until=today - timedelta(days=kept_days + 1))
    assert run_step(STEP).done == 1


def test_accepted_ones_stay_as_history(kept_days):
    old = {"answered_at": days_ago(3000), "valid_until": timezone.localdate() - timedelta(days=3000)}
    accepted = InvitationFactory(status=InvitationStatus.ACCEPTED, **old)
    assert run_step(STEP).done == 0
    forget_invitation(accepted)
    assert Invitation.objects.get() == accepted


def test_its_letter_and_the_name_in_the_history_go_too(
    organization, rep, somsri, kept_days, private_files, django_capture_on_commit_callbacks
):
    letter = ContentFile(b"%PDF-1", name="a.pdf")
    invitation = invite(organization, by=rep, role=R.EDITOR, whom=Invited(NAME, ADDRESS, letter=letter))
    other = invite(organization, by=rep, role=R.EDITOR, whom=Invited("ตัวอย่าง อีกคน"))
    with django_capture_on_commit_callbacks(execute=True):
        forget_invitation(invitation)
        forget_invitation(invitation)
    assert not list(private_files.rglob("*.pdf"))
    told = [str(entry.message) for entry in registry.get_logs_for_instance(organization)]
    assert not any(NAME in words for words in told)
    assert any("ตัวอย่าง อีกคน" in words for words in told)
    accept_invitation(other, by=somsri)


def test_the_command_counts_them(kept_days, capsys):
    InvitationFactory.create_batch(2, status=InvitationStatus.DECLINED, answered_at=days_ago(kept_days + 1))
    call_command("run_daily_steps")
    assert f"{STEP.name}: 2" in capsys.readouterr().out
    assert run_step(STEP).done == 0
