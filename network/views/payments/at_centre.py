"""The money was brought to the coordination centre: the organization says so, the centre confirms it."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from network.actions.payments import report_payment
from network.enums import PaymentMethod, PaymentStatus
from network.exceptions import NotYourPayment, PaidInTheFuture, PaymentMoved, PaymentRefused
from network.forms.payments import DayPaidForm
from network.models import Payment, Representative
from network.views.cases.standing import centre_of
from network.views.payments import standing
from network.views.payments.door import address, ledger_frame, own_payment
from portal.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def at_centre(request: SignedInRequest, pk: int, payment: int) -> HttpResponse:
    """Where to bring it, and on which day it was brought."""
    mandate, wanted = own_payment(request, pk, payment)
    if wanted.status != PaymentStatus.DUE and request.method != "POST":
        return redirect(address("payment", wanted))
    if request.method != "POST":
        return page(request, mandate, wanted, DayPaidForm())
    form = DayPaidForm(request.POST)
    if not form.is_valid():
        return page(request, mandate, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        report_payment(wanted, by=request.user, method=PaymentMethod.CENTRE, **form.cleaned_data)
    except NotYourPayment:
        raise Http404 from None
    except PaymentMoved as refusal:
        messages.error(request, str(refusal))
        return redirect(address("payment", wanted))
    except PaymentRefused as refusal:
        form.add_error("paid_on" if isinstance(refusal, PaidInTheFuture) else None, str(refusal))
        return page(request, mandate, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Noted. The centre is asked to confirm it."))
    return redirect(address("payment", wanted))


def page(
    request: SignedInRequest,
    mandate: Representative,
    wanted: Payment,
    form: DayPaidForm,
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    title = standing.title(wanted)
    context = {
        **ledger_frame(mandate, (title, address("payment", wanted)), (_("Paid at the centre"), "")),
        "payment": wanted,
        "title": title,
        "centre": centre_of(wanted.membership.organization.entry.province),
        "form": form,
        "payment_url": address("payment", wanted),
    }
    return render(request, "network/payments/at_centre.html", context, status=status)
