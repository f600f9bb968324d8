"""Phones, addresses of mail and pages."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from network.importing.reading import Reading
from network.importing.remarks import Problem
from portal.forms.texts import tidy_line
from portal.thai.phones import PhoneError, PhoneProblem, format_phone, parse_phone
from portal.thai.text import to_arabic_digits

_BETWEEN = re.compile(r"\s*(?:[,;\n]|(?<=[\d)])\s*/|/\s*(?=[\d(+])|\sหรือ\s|\sและ\s|\sor\s|\sand\s)\s*")
_BRACKETS = re.compile(r"\([^()]*[^\d()\s.\-][^()]*\)")
_AROUND_SIGNS = re.compile(r"\s*([@.])\s*")
_LINE_LABEL = re.compile(r"^(?:line|ไลน์|id|ไอดี)(?:\s*(?:id|ไอดี))?\s*[:=]\s*", re.IGNORECASE)
_FACEBOOK_LABEL = re.compile(r"^(?:fb|facebook|เฟซบุ๊ก|เฟสบุ๊ค|เพจ)\s*[:=]\s*", re.IGNORECASE)
_FACEBOOK_NAME = re.compile(r"[A-Za-z0-9.\-]{5,60}")
_GOOD_ADDRESS = URLValidator(schemes=["http", "https"])
LINE_LENGTH = 60
URL_LENGTH = 200
EMAIL_LENGTH = 254
# A number without its zero, as Excel makes of 081 234 5678: nine digits of a mobile, eight of a landline.
_NO_ZERO = re.compile(r"[689]\d{8}|[2-7]\d{7}")


def clean_contacts(row: Reading) -> None:
    _phone(row)
    _email(row)
    row.keep("line_id", _LINE_LABEL.sub("", row.text("line_id")), "line_id", LINE_LENGTH)
    _page(row, "website")
    _page(row, "facebook")


def phones(text: str) -> tuple[list[str], list[str], PhoneProblem | None]:
    """The numbers of a cell as they are kept, the pieces that are none, and what is wrong with the first of those."""
    found, rest, problem = [], [], None
    for piece in filter(None, map(str.strip, _BETWEEN.split(_BRACKETS.sub(" ", text)))):
        try:
            found.append(parse_phone(_with_zero(piece)))
        except PhoneError as error:
            rest.append(piece)
            problem = problem or error.problem
    return found, rest, problem


def _with_zero(piece: str) -> str:
    digits = re.sub(r"[\s\-]", "", to_arabic_digits(piece))
    if _NO_ZERO.fullmatch(digits):
        return f"0{digits}"
    return f"+{digits}" if digits.startswith("66") and digits.isdecimal() else piece


def _phone(row: Reading) -> None:
    for name in ("phone", "mobile"):
        found, rest, problem = phones(row.lines(name))
        if not found and problem:
            row.refuse(f"phone:{problem}", name)
        left_out = rest if "phone" not in row.values else found + rest
        if found and "phone" not in row.values:
            row.values["phone"] = found[0]
            left_out = [*found[1:], *rest]
        if found and left_out:
            row.note(Problem.LEFT_OUT, name, text=", ".join(map(format_phone, left_out)))


def _email(row: Reading) -> None:
    pieces = re.split(r"[\s,;/]+", _AROUND_SIGNS.sub(r"\1", row.text("email")))
    addresses = [piece.strip(".<>()").removeprefix("mailto:") for piece in pieces if piece.strip(".<>()")]
    if not addresses:
        return
    try:
        validate_email(addresses[0])
    except ValidationError:
        row.refuse(Problem.EMAIL, "email", text=row.text("email"))
        return
    row.keep("email", addresses[0], "email", EMAIL_LENGTH)
    if addresses[1:]:
        row.note(Problem.LEFT_OUT, "email", text=", ".join(addresses[1:]))


def _page(row: Reading, name: str) -> None:
    text = row.text(name)
    if not text:
        return
    address = _address(text, name)
    try:
        _GOOD_ADDRESS(address)
    except ValidationError:
        # A page's name is no address of it; the organization adds that itself.
        if name == "facebook":
            row.note(Problem.PAGE_LEFT_OUT, name, text=text)
        else:
            row.refuse(Problem.WEBSITE, name, text=text)
        return
    row.keep(name, address, name, URL_LENGTH)


def _address(text: str, name: str) -> str:
    text = tidy_line(_FACEBOOK_LABEL.sub("", text)) if name == "facebook" else text
    address = text.replace(" ", "")
    if "://" in address:
        return address
    if name == "facebook" and "/" not in address and _FACEBOOK_NAME.fullmatch(text):
        return f"https://www.facebook.com/{text}"
    return f"https://{address}"
