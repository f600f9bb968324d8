"""What may stand twice, and what somebody has told apart."""

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from network.exceptions import MergeRefused
from network.merging.apart import look_again
from network.merging.pairs import Pair, likely_pairs
from network.models import Merge, NotTheSame, Organization
from network.viewsets.merging.doors import for_those_who_merge
from portal.requests import SignedInRequest

ON_A_PAGE = 25
HERE = {"breadcrumbs_items": [{"url": "", "label": gettext_lazy("Duplicates")}]}


@require_safe
@for_those_who_merge
def likely(request: SignedInRequest) -> HttpResponse:
    """The likely pairs, the surest first."""
    pairs = likely_pairs()
    page = Paginator(pairs, ON_A_PAGE).get_page(request.GET.get("p"))
    context = {"rows": rows(page), "page": page, "tabs": tabs("index", pairs=len(pairs)), **HERE}
    return TemplateResponse(request, "network/cms/merging/pairs.html", context)


def rows(page: Page) -> list[dict]:
    """The pairs of one page with their organizations; one query."""
    pairs: list[Pair] = list(page)
    pks = {pk for pair in pairs for pk in (pair.one, pair.other)}
    found = Organization.objects.select_related("entry__province").in_bulk(pks)
    return [
        {
            "one": found[pair.one],
            "other": found[pair.other],
            "score": pair.score,
            "whys": [why.label for why in pair.whys],
        }
        for pair in pairs
    ]


@require_safe
@for_those_who_merge
def told_apart(request: SignedInRequest) -> HttpResponse:
    said = NotTheSame.objects.select_related("one__entry__province", "other__entry__province", "by").order_by("-pk")
    page = Paginator(said, ON_A_PAGE).get_page(request.GET.get("p"))
    return TemplateResponse(
        request, "network/cms/merging/apart.html", {"page": page, "tabs": tabs("told_apart"), **HERE}
    )


@require_POST
@for_those_who_merge
def again(request: SignedInRequest, pk: int) -> HttpResponse:
    """The pair is likely again."""
    said = get_object_or_404(NotTheSame.objects.select_related("one", "other"), pk=pk)
    try:
        look_again(said, by=request.user)
    except MergeRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The pair is among the likely ones again."))
    return redirect("network_duplicates:told_apart")


def tabs(current: str, *, pairs: int | None = None) -> list[dict]:
    """The three lists of this room, each with its name in the address."""
    names = {"index": _("Likely pairs"), "merges": _("Merged"), "told_apart": _("Told apart")}
    counts = {"index": pairs, "merges": Merge.objects.count(), "told_apart": NotTheSame.objects.count()}
    return [
        {"url": f"network_duplicates:{name}", "label": label, "count": counts[name], "current": name == current}
        for name, label in names.items()
    ]
