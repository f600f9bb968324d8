"""Phone numbers as Thailand writes them, kept in one international form.

Kept: E.164 with the extension as in a `tel:` link, "+6632400000;ext=12" (RFC 3966), at most
32 characters. Shown: "032 400 000 ต่อ 12"; numbers abroad with their country code.
"""

import re
from enum import StrEnum

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

from portal.thai.text import drop_tones, tidy, to_arabic_digits

MAX_LENGTH = 32
_LONGEST_TYPED = 60
_EXTENSION = re.compile(r"(?:,?\s*(?:ตอ|ext\.?|extension|x|#|;ext=)\s*)(?P<extension>\d{1,7})$")
_LABEL = re.compile(r"^(?:โทรศัพท|โทร|มือถือ|tel|phone|mobile)[.:\s]*")
_SEVERAL = re.compile(r"\d[\d\s().-]{6,}(?:,|;|/|\sหรือ\s|\sและ\s|\sor\s|\sถึง\s|\sto\s)\s*[\d+(]")
_RANGE = re.compile(r"(?P<first>.*\d)\s*[-–]\s*\d{1,2}$")
_WRITING = re.compile(r"(?=.*\d)\+?[\d\s().\-–]+")


class PhoneProblem(StrEnum):
    """Why a typed phone number was refused."""

    UNREADABLE = "unreadable"
    SEVERAL = "several"
    WRONG_LENGTH = "wrong_length"
    NO_SUCH_NUMBER = "no_such_number"


class PhoneError(ValueError):
    """A typed phone number that cannot be taken; `problem` says why."""

    def __init__(self, problem: PhoneProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def parse_phone(text: str) -> str:
    """Return the number that `text` writes in the form that is kept.

    A number without a country code is Thai. Raises PhoneError.
    """
    plain = _plain(text)
    if _SEVERAL.search(plain):
        raise PhoneError(PhoneProblem.SEVERAL)
    plain, extension = _split_extension(plain)
    number = _parsed(plain)
    if not phonenumbers.is_valid_number(number):
        raise PhoneError(_problem(plain, number))
    kept = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{kept};ext={extension}" if extension else kept


def is_mobile(kept: str) -> bool:
    """Whether a kept number can receive a short message; abroad one cannot always tell."""
    digits, _, extension = kept.partition(";ext=")
    kind = phonenumbers.number_type(phonenumbers.parse(digits))
    return not extension and kind in {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}


def format_phone(kept: str, language: str = "th") -> str:
    """Return a kept number as people read it; text that is none comes back as it is."""
    digits, _, extension = kept.partition(";ext=")
    try:
        number = phonenumbers.parse(digits)
    except NumberParseException:
        return kept
    thai = number.country_code == phonenumbers.country_code_for_region("TH")
    style = PhoneNumberFormat.NATIONAL if thai else PhoneNumberFormat.INTERNATIONAL
    word = "ต่อ" if language.lower().startswith("th") else "ext."
    shown = phonenumbers.format_number(number, style)
    return f"{shown} {word} {extension}" if extension else shown


def _plain(text: str) -> str:
    if len(text) > _LONGEST_TYPED:
        raise PhoneError(PhoneProblem.UNREADABLE)
    plain = drop_tones(to_arabic_digits(tidy(text))).casefold()
    return _LABEL.sub("", " ".join(plain.split()))


def _split_extension(plain: str) -> tuple[str, str]:
    match = _EXTENSION.search(plain)
    return (plain[: match.start()], match["extension"]) if match else (plain, "")


def _parsed(plain: str) -> PhoneNumber:
    if not _WRITING.fullmatch(plain):
        raise PhoneError(PhoneProblem.UNREADABLE)
    try:
        return phonenumbers.parse(plain, "TH")
    except NumberParseException:
        raise PhoneError(PhoneProblem.WRONG_LENGTH) from None


def _problem(plain: str, number: PhoneNumber) -> PhoneProblem:
    """Tell "02-123-4567-8", a range of lines, from a slip of the finger."""
    match = _RANGE.fullmatch(plain)
    if match and phonenumbers.is_valid_number(_parsed(match["first"])):
        return PhoneProblem.SEVERAL
    possible = phonenumbers.is_possible_number(number)
    return PhoneProblem.NO_SUCH_NUMBER if possible else PhoneProblem.WRONG_LENGTH
