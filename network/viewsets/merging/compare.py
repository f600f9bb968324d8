"""Two organizations side by side, and the two answers: they are one, or they are two."""

from datetime import timedelta
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from network.exceptions import MergedAlready, MergeRefused
from network.forms.merging import ApartForm, ChooseForm, MergeForm
from network.mail.readers import primary_contacts
from network.merging.apart import keep_apart
from network.merging.comparing import Kind, comparison
from network.merging.merging import merge_organizations
from network.merging.plan import Plan, plan
from network.models import MembershipSettings, Merge, NotTheSame, Organization
from network.permissions import user_is_recused
from network.viewsets.merging.doors import for_those_who_merge
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_merge
def compare(request: SignedInRequest, winner: int, loser: int) -> HttpResponse:
    """What each says, what would move, what has to be settled; pressed, the merge itself."""
    # A page that was left open: somebody has merged the two meanwhile.
    if same := Merge.objects.in_force().filter(winner=winner, loser=loser).first():
        return redirect("network_duplicates:merge", same.pk)
    pair = of_pair(winner, loser)
    form = MergeForm(request.POST or None)
    if request.method != "POST":
        return page(request, plan(*pair), form)
    if not form.is_valid():
        return page(request, plan(*pair), form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        merge = merge_organizations(*pair, by=request.user, choices=form.choices, seen=form.cleaned_data["seen"])
    except MergedAlready as refusal:
        messages.error(request, str(refusal))
        return redirect("network_duplicates:merges")
    except MergeRefused as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
        return page(request, plan(*of_pair(winner, loser)), form, status=HTTPStatus.CONFLICT)
    words = {"loser": merge.loser.display_name, "winner": merge.winner.display_name}
    messages.success(request, _("%(loser)s is merged into %(winner)s. Their contacts are told by mail.") % words)
    return redirect("network_duplicates:merge", merge.pk)


def of_pair(winner: int, loser: int) -> tuple[Organization, Organization]:
    rows = Organization.objects.standing().select_related("entry__province").in_bulk({winner, loser})
    if len(rows) != 2:
        raise Http404
    return rows[winner], rows[loser]


def page(request: SignedInRequest, todo: Plan, form: MergeForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    winner, loser = todo.winner, todo.loser
    lines = comparison(winner, loser, form.choices if form.is_bound and form.is_valid() else {})
    said = NotTheSame.objects.of_pair(winner, loser).select_related("by").first()
    contacts = {person.pk: person for o in (winner, loser) for person in primary_contacts(o.pk)}
    context = {
        "plan": todo,
        "winner": winner,
        "loser": loser,
        "different": [line for line in lines if line.kind is Kind.DIFFERENT],
        "one_sided": [line for line in lines if line.kind is Kind.ONE_SIDED],
        "same": [line for line in lines if line.kind is Kind.SAME],
        "moves": [move for move in todo.moves if move.rows],
        "settled": [settled for _clash, settled in todo.settled if not settled.refuses],
        "contacts": list(contacts.values()),
        "undo_until": timezone.localdate() + timedelta(days=MembershipSettings.load().merge_undo_days),
        "is_recused": user_is_recused(request.user, winner, loser),
        "said": said,
        "apart_form": ApartForm(),
        "breadcrumbs_items": crumbs(_("Side by side")),
    }
    return TemplateResponse(request, "network/cms/merging/compare.html", context, status=status)


@require_POST
@for_those_who_merge
def apart(request: SignedInRequest, one: int, other: int) -> HttpResponse:
    """They are two: the pair is not shown again."""
    form = ApartForm(request.POST)
    pair = of_pair(one, other)
    try:
        keep_apart(*pair, by=request.user, why=form.data.get("why", ""))
    except MergeRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("network_duplicates:compare", one, other)
    messages.success(request, _("Written down: these are two organizations. The pair is not shown again."))
    return redirect("network_duplicates:index")


@require_http_methods(["GET", "HEAD"])
@for_those_who_merge
def choose(request: SignedInRequest) -> HttpResponse:
    """Two that the list does not show: names that nobody would take for the same."""
    # Wagtail's chooser looks its value up before anything has been checked.
    keys = {name: key for name in ("one", "other") if (key := request.GET.get(name, "")).isdecimal()}
    form = ChooseForm(keys if "other" in request.GET else None, initial=keys)
    if form.is_bound and form.is_valid():
        return redirect("network_duplicates:compare", form.cleaned_data["one"].pk, form.cleaned_data["other"].pk)
    context = {"form": form, "breadcrumbs_items": crumbs(_("Choose two"))}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return TemplateResponse(request, "network/cms/merging/choose.html", context, status=status)


def crumbs(here: str) -> list[dict]:
    return [{"url": reverse("network_duplicates:index"), "label": _("Duplicates")}, {"url": "", "label": here}]
