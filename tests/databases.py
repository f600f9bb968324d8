"""Databases for tests are copies of a template that is migrated once and kept in build/ until something changes.

A migration of everything costs half a minute of processor time, a copy almost nothing. On PostgreSQL the template
is a database of its own (`CREATE DATABASE ... TEMPLATE`), on SQLite a file.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.conf import settings
from django.db import connection, connections
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "tests"
POSTGRESQL = "postgresql" in settings.DATABASES["default"]["ENGINE"]
# As the environment gave it, before any test database takes its place.
SERVER_URL = os.environ.get("DATABASE_URL", "")

# Two checkouts on one machine share its PostgreSQL server, and may test at the same time.
PREFIX = f"test_{zlib.crc32(str(ROOT).encode()):08x}"

SOURCES = [f"{app}/**/*.{end}" for app in ("portal", "home", "network", "events") for end in ("py", "toml", "csv")]
PICTURES = [f"{app}/demo/**/*.{end}" for app in ("home", "network", "events") for end in ("svg", "png", "webp", "jpg")]


def fingerprint(patterns: list[str]) -> str:
    """Sixteen hexadecimal digits that change with the plugins, the packages and the named files of ours."""
    digest = hashlib.sha256(" ".join(settings.INSTALLED_APPS).encode())
    files = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    for path in sorted({ROOT / "requirements.lock", *files}):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Only one process at a time, so that parallel workers build a thing once."""
    BUILD.mkdir(parents=True, exist_ok=True)
    with (BUILD / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def url(name: str) -> str:
    """`DATABASE_URL` of the database called `name`: a file of that path, or a database of that server."""
    if POSTGRESQL:
        return urlunsplit(urlsplit(SERVER_URL)._replace(path=f"/{name}"))
    return f"sqlite:///{name}"


def on_server(statement: str, *names: str) -> list[tuple]:
    with psycopg.connect(url("postgres"), autocommit=True) as server:
        cursor = server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
        return cursor.fetchall() if cursor.description else []


def exists(name: str) -> bool:
    if POSTGRESQL:
        return (name,) in on_server("SELECT datname FROM pg_database")
    return Path(name).exists()


def drop(name: str) -> None:
    if POSTGRESQL:
        on_server("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        return
    for suffix in ("", "-wal", "-shm"):
        Path(name + suffix).unlink(missing_ok=True)


def copy(source: str, target: str) -> None:
    drop(target)
    if POSTGRESQL:
        on_server("CREATE DATABASE {} TEMPLATE {}", target, source)
    else:
        shutil.copyfile(source, target)


def manage(*arguments: str, **environment: str) -> None:
    """Runs a command of manage.py as an operator of the demo would."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**bare, "PORTAL_DEMO": "1", **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def built(name: str, fill: Callable[[str], None]) -> str:
    """The template database called `name`, made by `fill` (given its half-made name) when it is not there yet."""
    path = name if POSTGRESQL else str(BUILD / f"{name}.sqlite3")
    with alone(name):
        if not exists(path):
            half = f"{path}_half"
            drop(half)
            if POSTGRESQL:
                on_server("CREATE DATABASE {} TEMPLATE template0", half)
            fill(half)
            if POSTGRESQL:
                on_server("ALTER DATABASE {} RENAME TO {}", half, path)
            else:
                Path(half).rename(path)
    return path


def migrated() -> str:
    """The name of a database with every migration and no content."""

    def fill(name: str) -> None:
        manage("migrate", "--verbosity", "0", DATABASE_URL=url(name))

    # Registering a snippet makes permissions at the next migrate.
    patterns = ["*/migrations/*.py", "portal/thai/*.csv", "*/viewsets/*.py", "*/viewsets.py"]
    return built(f"{PREFIX}_migrated_{fingerprint(patterns)}", fill)


def demo() -> tuple[str, Path]:
    """Names of the database with the demo, and of the folder with its files."""
    name = f"{PREFIX}_demo_{fingerprint(SOURCES + PICTURES)}"
    var = BUILD / name

    def fill(half: str) -> None:
        shutil.rmtree(var, ignore_errors=True)
        copy(migrated(), half)
        for command in ("setup_portal", "load_demo"):
            manage(command, DATABASE_URL=url(half), PORTAL_VAR=str(var))

    return built(name, fill), var


def adopt(name: str) -> None:
    """Lets this process work on the database called `name`."""
    connections.close_all()
    connection.settings_dict["NAME"] = name


def restore() -> None:
    """Puts the template's content back."""
    connections.close_all()
    copy(migrated(), connection.settings_dict["NAME"])
