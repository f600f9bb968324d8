"""A whole portal for the browser: the production server in its own process, with the demo loaded.

The demo is loaded once and kept in build/ until code or data changes; every `serve` works on its own copy.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from itertools import pairwise
from pathlib import Path

from tests import databases


@dataclass(frozen=True)
class Portal:
    """A running portal.

    Attributes:
        url: address without a trailing slash.
        var: folder with its uploads, mails and log.
        environment: variables of its own process, the database's address among them.
    """

    url: str
    var: Path
    environment: dict[str, str]

    def manage(self, *arguments: str) -> None:
        """Runs a command of manage.py on this portal, as its operator would."""
        databases.manage(*arguments, **self.environment)

    def mails(self, to: str) -> list[str]:
        """Plain texts of the mails sent to that address, oldest first."""
        # Django ends each message in such a file with a line of 79 hyphens.
        files = sorted((self.var / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime_ns)
        parts = [part.lstrip() for path in files for part in path.read_bytes().split(b"-" * 79) if part.strip()]
        mails = [message_from_bytes(part, policy=policy.default) for part in parts]
        return [mail.get_body(("plain",)).get_content() for mail in mails if to in str(mail["To"])]

    def code(self, to: str) -> str:
        """The six digits of the latest mail to that address."""
        return re.findall(r"\b\d{6}\b", self.mails(to)[-1])[0]

    def faults(self) -> list[str]:
        """What went wrong; Django tells a refusal with a trace too, but that one is meant."""
        lines = pairwise(["", *self.log().splitlines()])
        return [before for before, line in lines if line.startswith("Traceback") and "Forbidden" not in before]

    def log(self) -> str:
        return (self.var / "server.log").read_text(encoding="utf-8")


def static_files() -> Path:
    """The folder of collected static files."""
    found = databases.fingerprint(["*/static/**/*", "portal/settings*.py"])
    folder = databases.BUILD / f"static_{found}"
    with databases.alone(folder.name):
        if not folder.exists():
            var = databases.BUILD / f"{folder.name}_half"
            shutil.rmtree(var, ignore_errors=True)
            databases.manage("collectstatic", "--noinput", "--verbosity", "0", PORTAL_VAR=str(var))
            (var / "static").rename(folder)
            shutil.rmtree(var)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=20):  # noqa: S310 -- our own server
                return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError(f"The portal did not start:\n{log.read_text(encoding='utf-8')}")


@contextmanager
def serve(var: Path, **settings: str) -> Iterator[Portal]:
    """A portal of its own with the demo, writing its files into `var`; `settings` are further variables."""
    source, files = databases.demo()
    name = (
        f"{databases.PREFIX}_browser_{os.getpid()}_{free_port()}"
        if databases.POSTGRESQL
        else str(var / "portal.sqlite3")
    )
    shutil.copytree(files, var, dirs_exist_ok=True)
    (var / "static").symlink_to(static_files())
    databases.copy(source, name)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    own = {"PORTAL_DEMO": "1", "PORTAL_VAR": str(var), "DATABASE_URL": databases.url(name), "BASE_URL": url, **settings}
    portal = Portal(url, var, own)
    environment = {**{key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}, **own}
    arguments = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", "2", "portal.wsgi:application"]
    granian = Path(sys.executable).with_name("granian")
    with (var / "server.log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603 -- our own server
            [granian, *arguments], cwd=databases.ROOT, env=environment, stdout=log, stderr=log
        )
    try:
        wait_for(f"{portal.url}/account/login/", server, var / "server.log")
        yield portal
    finally:
        server.terminate()
        server.wait(30)
        databases.drop(name)
