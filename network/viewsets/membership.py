"""Notices, coordinators and claims in the CMS."""

from django.core.exceptions import PermissionDenied
from django.db.models import Case, F, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.actions.claims import accept_claim, refuse_claim
from network.actions.coordinators import end_service
from network.enums import ClaimStatus
from network.exceptions import CaseRefused
from network.forms.desk import ClaimForm
from network.models import Claim, Coordinator, PrivacyNotice
from network.viewsets.guards import GuardedChooserViewSet
from network.viewsets.representative import people_chooser
from portal.requests import SignedInRequest
from portal.viewsets import NothingToTick, ThaiDateColumn


class CoordinatorIndexView(NothingToTick, IndexView):
    def get_list_more_buttons(self, instance: Coordinator) -> list:
        buttons = super().get_list_more_buttons(instance)
        if instance.serves_until is None and self.user_has_permission("change"):
            url = reverse("wagtailsnippets_network_coordinator:end", args=[instance.pk])
            buttons.append(Button(_("End the service"), url=url, icon_name="cross", priority=20))
        return buttons


class CoordinatorViewSet(SnippetViewSet):
    model = Coordinator
    icon = "user"
    menu_label = _("Coordinators")
    index_view_class = CoordinatorIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["user__name", "user__email", "centre__name", "centre__name_en"]
    search_backend_name = None
    list_filter = ["centre"]
    list_display = [
        "user__name",
        Column("centre", label=_("Coordination centre")),
        ThaiDateColumn("serves_from", label=_("From"), sort_key="serves_from"),
        ThaiDateColumn("serves_until", label=_("Until"), sort_key="serves_until"),
    ]
    panels = [
        FieldPanel("user", widget=people_chooser.widget_class),
        FieldPanel("centre"),
        FieldRowPanel([FieldPanel("serves_from"), FieldPanel("serves_until")]),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Coordinator]:
        return Coordinator.objects.select_related("user", "centre").order_by("centre_id", "pk")

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("end/<row:pk>/", end_coordinator, name="end")]


def end_coordinator(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks once, then ends the service."""
    if not request.user.has_perm("network.change_coordinator"):
        raise PermissionDenied
    coordinator = get_object_or_404(Coordinator.objects.select_related("user", "centre"), pk=pk)
    if request.method != "POST":
        return TemplateResponse(request, "network/cms/end_service.html", {"coordinator": coordinator})
    end_service(coordinator, by=request.user)
    messages.success(request, _("The service has ended."))
    return redirect("wagtailsnippets_network_coordinator:list")


class ClaimIndexView(NothingToTick, IndexView):
    def get_edit_url(self, instance: Claim) -> str:
        return reverse("wagtailsnippets_network_claim:decide", args=[instance.pk])


def claim_words(claim: Claim) -> str:
    """The status; what was handed up no longer waits for the centre."""
    if claim.status == ClaimStatus.OPEN and claim.handed_up_at:
        return pgettext("a claim", "Waiting for the secretariat")
    return claim.get_status_display()


class ClaimViewSet(SnippetViewSet):
    model = Claim
    icon = "help"
    menu_label = _("Claims")
    index_view_class = ClaimIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["claimant__name", "claimant__email", "organization__name", "organization__name_en"]
    search_backend_name = None
    list_filter = ["status"]
    list_display = [
        "organization__name",
        Column("claimant", label=_("Claimant")),
        "position",
        Column("status", label=_("Status"), accessor=claim_words, sort_key="status"),
        ThaiDateColumn("made_at", label=_("Made"), sort_key="made_at"),
        ThaiDateColumn("handed_up_at", label=_("Handed up"), sort_key="handed_up_at"),
    ]
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("position", read_only=True)]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        rows = Claim.objects.visible_to(request.user).select_related("organization", "claimant")
        # Open ones first, and of those what only the secretariat can decide.
        is_closed = Case(When(status=ClaimStatus.OPEN, then=0), default=1)
        return rows.order_by(is_closed, F("handed_up_at").asc(nulls_last=True), "made_at", "pk")

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("decide/<row:pk>/", decide_claim, name="decide")]


def decide_claim(request: SignedInRequest, pk: int) -> HttpResponse:
    """The claim and, while it is open, the two answers to it."""
    related = ("organization__entry__province", "claimant", "decided_by")
    rows = Claim.objects.visible_to(request.user).select_related(*related)
    claim = get_object_or_404(rows if request.user.has_perm("network.view_claim") else rows.none(), pk=pk)
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if "accept" in request.POST:
                accept_claim(claim, by=request.user, reason=reason)
            else:
                refuse_claim(claim, by=request.user, reason=reason)
        except CaseRefused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, _("It is written down, and the person is told."))
            return redirect("wagtailsnippets_network_claim:list")
    status = 422 if form.errors else 200
    list_url = reverse("wagtailsnippets_network_claim:list")
    context = {
        "claim": claim,
        "status": claim_words(claim),
        "form": form,
        "list_url": list_url,
        "breadcrumbs_items": [{"url": list_url, "label": _("Claims")}, {"url": "", "label": claim}],
    }
    return TemplateResponse(request, "network/cms/claim.html", context, status=status)


class PrivacyNoticeViewSet(SnippetViewSet):
    model = PrivacyNotice
    icon = "doc-full"
    menu_label = _("Privacy notices")
    index_view_class = NothingToTick
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = ["version", ThaiDateColumn("published_on", label=_("Published on"), sort_key="published_on")]
    panels = [
        FieldRowPanel([FieldPanel("version"), FieldPanel("published_on")]),
        FieldPanel("text"),
        FieldPanel("text_en"),
    ]
