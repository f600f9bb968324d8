"""Everything in the database that points at an organization: asked of the models, so that no plugin is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, Model, Q, QuerySet, UniqueConstraint

from network.models import Organization


@dataclass(frozen=True)
class Relation:
    """Rows of `model` that point at an organization through `field`, a foreign key or a generic one."""

    model: type[Model]
    field: ForeignKey | GenericForeignKey

    @property
    def name(self) -> str:
        """As rules and what is kept for an undo call it: "network.Representative.organization"."""
        return f"{self.model._meta.label}.{self.field.name}"

    @property
    def columns(self) -> set[str]:
        """The names of the fields that hold the pointer."""
        if isinstance(self.field, GenericForeignKey):
            return {self.field.ct_field, self.field.fk_field}
        return {self.field.name}

    @property
    def pointers(self) -> set[str]:
        """The columns of every pointer that the model has: one that follows is no change to a row that has moved."""
        return self.columns | {f.name for f in self.model._meta.concrete_fields if f.related_model is Organization}

    def target(self, organization: Organization) -> dict[str, Any]:
        """The pointer's fields and their values, to filter or to update by."""
        if isinstance(self.field, GenericForeignKey):
            kind = ContentType.objects.get_for_model(Organization)
            return {self.field.ct_field: kind, self.field.fk_field: organization.pk}
        return {self.field.name: organization}

    def rows(self, organization: Organization) -> QuerySet[Model]:
        """All of them, also those that the model's own manager hides, in the order of their keys."""
        return self.model._base_manager.filter(**self.target(organization)).order_by("pk")

    def uniques(self) -> Iterator["Unique"]:
        """What two organizations cannot both have as soon as they are one."""
        meta = self.model._meta
        for constraint in meta.constraints:
            if isinstance(constraint, UniqueConstraint) and self.columns & set(constraint.fields):
                others = tuple(name for name in constraint.fields if name not in self.columns)
                yield Unique(others, constraint.condition)
        # Packages and the tables of many-to-many fields have the older way of saying it.
        for names in meta.unique_together:
            if self.columns & set(names):
                yield Unique(tuple(name for name in names if name not in self.columns))
        if isinstance(self.field, ForeignKey) and self.field.unique:
            yield Unique(())


@dataclass(frozen=True)
class Unique:
    """A promise of the database about the rows of one organization.

    Attributes:
        others: the fields that, beside the organization, are unique together.
        condition: for which rows it holds; None for all.
    """

    others: tuple[str, ...]
    condition: Q | None = None

    def rows(self, rows: QuerySet[Model]) -> dict[tuple, Model]:
        """The rows for which it holds, by what makes them unique; NULL is like nothing, as in SQL."""
        held = rows.filter(self.condition) if self.condition is not None else rows
        return {key: row for row in held if None not in (key := self._key(row))}

    def _key(self, row: Model) -> tuple:
        return tuple(row.serializable_value(name) for name in self.others)


def relations() -> list[Relation]:
    """Every relation of every installed app that points at an organization, hidden ones too, by name."""
    found = [*_foreign_keys(), *_generic_keys()]
    return sorted(found, key=lambda relation: relation.name)


def unnamed_pointers() -> list[str]:
    """Fields that say what kind of row they mean without a generic key: they may point at an organization, too."""
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if isinstance(field, ForeignKey) and field.related_model is ContentType
        if not _is_of_a_generic_key(model, field.name)
    )


def _foreign_keys() -> Iterator[Relation]:
    # Hidden: `related_name="+"`, and the tables of other models' many-to-many fields.
    for relation in Organization._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or not (relation.one_to_many or relation.one_to_one):
            continue
        # The table of its own many-to-many field is part of what it says of itself.
        if relation.related_model._meta.auto_created is not Organization:
            yield Relation(relation.related_model, relation.field)


def _generic_keys() -> Iterator[Relation]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.private_fields:
            if isinstance(field, GenericForeignKey) and not model._meta.proxy:
                yield Relation(model, field)


def _is_of_a_generic_key(model: type[Model], name: str) -> bool:
    keys = (field for field in model._meta.private_fields if isinstance(field, GenericForeignKey))
    return any(name == key.ct_field for key in keys)
