"""The network's system checks; Django runs those of the database on `migrate`."""

from collections.abc import Sequence

from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import connections

from network.merging.rules import without_rule


@register(Tags.models)
def merges_know_every_relation(app_configs: Sequence | None = None, **kwargs) -> list[CheckMessage]:
    """Whoever adds a model that points at an organization says what becomes of it when two organizations are one."""
    return [
        checks.Warning(
            f"A merge of two organizations does not know what to do with {name}.",
            hint="Answer the hook register_merge_rules (docs/hooks.md); until then such a merge is refused.",
            id="network.W002",
        )
        for name in without_rule()
    ]


@register(Tags.database)
def database_reads_thai_letters(databases: Sequence[str] | None = None, **kwargs) -> list[CheckMessage]:
    """PostgreSQL's trigrams see letters only: in a database with LC_CTYPE=C no Thai character is one."""
    return [warning for alias in databases or () for warning in ctype_warnings(character_type(alias))]


def character_type(alias: str) -> str:
    """The LC_CTYPE of database `alias`; empty where databases have none."""
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT datctype FROM pg_database WHERE datname = current_database()")
        return cursor.fetchone()[0]


def ctype_warnings(ctype: str) -> list[CheckMessage]:
    if ctype not in ("C", "POSIX"):
        return []
    return [
        checks.Warning(
            f"The database has LC_CTYPE={ctype}: its trigram index sees no Thai letters, so search reads every row.",
            hint="Create the database with TEMPLATE template0 ENCODING UTF8 LC_CTYPE 'C.UTF-8'.",
            id="network.W001",
        )
    ]
