"""Short messages to phones, through whatever SMS_URL names.

They are sent at once, not through the task queue: a code is wanted now, a failure has to be said on the
screen, and codes are better not kept in the queue's table.
"""

from django.conf import settings
from django.utils.module_loading import import_string

from portal.sms.errors import SmsError

__all__ = ["SmsError", "is_open", "send"]


def is_open() -> bool:
    """Whether messages can be sent here."""
    return bool(settings.SMS)


def send(number: str, text: str) -> None:
    """Sends `text` to `number` (E.164, "+66812345678").

    Raises:
        SmsError: nothing was sent.
    """
    if not settings.SMS:
        raise SmsError("SMS_URL is not set")
    import_string(settings.SMS["BACKEND"])(**settings.SMS["OPTIONS"]).send(number, text)
