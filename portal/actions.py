"""What people do with their own account."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from portal.models import User


def change_details(user: User, *, by: User, title: str, name: str, phone: str, language: str) -> User:
    """Keeps how a person is called and reached; the CMS follows their language."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        user.title, user.name, user.phone, user.language = title, name, phone, language
        user.save()
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
        log(instance=user, action="wagtail.edit", user=by)
    return user
