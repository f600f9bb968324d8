"""Letters about money: to the organization that pays, to its centre, and to the treasurers."""

from django.utils.translation import gettext_lazy as _

from network.letters.deciders import SERVES
from network.letters.variables import letter

PAYS = _("You get this mail because you are a contact of {organization}.")
VERIFIES = _("You get this mail because you are a treasurer of the council.")

PAYMENT_LETTERS = [
    letter(
        "payment_due",
        _("Fee to be paid"),
        PAYS,
        *("purpose", "tier", "amount", "account", "payment_code", "until", "payment_link"),
    ),
    letter("payment_received", _("Payment reported"), PAYS, "purpose", "amount", "paid_on", "method", "payment_link"),
    letter("payment_refused", _("Payment refused"), PAYS, "amount", "reason", "payment_code", "payment_link"),
    letter("payment_cancelled", _("Payment cancelled"), PAYS, "purpose", "amount", "reason", "payment_link"),
    letter(
        "receipt_issued",
        _("Receipt issued"),
        PAYS,
        *("receipt", "purpose", "amount", "tier", "number", "member_until", "payment_link"),
    ),
    letter("receipt_voided", _("Receipt voided"), PAYS, "receipt", "reason", "successor", "payment_link"),
    letter(
        "payment_at_centre",
        _("Paid at the centre, to the centre"),
        SERVES,
        *("purpose", "amount", "paid_on", "payment_code", "desk_link"),
    ),
    letter(
        "payment_waiting",
        _("Payment waits for the treasurer"),
        VERIFIES,
        *("province", "purpose", "amount", "method", "paid_on", "confirmed", "case_link", "queue_link"),
    ),
]
