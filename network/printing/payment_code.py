"""The code by which a payment is made: read from a screen, or from a picture that the phone itself has kept."""

import io
from pathlib import Path

import segno
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import MembershipSettings, Payment
from portal.pdf import picture
from portal.templatetags.portal_thai import baht
from portal.thai.promptpay import bill_payload, transfer_payload

TEMPLATE = Path(__file__).parents[1] / "typst" / "payment_code.typ"


def payment_payload(payment: Payment, rules: MembershipSettings) -> str:
    """What the code says; "" while the council has no number that banks can pay to.

    A biller number brings the payment's own code into the bank statement, so it goes before a PromptPay number.
    """
    if rules.biller_id:
        return bill_payload(rules.biller_id, payment.amount, payment.reference)
    if rules.promptpay_id:
        return transfer_payload(rules.promptpay_id, payment.amount)
    return ""


def payment_code_svg(payload: str) -> bytes:
    """The bare code, black on white on any page, as a file of its own."""
    drawn = io.BytesIO()
    segno.make(payload, error="m", micro=False).save(drawn, kind="svg", scale=6, border=4, light="white", xmldecl=False)
    return drawn.getvalue()


def payment_code_picture(payment: Payment, payload: str, rules: MembershipSettings) -> bytes:
    """A PNG with the code, to whom and how much: in the phone's photos a code alone tells nobody what it is."""
    lines = [_("Payment code %(code)s") % {"code": payment.reference}]
    data = {
        "title": lines[0],
        "lang": get_language() or "th",
        "payee": rules.account_name,
        "amount": baht(payment.amount),
        "lines": lines,
    }
    return picture(TEMPLATE, data, {"qr.svg": payment_code_svg(payload)})
