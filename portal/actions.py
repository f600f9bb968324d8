"""What people do with their own account."""

from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import Model
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from portal.accounts.ways import is_last_way
from portal.exceptions import LastWayInError
from portal.models import User


def change_details(user: User, *, by: User, title: str, name: str, phone: str, language: str) -> User:
    """Keeps how a person is called and reached; the CMS follows their language."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        user.title, user.name, user.phone, user.language = title, name, phone, language
        user.save()
        # Wagtail keeps the language of its own interface on another row.
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        log(instance=user, action="wagtail.edit", user=by)
    return user


def take_off_phone(user: User, *, by: User) -> None:
    """No code to a phone opens the account any more; harmless when none does.

    Raises:
        LastWayInError: nothing else opens the account.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if not user.sign_in_phone:
            return
        if is_last_way(user.sign_in_phone, user):
            raise LastWayInError
        user.sign_in_phone, user.sign_in_phone_verified = "", False
        user.save(update_fields=["sign_in_phone", "sign_in_phone_verified"])
        log(instance=user, action="wagtail.edit", user=by)


def take_off_line(user: User, *, by: User) -> None:
    """Cuts the account from LINE; harmless when it is cut already.

    Raises:
        LastWayInError: nothing else opens the account.
    """
    with transaction.atomic():
        # Two ways taken off at once must not each count on the other.
        user = User.objects.select_for_update().get(pk=user.pk)
        for account in SocialAccount.objects.filter(user=user, provider="line"):
            if is_last_way(account, user):
                raise LastWayInError
            account.delete()
            log(instance=user, action="wagtail.edit", user=by)


def log_export(model: type[Model], *, by: User, rows: int, chosen: Mapping[str, Any]) -> None:
    """Write down that a list left the portal: which one, how many rows, and what they were chosen by."""
    data = {"model": model._meta.label_lower, "rows": rows, "chosen": dict(chosen)}
    # On the person, not on the list: a list has no row of its own to keep an entry with.
    log(instance=by, action="portal.list.export", user=by, data=data)
