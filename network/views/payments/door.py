"""Whose payments they are: pages of an organization's own people, each below its address."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import Payment, Representative
from network.views.account import frame, own_mandate
from portal.requests import SignedInRequest

SHOWN = ("membership__organization__entry__province", "membership__tier")


def own_payment(request: SignedInRequest, organization: int, pk: int) -> tuple[Representative, Payment]:
    """The mandate under which the person acts, and a payment of that organization; 404 for any other."""
    mandate = own_mandate(request, organization)
    payments = Payment.objects.own_of(request.user).filter(membership__organization=organization)
    return mandate, get_object_or_404(payments.select_related(*SHOWN), pk=pk)


def address(name: str, payment: Payment) -> str:
    """Of one of the payment's pages."""
    return reverse(f"network_account:{name}", args=[payment.membership.organization_id, payment.pk])


def ledger_frame(mandate: Representative, *steps: tuple[str, str]) -> dict:
    """What each of these pages shows: for whom one acts, and the way back; `steps` are (title, address)."""
    context = frame(mandate)
    ledger = (_("Payments and papers"), reverse("network_account:payments", args=[mandate.organization_id]))
    context["breadcrumbs"] += [{"title": title, "url": url} for title, url in (ledger, *steps)]
    return context
