"""Memberships in the CMS: who stands how, and one membership with its history and what may be decided on it."""

from http import HTTPStatus

import django_filters
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.actions.terms.deciding import end_membership, lift_suspension, reinstate, resign_on_letter, suspend
from network.enums import GOOD_STANDING, Standing, TermAction
from network.exceptions import NotYourTerm, TermMoved, TermReasonMissing, TermRefused
from network.forms.terms import TermForm
from network.models import Membership, MembershipEntry, Province, Tier
from network.permissions import user_is_registrar, user_represents
from network.viewsets.guards import GuardedChooserViewSet
from portal.requests import SignedInRequest
from portal.viewsets import LoggedExport, NothingToTick, ThaiDateColumn

STANDING = pgettext_lazy("a membership", "Standing")
# What a registrar decides: how the choice reads, and what does it.
DECISIONS = {
    TermAction.SUSPEND: (_("Suspend it for the time being"), suspend),
    TermAction.LIFT: (_("Lift the suspension"), lift_suspension),
    TermAction.RESIGN: (_("Write down that the organization has resigned by letter"), resign_on_letter),
    TermAction.END: (_("End it: the organization is no more, or was excluded"), end_membership),
    TermAction.REINSTATE: (_("Take it up again"), reinstate),
}
ENDING = (TermAction.RESIGN, TermAction.END)
POSSIBLE = {
    **dict.fromkeys((*GOOD_STANDING, Standing.LAPSED), (TermAction.SUSPEND, *ENDING)),
    Standing.SUSPENDED: (TermAction.LIFT, *ENDING),
    Standing.AWAITING: ENDING,
    Standing.RESIGNED: (TermAction.REINSTATE,),
    Standing.ENDED: (TermAction.REINSTATE,),
}


class MembershipFilterSet(WagtailFilterSet):
    stands = django_filters.ChoiceFilter(label=STANDING, choices=Standing, method="standing_as")
    tier = django_filters.ModelChoiceFilter(queryset=Tier.objects.all(), label=_("Tier"))
    province = django_filters.ModelChoiceFilter(
        field_name="organization__entry__province", queryset=Province.objects.all(), label=_("Province")
    )

    class Meta:
        model = Membership
        fields: list[str] = []

    def standing_as(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(standing=value)


class MembershipIndexView(LoggedExport, NothingToTick, IndexView):
    def get_base_queryset(self) -> QuerySet[Membership]:
        """Without the terms that were renewed, unless they are asked for: the term that follows them is in the list."""
        rows = super().get_base_queryset()
        return rows if self.request.GET.get("stands") else rows.exclude(standing=Standing.RENEWED)

    def get_edit_url(self, instance: Membership) -> str:
        return term_url(instance)


def term_url(membership: Membership) -> str:
    return reverse("wagtailsnippets_network_membership:term", args=[membership.pk])


class MembershipViewSet(SnippetViewSet):
    model = Membership
    icon = "group"
    menu_label = _("Memberships")
    index_view_class = MembershipIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["organization__name", "organization__name_en"]
    search_backend_name = None
    filterset_class = MembershipFilterSet
    list_display = [
        "organization__name",
        Column("standing", label=STANDING, accessor="standing_label", sort_key="standing"),
        ThaiDateColumn("ends_on", label=_("Until"), sort_key="ends_on"),
        Column("tier", label=_("Tier")),
        "number",
        Column("province", label=_("Province"), accessor="organization.entry.province"),
        ThaiDateColumn("starts_on", label=_("From"), sort_key="starts_on"),
    ]
    list_export = [
        "organization.name",
        "organization.name_en",
        "organization.entry.province",
        "tier",
        "number",
        "standing_label",
        "starts_on",
        "ends_on",
        "suspended_on",
        "closed_on",
        "organization.phone",
        "organization.email",
    ]
    export_headings = {
        "organization.name": _("Name (Thai)"),
        "organization.name_en": _("Name (English)"),
        "organization.entry.province": _("Province"),
        "tier": _("Tier"),
        "number": _("membership number"),
        "standing_label": STANDING,
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "suspended_on": _("Suspended on"),
        "closed_on": _("Closed on"),
        "organization.phone": _("Phone"),
        "organization.email": _("E-mail"),
    }
    export_filename = "memberships"
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("number", read_only=True)]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = Membership.objects.visible_to(request.user).with_standing()
        rows = rows.select_related("organization__entry__province", "tier")
        return rows.order_by("tier_id", "number", "-pk")

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("term/<row:pk>/", term, name="term")]


def term(request: SignedInRequest, pk: int) -> HttpResponse:
    """One membership with everything that happened to it, and the decisions that are possible now."""
    membership = own_term(request, pk)
    form = TermForm(request.POST or None, choices=choices(request, membership))
    if request.method != "POST":
        return page(request, membership, form)
    if not form.is_valid():
        return page(request, membership, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    _label, act = DECISIONS[TermAction(form.cleaned_data["action"])]
    try:
        act(membership, by=request.user, reason=form.cleaned_data["reason"])
    except TermRefused as refusal:
        return refused(request, membership, form, refusal)
    messages.success(request, _("It is written down, and the organization is told."))
    return redirect(term_url(membership))


def own_term(request: SignedInRequest, pk: int) -> Membership:
    if not user_is_registrar(request.user):
        raise Http404
    rows = Membership.objects.visible_to(request.user).with_standing()
    rows = rows.select_related("organization__entry__province", "tier", "follows")
    return get_object_or_404(rows, pk=pk)


def choices(request: SignedInRequest, membership: Membership) -> list[tuple[str, str]]:
    """What is possible now, and what the page offered when it was pressed: whether it is still says the action."""
    offered = set(POSSIBLE.get(Standing(membership.standing), ())) | set(request.POST.getlist("action"))
    return [(action.value, label) for action, (label, _act) in DECISIONS.items() if action in offered]


def refused(request: SignedInRequest, membership: Membership, form: TermForm, refusal: TermRefused) -> HttpResponse:
    """The sentence, everything typed, and the membership as it stands now."""
    if isinstance(refusal, NotYourTerm):
        raise Http404
    if isinstance(refusal, TermReasonMissing):
        form.add_error("reason", str(refusal))
        return page(request, membership, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.error(request, str(refusal))
    status = HTTPStatus.CONFLICT if isinstance(refusal, TermMoved) else HTTPStatus.FORBIDDEN
    return page(request, own_term(request, membership.pk), form, status=status)


def page(
    request: SignedInRequest, membership: Membership, form: TermForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    list_url = reverse("wagtailsnippets_network_membership:list")
    # Every term in this tier: the history of a member does not begin anew with each.
    terms = Membership.objects.filter(organization=membership.organization, tier=membership.tier).with_standing()
    entries = MembershipEntry.objects.filter(membership__in=terms.values("pk")).select_related("by")
    is_recused = user_represents(request.user, membership.organization_id)
    context = {
        "membership": membership,
        "form": form,
        "is_recused": is_recused,
        "is_decidable": bool(form.fields["action"].choices) and not is_recused,
        "terms": [{"term": row, "url": term_url(row)} for row in terms.order_by("-pk")],
        "entries": entries.order_by("-pk"),
        "list_url": list_url,
        "breadcrumbs_items": [
            {"url": list_url, "label": _("Memberships")},
            {"url": "", "label": membership},
        ],
    }
    return TemplateResponse(request, "network/cms/term.html", context, status=status)
