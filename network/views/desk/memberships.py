"""A membership on the desk: how it stands, whom to call, and the renewal begun for those who come to the centre."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.actions.terms.renewal import start_renewal
from network.enums import RENEWABLE
from network.exceptions import TermRefused
from network.mail.terms import price_of_renewal
from network.models import Limits, Membership
from network.views.desk.door import behind_the_desk, crumbs
from network.views.desk.rows import desk_phone
from network.views.terms import words
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def membership(request: SignedInRequest, pk: int) -> HttpResponse:
    """POST begins the renewal; the next page is where the centre says that it has the money."""
    term = own_term(request, pk)
    if request.method != "POST":
        return page(request, term)
    try:
        payment = start_renewal(term, by=request.user)
    except TermRefused as refusal:
        messages.error(request, str(refusal))
        return page(request, term, status=HTTPStatus.CONFLICT)
    if payment:
        return redirect("network_desk:payment", pk=payment.pk)
    messages.success(request, _("The membership of %(name)s is renewed.") % {"name": term.organization.display_name})
    return redirect(f"{reverse('network_desk:board')}?show=ending")


def own_term(request: SignedInRequest, pk: int) -> Membership:
    """A membership of the person's provinces; 404 for any other."""
    rows = Membership.objects.on_desk_of(request.user)
    return get_object_or_404(rows.select_related("organization__entry__province", "tier"), pk=pk)


def page(request: SignedInRequest, term: Membership, *, status: int = HTTPStatus.OK) -> HttpResponse:
    limits = Limits.load()
    standing = term.standing_on(limits=limits)
    context = {
        "membership": term,
        "organization": term.organization,
        "badge": words.badge(standing),
        "when": words.end_words(term),
        "phone": desk_phone(term.organization),
        "price": price_of_renewal(term),
        "can_renew": standing in RENEWABLE,
        "breadcrumbs": crumbs((term.organization.display_name, None)),
    }
    return render(request, "network/desk/membership.html", context, status=status)
