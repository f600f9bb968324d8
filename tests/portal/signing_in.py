"""What a person does to sign in: reads a code out of a mail, a message or an app."""

import os
import re
import subprocess
import sys
import time

from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth

from tests.databases import ROOT


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


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def settings_with(code: str = "import portal.settings", **environment: str) -> subprocess.CompletedProcess:
    """Runs `code` under production's settings with these variables besides."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PORTAL_VAR") if name in os.environ}
    needed = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "portal.example.org",
        "BASE_URL": "https://portal.example.org",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "DEFAULT_FROM_EMAIL": "portal@example.org",
    }
    return subprocess.run(  # noqa: S603 -- our own settings
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**kept, **needed, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
