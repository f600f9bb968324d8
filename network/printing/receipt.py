"""A receipt as it is printed and mailed: nothing in it but what was frozen when it was issued."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.models import Receipt
from network.printing.parts import day, emblem, fact, in_both, qr, verification_url, without_scheme
from portal.models import Identity
from portal.pdf import pdf
from portal.thai.dates import local_date
from portal.thai.numbers import baht_text

TEMPLATE = Path(__file__).parents[1] / "typst" / "receipt.typ"


def receipt_pdf(receipt: Receipt) -> bytes:
    """One A4 page, Thai first and English beside it; a voided receipt is stamped as such."""
    pictures = {"emblem.svg": emblem(Identity.load()), "qr.svg": qr(verification_url(receipt.token))}
    return pdf(TEMPLATE, receipt_data(receipt), pictures)


def receipt_data(receipt: Receipt) -> dict:
    """What receipt.typ draws; a list of two texts is Thai and English."""
    address = verification_url(receipt.token)
    return {
        "title": f"{in_both(_receipt)[0]} {receipt.display_number}",
        "heading": in_both(_receipt),
        "issuer": {"name": receipt.issuer_name, "lines": _issuer_lines(receipt)},
        "numbers": [
            fact(lambda: pgettext("receipt", "No."), lambda: receipt.display_number),
            fact(lambda: _("Date"), lambda: day(receipt.issued_on)),
        ],
        "payer": _payer(receipt),
        "columns": [
            in_both(lambda: pgettext("receipt", "Description")),
            in_both(lambda: pgettext("receipt", "Baht")),
        ],
        "description": [receipt.description, receipt.description_en],
        "amount": f"{receipt.amount:,.2f}",
        "words": f"({baht_text(receipt.amount)})",
        "facts": [fact(lambda: pgettext("receipt", "Paid by"), lambda: _way(receipt)), *_replaced(receipt)],
        "void": _void(receipt),
        "check": in_both(lambda: _("Check this receipt: point a phone’s camera at the square, or open")),
        "address": address,
        "shown_address": without_scheme(address),
        "signer": receipt.issued_by_name,
        "signer_role": in_both(lambda: pgettext("receipt", "Treasurer")),
    }


def _receipt() -> str:
    return pgettext("heading of a paper", "Receipt")


def _issuer_lines(receipt: Receipt) -> list[str]:
    tax_number = in_both(lambda: _("Tax number %(number)s") % {"number": receipt.issuer_tax_id})
    return [*receipt.issuer_address.splitlines(), *(tax_number[:1] if receipt.issuer_tax_id else [])]


def _payer(receipt: Receipt) -> list[dict]:
    """{label, value, strong} of what is known of the payer."""
    rows = [
        (in_both(lambda: pgettext("receipt", "Received from")), receipt.payer_name, True),
        (in_both(lambda: _("Address")), receipt.payer_address, False),
        (in_both(lambda: pgettext("receipt", "Registration no.")), receipt.payer_tax_id, False),
    ]
    return [{"label": label, "value": value, "strong": strong} for label, value, strong in rows if value]


def _way(receipt: Receipt) -> str:
    way = receipt.get_method_display()
    if receipt.paid_on is None:
        return way
    return pgettext("receipt", "%(way)s, %(day)s") % {"way": way, "day": day(receipt.paid_on)}


def _replaced(receipt: Receipt) -> list[dict]:
    old = receipt.replaces
    if old is None:
        return []
    return [fact(lambda: pgettext("receipt", "In the place of the voided receipt"), lambda: old.display_number)]


def _void(receipt: Receipt) -> dict | None:
    if receipt.void_at is None:
        return None
    voided = receipt.void_at
    sentences = [in_both(lambda: pgettext("receipt", "Voided on %(day)s.") % {"day": day(local_date(voided))})]
    if receipt.void_reason:
        # Written by a person, in one language.
        sentences.append([receipt.void_reason, ""])
    if new := receipt.replacements.first():
        sentences.append(
            in_both(lambda: pgettext("receipt", "Replaced by %(number)s.") % {"number": new.display_number})
        )
    return {"mark": in_both(lambda: pgettext("stamp", "VOID")), "sentences": sentences}
