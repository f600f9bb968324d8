"""What signing in leaves behind goes, and nobody's account with it."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log

from portal.leftovers import abandoned_sign_ups, forget_sign_up
from portal.models import User
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def days_ago(days: float):
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def began():
    """Typed a phone number a month ago, and never the code."""
    return UserFactory(email=None, name="", sign_in_phone="+66812345678", joined_at=days_ago(30))


def test_a_sign_up_by_phone_that_was_never_confirmed_goes(began):
    call_command("run_daily_steps", "--dry-run")
    assert User.objects.filter(pk=began.pk).exists()
    call_command("run_daily_steps")
    assert not User.objects.filter(pk=began.pk).exists()


def test_a_sign_up_by_mail_that_was_never_confirmed_goes(db):
    user = UserFactory(joined_at=days_ago(30))
    EmailAddress.objects.create(user=user, email=user.email, verified=False, primary=True)
    assert forget_sign_up(user)
    assert not EmailAddress.objects.exists()
    assert not forget_sign_up(user)


def confirm_phone(user):
    user.sign_in_phone_verified = True


def came_in(user):
    user.last_login = days_ago(20)


def this_week(user):
    user.joined_at = days_ago(6)


def made_by_the_secretariat(user):
    user.sign_in_phone, user.email = "", "invited@example.org"


def rules_everything(user):
    user.is_superuser = True


@pytest.mark.parametrize("change", [confirm_phone, came_in, this_week, made_by_the_secretariat, rules_everything])
def test_these_people_stay(began, change):
    change(began)
    began.save()
    assert abandoned_sign_ups() == []
    assert not forget_sign_up(began)


def has_a_confirmed_address(user):
    EmailAddress.objects.create(user=user, email="a@example.org", verified=True)


def has_a_group(user):
    user.groups.add(Group.objects.create(name="sample"))


def signs_in_with_line(user):
    SocialAccount.objects.create(user=user, provider="line", uid="U1")


def did_something(user):
    log(instance=user, action="wagtail.edit", user=user)


@pytest.mark.parametrize("act", [has_a_confirmed_address, has_a_group, signs_in_with_line, did_something])
def test_whoever_has_anything_here_stays(began, act):
    act(began)
    assert abandoned_sign_ups() == []


def test_expired_sessions_go_and_open_ones_stay(db):
    for key, expires in (("old", days_ago(1)), ("open", days_ago(-1))):
        Session.objects.create(session_key=key, session_data="", expire_date=expires)
    call_command("run_daily_steps")
    assert [session.session_key for session in Session.objects.all()] == ["open"]


def test_notes_of_tasks_that_are_over_go_after_a_fortnight(db):
    for status, finished in (("SUCCESSFUL", 15), ("FAILED", 15), ("SUCCESSFUL", 13), ("READY", None)):
        DBTaskResult.objects.create(
            status=status,
            args_kwargs={"args": [], "kwargs": {}},
            task_path="portal.mail.delivery.deliver",
            backend_name="default",
            exception_class_path="",
            traceback="",
            run_after=timezone.now(),
            finished_at=finished and days_ago(finished),
        )
    call_command("run_daily_steps")
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]
