"""Numbers that Thai offices and banks give, as they are typed and as they are shown."""

import re

from portal.thai.text import tidy, to_arabic_digits

_SEPARATORS = re.compile(r"[\s.\-–]+")
# 13 down to 2, one for each of the first twelve digits; the thirteenth is what they prove.
_WEIGHTS = range(13, 1, -1)


def bare_digits(text: str) -> str:
    """Return `text` in Arabic digits without spaces, dots and dashes: "๑๒๓-๔" is "1234". Other letters stay."""
    return _SEPARATORS.sub("", to_arabic_digits(tidy(text)))


def is_national_or_tax_id(digits: str) -> bool:
    """Whether 13 digits carry the check digit that the Department of Provincial Administration gives (modulus 11)."""
    if not re.fullmatch(r"[0-9]{13}", digits):
        return False
    # zip stops at the twelfth digit on purpose.
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 10 == int(digits[-1])


def is_mobile(digits: str) -> bool:
    """Whether ten digits can be a Thai mobile number."""
    # 06, 08 and 09 are the mobile prefixes of the NBTC's plan; PromptPay takes no others.
    return bool(re.fullmatch(r"0[689][0-9]{8}", digits))


def grouped_account(digits: str) -> str:
    """Return a ten-digit account number as passbooks print it, 123-4-56789-0; others as they are."""
    match = re.fullmatch(r"([0-9]{3})([0-9])([0-9]{5})([0-9])", digits)
    return "-".join(match.groups()) if match else digits
