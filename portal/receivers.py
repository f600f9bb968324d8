"""What follows from Django's signals."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from portal.models import User


@receiver(post_save, sender=User, dispatch_uid="portal.cms_language")
def set_cms_language(sender, instance: User, created: bool, raw: bool = False, **kwargs) -> None:
    """The CMS speaks a new person's language; later they choose in the CMS themselves."""
    if created and not raw:
        UserProfile.objects.get_or_create(user=instance, defaults={"preferred_language": instance.language})
