"""Payments in the CMS: the treasurer's list, what waits first."""

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.enums import PaymentMethod, PaymentPurpose, PaymentStatus
from network.models import Payment, Province, Tier
from network.viewsets.guards import GuardedChooserViewSet
from network.viewsets.money.case import case, step
from portal.thai.text import to_arabic_digits
from portal.viewsets import LoggedExport, NothingToTick, ThaiDateColumn

# name in the address -> (label, method of the QuerySet)
QUEUES = {
    "waiting": (_("Waiting for the treasurer"), "waiting"),
    "due": (_("Not paid yet"), "due"),
    "accepted": (_("Paid"), "accepted"),
    "all": (_("All"), "all"),
}
# Lists in which nothing waits: the latest is looked for first.
LOOKED_BACK_ON = ("accepted", "all")


class PaymentFilterSet(WagtailFilterSet):
    queue = django_filters.ChoiceFilter(
        label=_("Where it stands"),
        choices=[(name, label) for name, (label, _method) in QUEUES.items()],
        method="in_queue",
        empty_label=None,
    )
    purpose = django_filters.ChoiceFilter(choices=PaymentPurpose, label=_("For what"))
    method = django_filters.ChoiceFilter(choices=PaymentMethod, label=_("How it was paid"))
    tier = django_filters.ModelChoiceFilter(field_name="membership__tier", queryset=Tier.objects.all(), label=_("Tier"))
    province = django_filters.ModelChoiceFilter(
        field_name="membership__organization__entry__province", queryset=Province.objects.all(), label=_("Province")
    )

    class Meta:
        model = Payment
        fields: list[str] = []

    def in_queue(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return getattr(rows, QUEUES[value][1])()


def case_url(payment: Payment) -> str:
    return reverse("wagtailsnippets_network_payment:decide", args=[payment.pk])


def status_words(payment: Payment) -> str:
    """The status, and what the treasurer should know before opening it."""
    words = [payment.get_status_display()]
    if payment.status == PaymentStatus.SUBMITTED:
        if payment.method == PaymentMethod.CENTRE and not payment.confirmed_at:
            words.append(gettext("not confirmed by the centre"))
        if payment.is_double:
            words.append(gettext("slip used twice"))
    return " · ".join(words)


def amount_words(payment: Payment) -> str:
    return f"{payment.amount:,.2f}"


class PaymentIndexView(LoggedExport, NothingToTick, IndexView):
    """Opens on what waits for the treasurer, the longest waiting first."""

    @cached_property
    def search_query(self) -> str:
        # Numbers are read off a slip or a phone, in either kind of digits.
        return to_arabic_digits(super().search_query)

    def get_base_queryset(self) -> QuerySet:
        rows = super().get_base_queryset()
        if self.request.GET.get("queue") in LOOKED_BACK_ON or self.is_searching:
            rows = rows.order_by("-created_at", "-pk")
        return rows if self.is_searching or "queue" in self.request.GET else rows.waiting()

    def get_edit_url(self, instance: Payment) -> str:
        return case_url(instance)


class PaymentViewSet(SnippetViewSet):
    model = Payment
    icon = "tasks"
    menu_label = _("Payments")
    index_view_class = PaymentIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    filterset_class = PaymentFilterSet
    list_per_page = 50
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("method", read_only=True)]
    search_fields = [
        "membership__organization__name",
        "membership__organization__name_en",
        "reference",
        "slip_reference",
    ]
    search_backend_name = None
    list_display = [
        TitleColumn(
            "organization",
            label=_("Organization"),
            accessor=lambda payment: payment.membership.organization.display_name,
            get_url=case_url,
        ),
        Column("status", label=_("Status"), accessor=status_words, sort_key="status"),
        Column("amount", label=pgettext_lazy("a column", "Baht"), accessor=amount_words, sort_key="amount"),
        ThaiDateColumn("reported_at", label=_("Reported"), sort_key="reported_at"),
        Column("method", label=_("How it was paid"), accessor="get_method_display"),
        Column("purpose", label=_("For what"), accessor="get_purpose_display"),
        Column("province", label=_("Province"), accessor="membership.organization.entry.province"),
        Column("reference", label=_("Payment code")),
    ]
    list_export = [
        "reference",
        "membership.organization.name",
        "membership.organization.entry.province",
        "membership.tier",
        "get_purpose_display",
        "amount",
        "get_status_display",
        "due_on",
        "get_method_display",
        "paid_on",
        "slip_bank",
        "slip_reference",
        "reported_at",
        "decided_at",
    ]
    export_headings = {
        "reference": _("Payment code"),
        "membership.organization.name": _("Name (Thai)"),
        "membership.organization.entry.province": _("Province"),
        "membership.tier": _("Tier"),
        "get_purpose_display": _("For what"),
        "amount": pgettext_lazy("a column", "Baht"),
        "get_status_display": _("Status"),
        "due_on": _("To be paid by"),
        "get_method_display": _("How it was paid"),
        "paid_on": _("Paid on"),
        "slip_bank": _("Bank code on the slip"),
        "slip_reference": _("Bank reference"),
        "reported_at": _("Reported"),
        "decided_at": _("Decided on"),
    }
    export_filename = "payments"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Payment]:
        related = ("membership__organization__entry__province", "membership__tier")
        rows = Payment.objects.visible_to(request.user).select_related(*related).flagged()
        return rows.order_by("reported_at", "pk")

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(default_ordering=None, **kwargs)

    def get_urlpatterns(self) -> list:
        return [
            *super().get_urlpatterns(),
            path("decide/<row:pk>/", case, name="decide"),
            path("decide/<row:pk>/<slug:name>/", step, name="step"),
        ]
