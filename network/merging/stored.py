"""Values of rows as they are kept for an undo: texts that JSON holds and that fields read back."""

import hashlib
import json
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Field, Model


def kept(row: Model, names: Iterable[str]) -> dict[str, Any]:
    """The values of these fields, each as its field writes it for a fixture; None stays None."""
    return {name: _text(row, _field(type(row), name)) for name in names}


def read(model: type[Model], texts: dict[str, Any]) -> dict[str, Any]:
    """What `kept` wrote, as values to set, by the fields' column names."""
    fields = {name: _field(model, name) for name in texts}
    return {fields[name].attname: _value(fields[name], text) for name, text in texts.items()}


def fingerprint(row: Model, without: Collection[str]) -> str:
    """Changes with any column of the row but those of the pointers that move."""
    columns = [field.name for field in row._meta.concrete_fields if field.name not in without]
    text = json.dumps(kept(row, columns), default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _field(model: type[Model], name: str) -> Field:
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return field


def _text(row: Model, field: Field) -> Any:
    return None if field.value_from_object(row) is None else field.value_to_string(row)


def _value(field: Field, text: Any) -> Any:
    return None if text is None else field.to_python(text)
