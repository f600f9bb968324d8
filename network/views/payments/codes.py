"""The payment's code as the page shows it, and as the phone keeps it among its photos."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.enums import PaymentStatus
from network.models import MembershipSettings, Payment
from network.printing.payment_code import payment_code_picture, payment_code_svg, payment_payload
from network.views.payments.door import own_payment
from portal.requests import SignedInRequest


@require_safe
@never_cache
@login_required
def code_svg(request: SignedInRequest, pk: int, payment: int) -> HttpResponse:
    _payment, payload, _rules = payable(request, pk, payment)
    return HttpResponse(payment_code_svg(payload), content_type="image/svg+xml")


@require_safe
@never_cache
@login_required
def code_png(request: SignedInRequest, pk: int, payment: int) -> HttpResponse:
    """To be saved: the phone that shows a code cannot scan it, but its bank's app reads it from the photos."""
    wanted, payload, rules = payable(request, pk, payment)
    answer = HttpResponse(payment_code_picture(wanted, payload, rules), content_type="image/png")
    answer["Content-Disposition"] = f'attachment; filename="promptpay-{wanted.reference}.png"'
    return answer


def payable(request: SignedInRequest, pk: int, payment: int) -> tuple[Payment, str, MembershipSettings]:
    """A payment with what its code says; 404 once nobody should pay it, and while the council has no number."""
    _mandate, wanted = own_payment(request, pk, payment)
    rules = MembershipSettings.load()
    payload = payment_payload(wanted, rules) if wanted.status == PaymentStatus.DUE else ""
    if not payload:
        raise Http404
    return wanted, payload, rules
