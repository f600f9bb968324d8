"""Who comes into this room, and with which list."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import ImportRun
from network.permissions import user_can_import


def for_those_who_import[View: Callable[..., HttpResponseBase]](view: View) -> View:
    """Wagtail asks only for access to the CMS before a view that a viewset adds."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not user_can_import(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded  # type: ignore[return-value]  # -- wraps keeps the signature


def run_of(pk: int) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("by", "done_by"), pk=pk)


def crumbs(*here: str) -> list[dict[str, Any]]:
    room = {"url": reverse("network_imports:index") if here else "", "label": _("Import and export")}
    return [room, *({"url": "", "label": label} for label in here)]


def page_of(request: HttpRequest, run: ImportRun, step: str) -> dict[str, Any]:
    """What every page of one list shows; `step` is where on the way it stands."""
    return {"run": run, "steps": steps(step), "breadcrumbs_items": crumbs(run.file_name)}


def steps(current: str) -> list[dict[str, Any]]:
    names = {"file": _("Choose the file"), "columns": _("Check the columns"), "rows": _("Look at the rows")}
    names["done"] = _("Imported")
    order = list(names)
    return [
        {"label": label, "current": name == current, "done": order.index(name) < order.index(current)}
        for name, label in names.items()
    ]
