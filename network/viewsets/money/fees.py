"""Tiers and what they cost, in the CMS."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from network.actions.fees import set_fee
from network.exceptions import FeeRefused
from network.forms.fees import FeeForm
from network.models import Fee, Tier
from network.models.fee import priced_tiers
from network.models.settings import number_panel
from network.viewsets.guards import GuardedChooserViewSet
from portal.requests import SignedInRequest
from portal.templatetags.portal_thai import baht
from portal.viewsets import NothingToTick, ThaiDateColumn


def term_words(fee: Fee | None) -> str:
    if fee is None or fee.months is None:
        return gettext("without an end")
    return ngettext("%(count)d month", "%(count)d months", fee.months) % {"count": fee.months}


def fee_words(fee: Fee | None) -> str:
    if fee is None or not fee.amount:
        return gettext("free of charge")
    return baht(fee.amount)


def fee_of(tier: Tier) -> Fee | None:
    return next(iter(tier.fees_of_the_day), None)


class TierViewSet(SnippetViewSet):
    model = Tier
    icon = "tag"
    menu_label = _("Tiers")
    index_view_class = NothingToTick
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    list_display = [
        "name",
        "name_en",
        Column("months", label=_("Term"), accessor=lambda tier: term_words(fee_of(tier))),
        Column("fee", label=_("Fee"), accessor=lambda tier: fee_words(fee_of(tier))),
    ]
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")])]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tier]:
        return priced_tiers(timezone.localdate())


class SetsFee:
    """Saves through the action, which ends the fee that gives way."""

    form: Any
    request: SignedInRequest

    def save_instance(self) -> Fee:
        return set_fee(self.form.instance, by=self.request.user)

    def form_valid(self, form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except FeeRefused as refusal:
            form.add_error("valid_from", str(refusal))
            return self.form_invalid(form)


class FeeCreateView(SetsFee, CreateView):
    pass


class FeeEditView(SetsFee, EditView):
    pass


class FeeViewSet(SnippetViewSet):
    model = Fee
    icon = "tag"
    menu_label = _("Fees")
    index_view_class = NothingToTick
    add_view_class = FeeCreateView
    edit_view_class = FeeEditView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    list_filter = ["tier"]
    list_display = [
        "tier",
        Column("amount", label=_("Fee"), accessor=fee_words, sort_key="amount"),
        Column("months", label=_("Term"), accessor=term_words),
        ThaiDateColumn("valid_from", label=_("From"), sort_key="valid_from"),
        ThaiDateColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(template="network/cms/fee_help.html"),
            FieldPanel("tier"),
            FieldRowPanel([FieldPanel("amount"), number_panel("months")]),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        ],
        base_form_class=FeeForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Fee]:
        return Fee.objects.select_related("tier").order_by("tier_id", "-valid_from")
