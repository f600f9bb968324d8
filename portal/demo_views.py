"""The demo's mailbox: mails go into a folder, so that a visitor can read a sign-in code without a mail server."""

import email
import json
from email import policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.sms.backends import FILE

SHOWN = 20


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The latest mails and messages to phones, newest first. Reached only where PORTAL_DEMO is on."""
    mails = sorted([*_mails(), *_messages()], key=lambda mail: mail["at"], reverse=True)[:SHOWN]
    return render(request, "portal/demo_mailbox.html", {"mails": mails})


def _mails():
    folder = Path(settings.MAILERS["default"].get("OPTIONS", {}).get("file_path", "/nonexistent"))
    # Django ends each message in such a file with a line of 79 hyphens.
    # File names begin with the time; only the last few are opened.
    for path in sorted(folder.glob("*.log"))[-SHOWN:]:
        for number, raw in enumerate(path.read_bytes().split(b"-" * 79)):
            if raw.strip():
                yield _shown(email.message_from_bytes(raw.lstrip(), policy=policy.default), path, number)


def _messages():
    path = Path((settings.SMS or {}).get("OPTIONS", {}).get("folder", "/nonexistent")) / FILE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else []):
        message = json.loads(line)
        yield {**message, "at": (message["at"], number), "subject": _("Message to a phone")}


def _shown(message: EmailMessage, path: Path, number: int) -> dict:
    body = message.get_body(("plain",))
    return {
        "at": (path.stat().st_mtime, number),
        "to": message["To"],
        "subject": message["Subject"],
        "text": body.get_content() if body else "",
    }
