"""The ways a message leaves."""

import json
import sys
import urllib.request
from pathlib import Path
from typing import Any

from django.utils import timezone

from portal.sms.errors import SmsError

FILE = "messages.jsonl"
SECONDS = 10


class ConsoleBackend:
    """Prints messages: for development."""

    def send(self, number: str, text: str) -> None:
        sys.stdout.write(f"SMS {number}: {text}\n")


class FileBackend:
    """Writes messages into `folder`/messages.jsonl, one {"at", "to", "text"} a line: for the demo."""

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / FILE

    def send(self, number: str, text: str) -> None:
        message = {"at": timezone.now().timestamp(), "to": number, "text": text}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(message, ensure_ascii=False) + "\n")
        except OSError as error:
            raise SmsError(str(error)) from error


class HttpBackend:
    """Posts messages as JSON to a provider.

    Args:
        url: where to.
        authorization: value of that header, if any.
        body: JSON whose strings may hold {to} (+66812345678), {digits} (66812345678), {national} (0812345678)
            and {text}.
    """

    def __init__(self, url: str, authorization: str, body: str) -> None:
        self.url, self.authorization, self.body = url, authorization, body

    def send(self, number: str, text: str) -> None:
        words = {"{to}": number, "{digits}": number[1:], "{national}": "0" + number[3:], "{text}": text}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.authorization:
            headers["Authorization"] = self.authorization
        try:
            data = json.dumps(filled(json.loads(self.body), words)).encode()
            request = urllib.request.Request(self.url, data, headers)  # noqa: S310 -- the operator's own address
            with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310 -- see above
                pass
        # URLError and timeouts are OSErrors, a wrong template or address a ValueError.
        except (OSError, ValueError) as error:
            raise SmsError(str(error)) from error


def filled(template: Any, words: dict[str, str]) -> Any:
    """`template` with every string's placeholders filled; quotes in a text stay inside their string."""
    if isinstance(template, dict):
        return {key: filled(value, words) for key, value in template.items()}
    if isinstance(template, list):
        return [filled(value, words) for value in template]
    if isinstance(template, str):
        # The text comes last: what a person's words look like is never filled in again.
        for name, value in words.items():
            template = template.replace(name, value)
    return template
