"""The merges, each with what it moved, and its undo as long as its days last."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from network.exceptions import MergeRefused
from network.merging.relations import relations
from network.merging.undoing import undo_merge, what_returns
from network.models import Merge
from network.permissions import user_is_recused
from network.viewsets.merging.doors import for_those_who_merge
from network.viewsets.merging.lists import HERE, ON_A_PAGE, tabs
from portal.requests import SignedInRequest


@require_safe
@for_those_who_merge
def merged(request: SignedInRequest) -> HttpResponse:
    """All merges, the latest first."""
    page = Paginator(Merge.objects.with_names().latest_first(), ON_A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(request, "network/cms/merging/merges.html", {"page": page, "tabs": tabs("merges"), **HERE})


@require_safe
@for_those_who_merge
def merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """What it moved, and what an undo would give back today."""
    shown = get_object_or_404(Merge.objects.with_names(), pk=pk)
    names = {relation.name: relation.model._meta.verbose_name_plural for relation in relations()}
    context = {
        "merge": shown,
        # A plugin that has gone leaves the name of its table.
        "moved": [(capfirst(str(names.get(name, name))), count) for name, count in shown.counts.items()],
        "returns": what_returns(shown) if shown.can_be_undone else None,
        "is_recused": user_is_recused(request.user, shown.winner, shown.loser),
        "breadcrumbs_items": [
            {"url": reverse("network_duplicates:merges"), "label": _("Merged")},
            {"url": "", "label": shown.loser.display_name},
        ],
    }
    return TemplateResponse(request, "network/cms/merging/merge.html", context)


@require_POST
@for_those_who_merge
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    try:
        done = undo_merge(get_object_or_404(Merge, pk=pk), by=request.user)
    except MergeRefused as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
    else:
        words = {"loser": done.loser.display_name, "winner": done.winner.display_name}
        messages.success(request, _("%(loser)s and %(winner)s are two organizations again.") % words)
    return redirect("network_duplicates:merge", pk)
