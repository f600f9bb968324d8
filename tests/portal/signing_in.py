"""What a person does to sign in: reads a code out of a mail, a message or an app."""

import re
import time

from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth


def digits_in(text: str) -> str:
    found = re.search(r"\b\d{6}\b", text)
    assert found, text
    return found.group()


def code_in(mail) -> str:
    return digits_in(mail.body)


def app_code(secret: str) -> str:
    """What an authenticator app with that secret shows now."""
    value = auth.hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD)
    return auth.format_hotp_value(value)
