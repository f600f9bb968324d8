"""A fee on the desk: who has to pay it, how to reach them, and the centre's word that it has the money."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from network.actions.payments import confirm_at_centre, report_payment
from network.enums import PaymentMethod, PaymentStatus
from network.exceptions import NotYourPayment, PaidInTheFuture, PaymentMoved, PaymentRefused
from network.forms.payments import DayPaidForm
from network.models import Payment
from network.permissions import user_can_confirm
from network.views.cases.standing import centre_of
from network.views.desk.door import behind_the_desk, crumbs
from network.views.desk.rows import desk_phone
from network.views.payments import standing
from portal.requests import SignedInRequest

STATUSES = {PaymentMoved: HTTPStatus.CONFLICT, NotYourPayment: HTTPStatus.FORBIDDEN}


@require_http_methods(["GET", "HEAD", "POST"])
@behind_the_desk
def payment(request: SignedInRequest, pk: int) -> HttpResponse:
    """POST says that the centre has the money."""
    wanted = own_payment(request, pk)
    if request.method != "POST":
        return payment_page(request, wanted, DayPaidForm())
    form = DayPaidForm(request.POST)
    # What the organization has told already is only confirmed; its day stands.
    if not is_told(wanted) and not form.is_valid():
        return payment_page(request, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        take_word(wanted, form, request)
    except PaymentRefused as refusal:
        form.add_error("paid_on" if isinstance(refusal, PaidInTheFuture) else None, str(refusal))
        status = STATUSES.get(type(refusal), HTTPStatus.UNPROCESSABLE_ENTITY)
        return payment_page(request, own_payment(request, pk), form, status=status)
    words = _("Noted: you have the money of %(organization)s. The treasurer writes the receipt.")
    messages.success(request, words % {"organization": wanted.membership.organization.display_name})
    return redirect(f"{reverse('network_desk:board')}?show=unpaid")


def take_word(wanted: Payment, form: DayPaidForm, request: SignedInRequest) -> None:
    if is_told(wanted):
        confirm_at_centre(wanted, by=request.user)
    else:
        report_payment(wanted, by=request.user, method=PaymentMethod.CENTRE, **form.cleaned_data)


def own_payment(request: SignedInRequest, pk: int) -> Payment:
    """A payment of the person's provinces; 404 for any other."""
    return get_object_or_404(Payment.objects.on_desk_of(request.user).told(), pk=pk)


def is_told(payment: Payment) -> bool:
    """The organization says that it has paid at the centre."""
    return payment.status == PaymentStatus.SUBMITTED and payment.method == PaymentMethod.CENTRE


def payment_page(
    request: SignedInRequest, wanted: Payment, form: DayPaidForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    organization = wanted.membership.organization
    refusal = standing.refusal(wanted, list(wanted.timeline.all()))
    is_open = wanted.status == PaymentStatus.DUE or standing.is_with_centre(wanted)
    context = {
        "payment": wanted,
        "organization": organization,
        "title": standing.title(wanted),
        "badge": standing.badge(wanted, is_refused=refusal is not None),
        "phone": desk_phone(organization),
        "is_told": is_told(wanted),
        "is_open": is_open,
        "can_confirm": user_can_confirm(request.user, wanted),
        "message": reminder(wanted) if wanted.status == PaymentStatus.DUE else "",
        "form": form,
        "breadcrumbs": crumbs((organization.display_name, None)),
    }
    return render(request, "network/desk/payment.html", context, status=status)


def reminder(payment: Payment) -> str:
    """Ready words for the organization, to be copied into LINE, in the language of the page."""
    organization = payment.membership.organization
    context = {
        "payment": payment,
        "title": standing.title(payment),
        "centre": centre_of(organization.entry.province),
        "url": settings.BASE_URL.rstrip("/") + reverse("network_account:payment", args=[organization.pk, payment.pk]),
    }
    return render_to_string("network/desk/payment_line.txt", context).strip()
