"""A membership is renewed on one screen: what it costs, until when it runs then, and who hears of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions.terms.beginning import next_days
from network.actions.terms.renewal import start_renewal
from network.enums import RENEWABLE, Standing
from network.exceptions import TermRefused
from network.mail.terms import price_of_renewal
from network.models import Membership, Representative, fee_on
from network.views.account import frame, own_mandate
from network.views.terms.panel import panels
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def renew(request: SignedInRequest, pk: int, term: int) -> HttpResponse:
    """The screen; its button asks for the money, or begins the next term at once when there is none to pay."""
    mandate = own_mandate(request, pk)
    membership = own_term(mandate, term)
    if request.method != "POST":
        return screen(request, mandate, membership)
    try:
        payment = start_renewal(membership, by=mandate.user)
    except TermRefused as refusal:
        messages.error(request, str(refusal))
        return screen(request, mandate, membership, status=409)
    if payment:
        return redirect("network_account:payment", pk=pk, payment=payment.pk)
    messages.success(request, _("The membership is renewed. Thank you for staying with us."))
    return redirect("network_account:organization", pk=pk)


def own_term(mandate: Representative, pk: int) -> Membership:
    rows = Membership.objects.own_of(mandate.user).filter(organization=mandate.organization_id).select_related("tier")
    return get_object_or_404(rows, pk=pk)


def screen(
    request: SignedInRequest, mandate: Representative, membership: Membership, *, status: int = 200
) -> HttpResponse:
    # A link in an old letter: what counts is the term that runs now.
    panel = next(p for p in panels(mandate.organization, mandate.user) if p.term.tier_id == membership.tier_id)
    people = Representative.objects.reachable().filter(organization=mandate.organization).select_related("user")
    context = {
        **frame(mandate),
        "panel": panel,
        "can_renew": panel.can_renew or (panel.is_to_be_paid and panel.standing in RENEWABLE),
        "is_renewed": membership.standing_on() == Standing.RENEWED,
        "people": people.primary().order_by("pk"),
        **price(panel.term),
    }
    context["breadcrumbs"] = [*context["breadcrumbs"], {"title": _("Renew the membership"), "url": ""}]
    return render(request, "network/terms/renew.html", context, status=status)


def price(membership: Membership) -> dict:
    """What the next term costs today, and its days if it is paid today."""
    today = timezone.localdate()
    fee = fee_on(membership.tier, today)
    starts_on, ends_on = next_days(membership, months=fee.months if fee else None, paid_on=today)
    return {"price": price_of_renewal(membership), "starts_on": starts_on, "ends_on": ends_on}
