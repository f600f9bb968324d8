"""One payment: how it is paid, the slip, and where it stands afterwards."""

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
from network.exceptions import NotYourPayment, PaidInTheFuture, PaymentMoved, PaymentRefused, SlipMissing
from network.forms.payments import SlipForm
from network.models import Membership, MembershipSettings, Payment, Representative
from network.models.membership_queryset import MembershipQuerySet
from network.printing.payment_code import payment_payload
from network.views.cases.standing import centre_of
from network.views.payments import standing
from network.views.payments.door import ledger_frame, own_payment
from portal.requests import SignedInRequest

FIELDS = {PaidInTheFuture: "paid_on", SlipMissing: "file"}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def payment(request: SignedInRequest, pk: int, payment: int) -> HttpResponse:
    """POST takes the slip; a second one takes the place of the first while the treasurer has not decided."""
    mandate, wanted = own_payment(request, pk, payment)
    if request.method != "POST":
        return payment_page(request, mandate, wanted, SlipForm())
    form = SlipForm(request.POST, request.FILES)
    if not form.is_valid():
        return payment_page(request, mandate, wanted, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        report_payment(wanted, by=request.user, method=PaymentMethod.TRANSFER, **form.keywords())
    except NotYourPayment:
        raise Http404 from None
    except PaymentRefused as refusal:
        form.add_error(FIELDS.get(type(refusal)), str(refusal))
        is_conflict = isinstance(refusal, PaymentMoved)
        wanted.refresh_from_db()
        status = HTTPStatus.CONFLICT if is_conflict else HTTPStatus.UNPROCESSABLE_ENTITY
        return payment_page(request, mandate, wanted, form, status=status)
    messages.success(request, _("Your slip has arrived. The treasurer looks at it; you get the receipt by e-mail."))
    return redirect(request.path)


def payment_page(
    request: SignedInRequest, mandate: Representative, wanted: Payment, form: SlipForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    entries = list(wanted.timeline.all())
    refusal = standing.refusal(wanted, entries)
    title = standing.title(wanted)
    context = {
        **ledger_frame(mandate, (title, "")),
        "payment": wanted,
        "title": title,
        "badge": standing.badge(wanted, is_refused=refusal is not None),
        "next": standing.next_words(wanted),
        "refusal": refusal,
        "history": standing.history(entries),
        "form": form,
        **parts(wanted),
    }
    return render(request, "network/payments/payment.html", context, status=status)


def certified_terms(payment: Payment) -> MembershipQuerySet:
    """The organization's terms of this tier that have a certificate today."""
    membership = payment.membership
    terms = Membership.objects.filter(organization=membership.organization_id, tier=membership.tier_id)
    return terms.in_good_standing()


def parts(payment: Payment) -> dict:
    """What only one status needs."""
    if payment.status == PaymentStatus.DUE:
        rules, province = MembershipSettings.load(), payment.membership.organization.entry.province
        return {"rules": rules, "has_code": bool(payment_payload(payment, rules)), "centre": centre_of(province)}
    if payment.status == PaymentStatus.ACCEPTED:
        return {
            "receipt": payment.receipts.valid().first(),
            # After a renewal it is another term's than the one that was paid for first.
            "certified": certified_terms(payment).first(),
        }
    return {}
