"""All payments of an organization, and the papers it may fetch."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from network.mail.links import absolute
from network.models import Membership, Payment, Receipt
from network.views.account import own_mandate
from network.views.payments import standing
from network.views.payments.door import address, ledger_frame
from portal.requests import SignedInRequest


@require_GET
@never_cache
@login_required
def payments(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is still owed first."""
    mandate = own_mandate(request, pk)
    found = Payment.objects.own_of(request.user).filter(membership__organization=pk).told()
    context = {
        **ledger_frame(mandate),
        "rows": [row(payment) for payment in sorted(found, key=lambda one: (not one.is_open, -one.pk))],
        "certificates": [
            {"membership": membership, "verify_url": absolute("network:verify", membership.certificate_token)}
            for membership in Membership.objects.own_of(request.user)
            .filter(organization=pk)
            .in_good_standing()
            .select_related("tier")
        ],
        "receipts": Receipt.objects.own_of(request.user).filter(payment__membership__organization=pk),
    }
    context["breadcrumbs"][-1]["url"] = ""
    return render(request, "network/payments/ledger.html", context)


def row(payment: Payment) -> dict:
    """Parameters of network/payments/row.html."""
    refusal = standing.refusal(payment, list(payment.timeline.all()))
    return {
        "title": standing.title(payment),
        "organization": payment.membership.organization.display_name,
        "badge": standing.badge(payment, is_refused=refusal is not None),
        "next": standing.next_words(payment),
        "is_due": payment.status == standing.S.DUE,
        "url": address("payment", payment),
    }
