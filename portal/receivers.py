"""What follows from Django's signals."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.users.models import UserProfile

from portal.accounts import factors
from portal.models import User


@receiver(post_save, sender=User, dispatch_uid="portal.cms_language")
def set_cms_language(sender, instance: User, created: bool, raw: bool = False, **kwargs) -> None:
    """The CMS speaks a new person's language; later they choose in the CMS themselves."""
    # `raw`: a fixture brings its own profile.
    if created and not raw:
        UserProfile.objects.get_or_create(user=instance, defaults={"preferred_language": instance.language})


@receiver(authenticator_added, dispatch_uid="portal.factor_added")
def keep_new_factor(sender, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs) -> None:
    """Setting a factor up proves it; to ask for it once more would only puzzle."""
    factors.remember(request, user, authenticator)


@receiver(authenticator_removed, dispatch_uid="portal.factor_removed")
def forget_removed_factor(sender, request: HttpRequest, authenticator: Authenticator, **kwargs) -> None:
    factors.forget(request, authenticator)
