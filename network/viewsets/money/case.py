"""One payment in the CMS: the slip beside the facts, and what the treasurer does with it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from network.actions.payments import (
    accept_payment,
    cancel_payment,
    open_payment,
    refuse_payment,
    report_payment,
)
from network.enums import PaymentMethod, PaymentPurpose
from network.exceptions import NotYourPayment, PaymentMoved, PaymentRefused
from network.forms.verifying import TITLES, AcceptForm, CancelForm, RecordForm, RefuseForm
from network.mail.readers import primary_contacts
from network.models import Payment
from network.permissions import user_can_verify, user_is_treasurer, user_sees_payments
from network.viewsets.money.facts import facts, slip_of, warnings
from network.viewsets.money.offers import is_offered, offers
from portal.models import User
from portal.requests import SignedInRequest

LIST = "wagtailsnippets_network_payment:list"

type Act = Callable[[Payment, User, dict[str, Any]], str]


def accept(payment: Payment, by: User, typed: dict[str, Any]) -> str:
    receipt = accept_payment(payment, by=by, **typed)
    return _("Receipt %(number)s is written, and the organization has it by mail.") % {"number": receipt.display_number}


def refuse(payment: Payment, by: User, typed: dict[str, Any]) -> str:
    refuse_payment(payment, by=by, **typed)
    return _("It is written down, and the organization is told why.")


def cancel(payment: Payment, by: User, typed: dict[str, Any]) -> str:
    cancel_payment(payment, by=by, **typed)
    return _("It is cancelled, and the organization is told why.")


def record(payment: Payment, by: User, typed: dict[str, Any]) -> str:
    report_payment(payment, by=by, **{**typed, "method": PaymentMethod(typed["method"])})
    return _("It is recorded. Accept it now, and the receipt is written.")


def again(payment: Payment, by: User, typed: dict[str, Any]) -> str:
    if not (user_can_verify(by, payment) and is_offered("again", payment)):
        raise PaymentMoved
    opened = open_payment(payment.membership, PaymentPurpose(payment.purpose), by=by)
    return _("The fee is due again, and the organization is told.") if opened else _("Today nothing has to be paid.")


STEPS: dict[str, tuple[type[forms.Form], Act]] = {
    "accept": (AcceptForm, accept),
    "refuse": (RefuseForm, refuse),
    "cancel": (CancelForm, cancel),
    "record": (RecordForm, record),
    "again": (forms.Form, again),
}


@require_safe
def case(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one payment, and the decision when one is possible."""
    return page(request, own_payment(request, pk))


@require_POST
def step(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """Take the step that a form of the page is for."""
    payment = own_payment(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, act = STEPS[name]
    form = form_class(request.POST)
    if not form.is_valid():
        return page(request, payment, {name: form}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        said = act(payment, request.user, form.cleaned_data)
    except NotYourPayment as refusal:
        raise Http404 from refusal
    except PaymentRefused as refusal:
        return refused(request, payment, name, form, refusal)
    messages.success(request, said)
    return redirect("wagtailsnippets_network_payment:decide", pk) if name == "record" else redirect(LIST)


def refused(
    request: SignedInRequest, payment: Payment, name: str, form: forms.Form, refusal: PaymentRefused
) -> HttpResponse:
    """The sentence, everything typed, and the payment as it stands now."""
    messages.error(request, str(refusal))
    data = request.POST.copy()
    fresh = own_payment(request, payment.pk)
    data["seen"] = str(seen(fresh) or "")
    status = HTTPStatus.CONFLICT if isinstance(refusal, PaymentMoved) else HTTPStatus.UNPROCESSABLE_ENTITY
    return page(request, fresh, {name: type(form)(data)}, status=status)


def own_payment(request: SignedInRequest, pk: int) -> Payment:
    if not user_sees_payments(request.user):
        raise Http404
    related = ("membership__organization__entry__province", "membership__tier", "reported_by", "confirmed_by")
    return get_object_or_404(Payment.objects.visible_to(request.user).select_related(*related), pk=pk)


def seen(payment: Payment) -> int | None:
    return payment.timeline.order_by("-pk").values_list("pk", flat=True).first()


def page(
    request: SignedInRequest,
    payment: Payment,
    typed: dict[str, forms.Form] | None = None,
    *,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    decides = user_can_verify(request.user, payment)
    initial = {"seen": seen(payment)}
    ready = {name: form_class(initial=initial) for name, (form_class, _act) in STEPS.items()} | (typed or {})
    organization = payment.membership.organization
    context = {
        "payment": payment,
        "organization": organization,
        "facts": facts(payment),
        "slip": slip_of(payment),
        "warnings": warnings(payment),
        "offers": [
            {"name": name, "title": TITLES[name], "form": ready[name], "is_open": name in (typed or {})}
            for name in (offers(payment) if decides else [])
        ],
        "is_recused": user_is_treasurer(request.user) and not decides,
        "receipts": list(payment.receipts.order_by("-pk")),
        "timeline": list(payment.timeline.select_related("by")),
        "contacts": primary_contacts(organization.pk),
        "centre": organization.entry.province.centres.order_by("pk").first(),
        "list_url": reverse(LIST),
        "breadcrumbs_items": [
            {"url": reverse(LIST), "label": _("Payments")},
            {"url": "", "label": organization.display_name},
        ],
    }
    return TemplateResponse(request, "network/cms/payment.html", context, status=status)
