"""The text of a Thai QR payment code, which every Thai bank's app reads.

Source: EMVCo, QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, and the Bank of Thailand's
Thai QR Payment Standard. Tag 29 pays to a PromptPay number, without a reference of ours; tag 30 pays a bill and
brings the payer's reference into the payee's bank statement.
"""

import binascii
import re
from decimal import Decimal

from portal.thai.identifiers import is_mobile

_TRANSFER_AID = "A000000677010111"
_BILL_AID = "A000000677010112"
_BAHT = "764"
# EMVCo gives an amount 13 places, the dot and both satang among them.
_MOST = Decimal("9999999999.99")


def transfer_payload(number: str, amount: Decimal) -> str:
    """Pays `amount` baht to a PromptPay number: a mobile (10 digits), a national or tax id (13), an e-wallet (15).

    Raises ValueError for any other number and for what is no amount.
    """
    return _payload("29", _tag("00", _TRANSFER_AID) + _proxy(number), amount)


def bill_payload(biller: str, amount: Decimal, reference: str, second_reference: str = "") -> str:
    """Pays a bill to a biller id (15 digits: the tax id and two more that the bank gives).

    References are 1 to 20 capital letters and digits. Raises ValueError for anything else.
    """
    if not is_biller_id(biller):
        raise ValueError("A biller id has 15 digits.")
    references = [_tag("02", _reference(reference))]
    if second_reference:
        references.append(_tag("03", _reference(second_reference)))
    return _payload("30", _tag("00", _BILL_AID) + _tag("01", biller) + "".join(references), amount)


def is_biller_id(digits: str) -> bool:
    """Whether `digits` can be the id under which a bank collects bills for the payee."""
    return bool(re.fullmatch(r"[0-9]{15}", digits))


def checksum(text: str) -> str:
    """The CRC-16/CCITT-FALSE of ASCII `text` in four capital hexadecimal digits; that of "123456789" is 29B1."""
    return f"{binascii.crc_hqx(text.encode('ascii'), 0xFFFF):04X}"


def _payload(tag: str, payee: str, amount: Decimal) -> str:
    unsigned = "".join(
        [
            _tag("00", "01"),
            # "12" is for one payment, since the amount is in it.
            _tag("01", "12"),
            _tag(tag, payee),
            _tag("58", "TH"),
            _tag("53", _BAHT),
            _tag("54", _baht(amount)),
            "6304",
        ]
    )
    return unsigned + checksum(unsigned)


def _proxy(number: str) -> str:
    if is_mobile(number):
        # 13 places: the country's code instead of the first zero, filled up with zeros from the left.
        return _tag("01", f"0066{number[1:]}")
    if re.fullmatch(r"[0-9]{13}", number):
        return _tag("02", number)
    if re.fullmatch(r"[0-9]{15}", number):
        return _tag("03", number)
    raise ValueError("A PromptPay number has 10, 13 or 15 digits.")


def _reference(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Z]{1,20}", text):
        raise ValueError("A reference has 1 to 20 capital letters and digits.")
    return text


def _baht(amount: Decimal) -> str:
    if not amount.is_finite() or not 0 < amount <= _MOST or amount != amount.quantize(Decimal("0.01")):
        raise ValueError("An amount is more than nothing and has at most two decimals.")
    return f"{amount:.2f}"


def _tag(code: str, value: str) -> str:
    return f"{code}{len(value):02}{value}"
