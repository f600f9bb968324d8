"""Receipts in the CMS: the books of each year, one receipt with its paper, and voiding it."""

from http import HTTPStatus

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.actions.payments import void_receipt
from network.enums import PaymentMethod
from network.exceptions import NotYourPayment, PaymentMoved, PaymentRefused
from network.forms.verifying import VoidForm
from network.models import Receipt, ReceiptBook
from network.permissions import user_can_void
from network.viewsets.guards import GuardedChooserViewSet
from portal.requests import SignedInRequest
from portal.templatetags.portal_thai import thai_date
from portal.thai.text import to_arabic_digits
from portal.viewsets import LoggedExport, NothingToTick, ThaiDateColumn

LIST = "wagtailsnippets_network_receipt:list"


def years() -> list[tuple[int, str]]:
    return [(year, str(year)) for year in ReceiptBook.objects.order_by("-year").values_list("year", flat=True)]


class ReceiptFilterSet(WagtailFilterSet):
    year = django_filters.TypedChoiceFilter(choices=years, coerce=int, label=gettext_lazy("Year (Buddhist era)"))
    void = django_filters.BooleanFilter(
        field_name="void_at", lookup_expr="isnull", exclude=True, label=pgettext_lazy("receipts", "Voided")
    )
    method = django_filters.ChoiceFilter(choices=PaymentMethod, label=gettext_lazy("How it was paid"))

    class Meta:
        model = Receipt
        fields: list[str] = []


def show_url(receipt: Receipt) -> str:
    return reverse("wagtailsnippets_network_receipt:show", args=[receipt.pk])


def validity(receipt: Receipt) -> str:
    return pgettext("a receipt", "void") if receipt.is_void else ""


class ReceiptIndexView(LoggedExport, NothingToTick, IndexView):
    @cached_property
    def search_query(self) -> str:
        return to_arabic_digits(super().search_query)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """As it is printed, 2569/000123; or a name, or a number alone."""
        year, slash, number = self.search_query.partition("/")
        if slash and year.strip().isdecimal() and number.strip().isdecimal():
            return queryset.filter(year=int(year), number=int(number))
        return super().search_queryset(queryset)

    def get_edit_url(self, instance: Receipt) -> str:
        return show_url(instance)


class ReceiptViewSet(SnippetViewSet):
    model = Receipt
    icon = "doc-full"
    menu_label = gettext_lazy("Receipts")
    index_view_class = ReceiptIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    filterset_class = ReceiptFilterSet
    list_per_page = 50
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("payer_name", read_only=True)]
    search_fields = ["payer_name", "number", "payment__reference", "payment__slip_reference"]
    search_backend_name = None
    list_display = [
        TitleColumn("number", label=pgettext_lazy("receipt", "No."), accessor="display_number", get_url=show_url),
        Column("void", label=pgettext_lazy("receipts", "Voided"), accessor=validity),
        Column("payer_name", label=gettext_lazy("Received from"), sort_key="payer_name"),
        Column(
            "amount",
            label=pgettext_lazy("a column", "Baht"),
            accessor=lambda receipt: f"{receipt.amount:,.2f}",
            sort_key="amount",
        ),
        ThaiDateColumn("issued_on", label=gettext_lazy("Issued on"), sort_key="issued_on"),
        Column("method", label=gettext_lazy("How it was paid"), accessor="get_method_display"),
    ]
    list_export = [
        "display_number",
        "issued_on",
        "payer_name",
        "payer_tax_id",
        "description",
        "amount",
        "get_method_display",
        "paid_on",
        "issued_by_name",
        "void_at",
        "void_reason",
        "replaces",
    ]
    export_headings = {
        "display_number": pgettext_lazy("receipt", "No."),
        "issued_on": gettext_lazy("Issued on"),
        "payer_name": gettext_lazy("Received from"),
        "payer_tax_id": gettext_lazy("Registration number"),
        "description": gettext_lazy("For what"),
        "amount": pgettext_lazy("a column", "Baht"),
        "get_method_display": gettext_lazy("How it was paid"),
        "paid_on": gettext_lazy("Paid on"),
        "issued_by_name": pgettext_lazy("receipt", "Treasurer"),
        "void_at": pgettext_lazy("receipts", "Voided"),
        "void_reason": gettext_lazy("Why it was voided"),
        "replaces": gettext_lazy("In the place of"),
    }
    export_filename = "receipts"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Receipt]:
        return Receipt.objects.visible_to(request.user).select_related("replaces").order_by("-year", "-number")

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(default_ordering=None, **kwargs)

    def get_urlpatterns(self) -> list:
        return [
            *super().get_urlpatterns(),
            path("show/<row:pk>/", show, name="show"),
        ]


def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """What stands on it; a POST voids it."""
    receipt = own_receipt(request, pk)
    form = VoidForm(request.POST or None)
    if request.method != "POST":
        return page(request, receipt, form)
    if not form.is_valid():
        return page(request, receipt, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        void_receipt(receipt, by=request.user, **form.cleaned_data)
    except NotYourPayment as refusal:
        raise Http404 from refusal
    except PaymentRefused as refusal:
        messages.error(request, str(refusal))
        status = HTTPStatus.CONFLICT if isinstance(refusal, PaymentMoved) else HTTPStatus.UNPROCESSABLE_ENTITY
        return page(request, own_receipt(request, pk), form, status=status)
    messages.success(request, _("The receipt is void, and the organization is told why."))
    return redirect("wagtailsnippets_network_payment:decide", receipt.payment_id)


def own_receipt(request: SignedInRequest, pk: int) -> Receipt:
    if not request.user.has_perm("network.view_receipt"):
        raise Http404
    related = ("payment__membership__organization__entry", "replaces", "void_by", "issued_by")
    return get_object_or_404(Receipt.objects.visible_to(request.user).select_related(*related), pk=pk)


def page(request: SignedInRequest, receipt: Receipt, form: forms.Form, *, status: int = HTTPStatus.OK) -> HttpResponse:
    voids = request.user.has_perm("network.void_receipt") and not receipt.is_void
    context = {
        "receipt": receipt,
        "facts": facts(receipt),
        "form": form,
        "can_void": voids and user_can_void(request.user, receipt),
        "is_recused": voids and not user_can_void(request.user, receipt),
        "pdf_url": reverse("network_account:receipt", args=[receipt.payment.membership.organization_id, receipt.pk]),
        "successor": receipt.replacements.first(),
        "list_url": reverse(LIST),
        "breadcrumbs_items": [
            {"url": reverse(LIST), "label": _("Receipts")},
            {"url": "", "label": receipt.display_number},
        ],
    }
    return TemplateResponse(request, "network/cms/receipt.html", context, status=status)


def facts(receipt: Receipt) -> list[dict[str, str]]:
    """{term, value} of what is printed on it."""
    known = [
        (_("Received from"), receipt.payer_name),
        (_("Address"), receipt.payer_address),
        (_("Registration number"), receipt.payer_tax_id),
        (_("For what"), receipt.description),
        (_("Amount"), _("%(amount)s baht") % {"amount": f"{receipt.amount:,.2f}"}),
        (_("How it was paid"), " · ".join(filter(None, [receipt.get_method_display(), thai_date(receipt.paid_on)]))),
        (_("Issued on"), thai_date(receipt.issued_on)),
        (pgettext("receipt", "Treasurer"), receipt.issued_by_name),
        (_("In the place of"), receipt.replaces.display_number if receipt.replaces else ""),
    ]
    return [{"term": term, "value": value} for term, value in known if value]
