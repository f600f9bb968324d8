"""Numbers as Thai readers write and say them."""

from decimal import Decimal

from portal.thai.text import to_thai_digits

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 10**6


def grouped(number: int | Decimal, *, thai_digits: bool = False) -> str:
    """Return `number` with a comma every three digits: 2,000 or ๒,๐๐๐."""
    text = f"{number:,}"
    return to_thai_digits(text) if thai_digits else text


def baht_text(amount: Decimal | int) -> str:
    """Return an amount of baht in words, as receipts write it: สองพันบาทถ้วน.

    Raises ValueError for a fraction of a satang and for what is not a number.
    """
    amount = Decimal(amount)
    # A receipt must not round: half a satang is a mistake of whoever calls.
    if not amount.is_finite() or amount != amount.quantize(Decimal("0.01")):
        raise ValueError("An amount of baht has at most two decimals.")
    baht, satang = divmod(int(abs(amount) * 100), 100)
    minus = "ลบ" if amount < 0 else ""
    if not satang:
        return f"{minus}{number_text(baht)}บาทถ้วน"
    return f"{minus}{f'{number_text(baht)}บาท' if baht else ''}{number_text(satang)}สตางค์"


def number_text(number: int) -> str:
    """Return a whole number of zero or more in Thai words: 21 is ยี่สิบเอ็ด."""
    if number < 0:
        raise ValueError("Only numbers of zero or more are said in words.")
    return _words(number) if number else "ศูนย์"


def _words(number: int) -> str:
    # Thai counts in millions and says ล้าน again for each: a billion is พันล้าน, a trillion ล้านล้าน.
    millions, rest = divmod(number, _MILLION)
    said = f"{_words(millions)}ล้าน" if millions else ""
    for place in reversed(range(6)):
        digit = rest // 10**place % 10
        said += _digit_words(digit, place, first=number < 10)
    return said


def _digit_words(digit: int, place: int, *, first: bool) -> str:
    if digit == 0:
        return ""
    if place == 1:
        # Ten is สิบ without a one, twenty ยี่สิบ instead of สองสิบ.
        return f"{ {1: '', 2: 'ยี่'}.get(digit, _DIGITS[digit]) }สิบ"
    # One at the end is เอ็ด after any other digit (๒๑, ๑๐๑), but หนึ่ง alone.
    return "เอ็ด" if (digit, place, first) == (1, 0, False) else _DIGITS[digit] + _PLACES[place]
