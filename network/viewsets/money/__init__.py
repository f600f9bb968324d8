"""The money's menu in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from network.viewsets.money.fees import FeeViewSet, TierViewSet
from network.viewsets.money.payments import PaymentViewSet
from network.viewsets.money.receipts import ReceiptViewSet


class MoneyViewSetGroup(SnippetViewSetGroup):
    menu_label = _("Fees and receipts")
    menu_icon = "tag"
    menu_order = 215
    items = (PaymentViewSet, ReceiptViewSet, TierViewSet, FeeViewSet)


__all__ = ["MoneyViewSetGroup"]
