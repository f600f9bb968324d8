"""How long a text may be: what the column of the database takes."""

from functools import cache

from network.importing.showing import REGISTER_FIELDS
from network.models import Organization, RegisterEntry


@cache
def limit(column: str) -> int | None:
    model = RegisterEntry if column in REGISTER_FIELDS else Organization
    return getattr(model._meta.get_field(column), "max_length", None)
