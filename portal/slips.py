"""The small QR code on the slip of a Thai bank transfer: which bank sent the money, and under which reference.

Source: the Thai banks' "Slip Verify" mini-QR. Tags in ASCII: 00 holds the kind of code (00, "000001"), the sending bank
(01, three digits) and its reference (02); 51 the country, TH; 91 the CRC-16 of all before it. The code says nothing of
amount or payee: it proves no payment, it only tells one transfer from another.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import zxingcpp
from PIL import Image

from portal.thai.promptpay import checksum

MAX_PIXELS = 25_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
# Larger pictures cost seconds and are read no better.
MAX_SIDE = 3000
# A slip sent on through a chat comes back so small that its squares are hard to tell apart; twice the size helps.
SMALL_SIDE = 1200

QR_CODES = zxingcpp.barcode_formats_from_str("QRCode")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Slip:
    """A transfer: the sending bank's three digits, and its reference, unique within the bank."""

    bank: str
    reference: str


def read_slip(file: IO[bytes]) -> Slip | None:
    """The transfer that a picture of a slip is about; None when there is no such code, or nobody can read it.

    `file` may hold anything at all, is read from its start, and stands at its start afterwards.
    """
    file.seek(0)
    try:
        return _in_picture(file)
    except Exception:  # What was uploaded is for people to judge: a picture we cannot read must never stop it.
        logger.info("A slip could not be read.", exc_info=True)
        return None
    finally:
        file.seek(0)


def slip_of(text: str) -> Slip | None:
    """What the text of a code says; None unless it is whole, and a slip's."""
    # Some banks write the checksum in small letters.
    if text[-8:-4] != "9104" or not text.isascii() or checksum(text[:-4]) != text[-4:].upper():
        return None
    inner = _tags(_tags(text).get("00", ""))
    bank, reference = inner.get("01", ""), inner.get("02", "")
    is_slip = (
        inner.get("00") == "000001" and re.fullmatch(r"[0-9]{3}", bank) and re.fullmatch(r"[0-9A-Za-z]+", reference)
    )
    return Slip(bank, reference) if is_slip else None


def _in_picture(file: IO[bytes]) -> Slip | None:
    with Image.open(file, formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            return None
        # A JPEG is decoded at half its size at once when that is large enough.
        image.draft("L", (MAX_SIDE, MAX_SIDE))
        grey = _on_white(image)
    return next((slip for sized in _sizes(grey) for slip in _slips(sized)), None)


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("L")
    # What shines through is black to a decoder, and black codes on it are gone.
    page = Image.new("RGBA", image.size, "white")
    page.alpha_composite(image.convert("RGBA"))
    return page.convert("L")


def _sizes(grey: Image.Image) -> Iterator[Image.Image]:
    grey.thumbnail((MAX_SIDE, MAX_SIDE))
    yield grey
    if max(grey.size) <= SMALL_SIDE:
        yield grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC)


def _slips(grey: Image.Image) -> Iterator[Slip]:
    for code in zxingcpp.read_barcodes(grey, formats=QR_CODES):
        if slip := slip_of(code.text):
            yield slip


def _tags(text: str) -> dict[str, str]:
    """{tag: value}, of two digits tag, two digits length; empty when the text does not come out even."""
    found = {}
    while text:
        head = re.match(r"([0-9]{2})([0-9]{2})", text, re.ASCII)
        if not head or len(text) < 4 + int(head[2]) or head[1] in found:
            return {}
        found[head[1]] = text[4 : 4 + int(head[2])]
        text = text[4 + int(head[2]) :]
    return found
