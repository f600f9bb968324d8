"""What the treasurer reads about a payment before deciding."""

from datetime import timedelta
from pathlib import PurePath

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.enums import PaymentMethod, PaymentStatus
from network.models import Payment
from network.views.payments.files import SAFE_TO_SHOW
from portal.templatetags.portal_thai import datetime_long, thai_date
from portal.thai.banks import bank_name

# As far apart may two payments lie that look like one.
NEAR = timedelta(days=60)


def facts(payment: Payment) -> list[dict[str, str]]:
    """{term, value} of everything that is known, in the order in which it is checked."""
    known = [
        (_("Amount"), _("%(amount)s baht") % {"amount": f"{payment.amount:,.2f}"}),
        (_("For what"), f"{payment.get_purpose_display()} · {payment.membership.tier}"),
        (_("Payment code"), payment.reference),
        (_("How it was paid"), payment.get_method_display()),
        (_("Paid on"), thai_date(payment.paid_on)),
        (_("Bank of the slip"), bank_name(payment.slip_bank, get_language() or "th")),
        (_("Bank reference"), payment.slip_reference),
        (_("Reported by"), _who(payment.reported_by, payment.reported_at)),
        (_("Confirmed by the centre"), _who(payment.confirmed_by, payment.confirmed_at)),
        (_("To be paid by"), thai_date(payment.due_on)),
    ]
    return [{"term": term, "value": value} for term, value in known if value]


def slip_of(payment: Payment) -> dict | None:
    """{url, name, is_picture} of the slip; None where there is none."""
    if not payment.slip:
        return None
    url = reverse("network_account:payment_slip", args=[payment.membership.organization_id, payment.pk])
    is_picture = PurePath(str(payment.slip.name)).suffix == SAFE_TO_SHOW
    return {"url": url, "name": payment.slip_name, "is_picture": is_picture}


def warnings(payment: Payment) -> list[dict]:
    """{text, payments}: what speaks against accepting it, each with the payments to compare; only while it is open."""
    if payment.status != PaymentStatus.SUBMITTED:
        return []
    found = [
        {
            "text": _("The same slip was sent for another payment. Money that came once is accepted once."),
            "payments": _named(Payment.objects.with_the_same_slip(payment)),
        },
        {
            "text": _("The organization has another payment of the same amount. Is this the same money?"),
            "payments": _named(_alike(payment)),
        },
    ]
    found = [warning for warning in found if warning["payments"]]
    if payment.method == PaymentMethod.CENTRE and not payment.confirmed_at:
        text = _("The centre has not confirmed yet that it holds the money. Call it before you accept.")
        found.insert(0, {"text": text, "payments": []})
    return found


def _alike(payment: Payment) -> QuerySet[Payment]:
    day = payment.paid_on
    if day is None:
        return Payment.objects.none()
    others = Payment.objects.filter(
        membership__organization=payment.membership.organization_id,
        amount=payment.amount,
        status__in=(PaymentStatus.SUBMITTED, PaymentStatus.ACCEPTED),
        paid_on__range=(day - NEAR, day + NEAR),
    )
    return others.exclude(pk=payment.pk)


def _named(payments: QuerySet[Payment]) -> list[dict[str, str]]:
    rows = payments.select_related("membership__organization").order_by("-pk")[:5]
    return [
        {
            "url": reverse("wagtailsnippets_network_payment:decide", args=[row.pk]),
            "name": row.membership.organization.display_name,
            "about": f"{row.get_status_display()} · {thai_date(row.paid_on)}",
        }
        for row in rows
    ]


def _who(person, moment) -> str:
    """ "Ms Sample · 6 January 2565, 10:00"; nothing when nobody did it."""
    return " · ".join(str(part) for part in (person or "", datetime_long(moment) if moment else "") if part)
