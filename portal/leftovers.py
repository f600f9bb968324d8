"""What signing in leaves behind, and the day on which nobody needs it any more."""

from collections.abc import Iterator
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import ForeignObjectRel, Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from portal.models import User
from portal.steps import DailyStep

# A code is good for minutes; whoever asks the council for help with it does so within days.
SIGN_UP_DAYS = 14
TASK_DAYS = 14
# These come with every account and say nothing of its person.
OF_EVERYONE = (EmailAddress, UserProfile)


def spent_sessions() -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lt=timezone.now())


def spent_task_results() -> QuerySet[DBTaskResult]:
    """What the worker wrote down of tasks that are over; production alone has any."""
    return DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - timedelta(days=TASK_DAYS))


def abandoned_sign_ups() -> list[User]:
    """People who began to sign up, never confirmed their phone or address, and left nothing else behind."""
    never_came_in = User.objects.filter(
        joined_at__lt=timezone.now() - timedelta(days=SIGN_UP_DAYS), last_login=None, is_superuser=False, groups=None
    )
    # Without a way in that waits to be confirmed the account was made by somebody else, for somebody.
    unconfirmed = Q(sign_in_phone__gt="") | Q(pk__in=EmailAddress.objects.filter(verified=False).values("user"))
    confirmed = Q(sign_in_phone_verified=True) | Q(pk__in=EmailAddress.objects.filter(verified=True).values("user"))
    found = never_came_in.filter(unconfirmed).exclude(confirmed)
    return [user for user in found if not any(_others_of(user))]


def forget_sign_up(user: User) -> bool:
    """Delete the account, unless its person came in meanwhile."""
    with transaction.atomic():
        if not User.objects.select_for_update().filter(pk=user.pk).exists():
            return False
        present = next((row for row in abandoned_sign_ups() if row.pk == user.pk), None)
        if present:
            present.delete()
    return present is not None


def forget_row(row: Model) -> bool:
    return row.delete()[0] > 0


def _others_of(user: User) -> Iterator[bool]:
    """For every kind of row that may point to a person: is there one?"""
    # Hidden ones too: what a log or a timeline says of somebody is reached from there only.
    for relation in User._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and relation.related_model not in OF_EVERYONE:
            rows = relation.related_model._base_manager.filter(**{relation.field.name: user})
            yield rows.exists()


STEPS = [
    DailyStep(10, _("Expired sessions deleted"), spent_sessions, forget_row),
    DailyStep(11, _("Sign-ups that were never confirmed deleted"), abandoned_sign_ups, forget_sign_up),
    DailyStep(12, _("Notes of finished tasks deleted"), spent_task_results, forget_row),
]
