import json

import pytest

from portal.sms.addresses import sender
from tests.line import CHANNEL, SECRET, line_stand_in
from tests.portal.signing_in import digits_in


@pytest.fixture(scope="module")
def line_server():
    with line_stand_in() as line:
        yield line


@pytest.fixture
def line(line_server, settings):
    """LINE, switched on, with a stand-in in its place."""
    line_server.reset()
    settings.LINE_ACCESS_URL = settings.LINE_API_URL = line_server.url
    provider = settings.SOCIALACCOUNT_PROVIDERS["line"]
    settings.SOCIALACCOUNT_PROVIDERS = {"line": {**provider, "APPS": [{"client_id": CHANNEL, "secret": SECRET}]}}
    return line_server


class Phones:
    """The messages that went out, oldest first."""

    def __init__(self, folder) -> None:
        self.file = folder / "messages.jsonl"

    def __len__(self) -> int:
        return len(self.all())

    def all(self) -> list[dict]:
        lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
        return [json.loads(line) for line in lines]

    def code(self) -> str:
        return digits_in(self.all()[-1]["text"])


@pytest.fixture
def phones(settings, tmp_path):
    settings.SMS = sender(f"file://{tmp_path}/sms")
    return Phones(tmp_path / "sms")
