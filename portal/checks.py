"""House rules about models that Django does not keep: `manage.py check` refuses what breaks them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db.models import BaseConstraint, Model
from wagtail.models import Page


@register("models")
def house_rules(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """What the portal's apps and its plugins get wrong; packages are not ours to judge."""
    # A package that breaks our rules would make every start fail; we could not mend it.
    ours = {"portal", *settings.PORTAL_APPS, *settings.PLUGINS}
    configs = app_configs if app_configs is not None else apps.get_app_configs()
    models = [model for config in configs if config.name in ours for model in config.get_models()]
    return [error for model in models for error in (*unnamed_constraints(model), *unplaced_page(model))]


def unnamed_constraints(model: type[Model]) -> Iterator[Error]:
    """E001: `unique_together`. E002: a constraint that speaks to people in Django's words."""
    if model._meta.unique_together:
        yield Error(
            "unique_together has no name and no message.",
            hint="Write a UniqueConstraint with a name and a violation_error_message.",
            obj=model,
            id="portal.E001",
        )
    for constraint in model._meta.constraints:
        # Django's own says "Constraint “…” is violated." to a person with a form in front of them.
        if constraint.violation_error_message == BaseConstraint.default_violation_error_message:
            yield Error(
                f"The constraint {constraint.name!r} says nothing that a person understands.",
                hint="Give it a violation_error_message.",
                obj=model,
                id="portal.E002",
            )


def unplaced_page(model: type[Model]) -> Iterator[Error]:
    """E003: a page type that may stand anywhere. Children name their parents, so that apps can be removed."""
    if issubclass(model, Page) and "parent_page_types" not in vars(model):
        yield Error(
            "The page type does not say where it may stand.", hint="Set parent_page_types.", obj=model, id="portal.E003"
        )
