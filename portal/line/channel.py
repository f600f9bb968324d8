"""The portal's own channel at LINE."""

from django.conf import settings


def is_open() -> bool:
    """Whether people can sign in with LINE here."""
    return bool(settings.SOCIALACCOUNT_PROVIDERS["line"]["APPS"])
