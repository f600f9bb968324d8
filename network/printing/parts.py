"""What every paper shows: words in both languages, the emblem, and the square that leads to its verification."""

import base64
from collections.abc import Callable
from datetime import date
from pathlib import Path

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.images.models import AbstractImage, AbstractRendition

import portal
from portal.models import Identity
from portal.thai.dates import long_date

LANGUAGES = ("th", "en")
DRAWN_EMBLEM = Path(portal.__file__).parent / "static" / "portal" / "img" / "emblem.svg"
# Sharp on paper at the size in which papers show it.
EMBLEM_SIZE = "max-600x600|format-png"


def in_both(write: Callable[[], object]) -> list[str]:
    """What `write` says in Thai and in English."""
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(str(write()))
    return said


def fact(label: Callable[[], str], value: Callable[[], object]) -> dict[str, list[str]]:
    """A label and its value, both in both languages; a value that is the same in both is said once."""
    thai, english = in_both(value)
    return {"label": in_both(label), "value": [thai, "" if english == thai else english]}


def day(value: date) -> str:
    """In the language that is active."""
    return long_date(value, get_language() or "th")


def emblem(identity: Identity) -> bytes:
    """An SVG: the council's own emblem, or the drawn one that stands in for it."""
    image = identity.emblem
    try:
        if image is None:
            return DRAWN_EMBLEM.read_bytes()
        if image.is_svg():
            return _content(image)
        shown = image.get_rendition(EMBLEM_SIZE)
        return _as_svg(_content(shown), shown.width, shown.height)
    # A backup without its pictures must not keep anybody from their receipt.
    except OSError:
        return DRAWN_EMBLEM.read_bytes()


def _content(picture: AbstractImage | AbstractRendition) -> bytes:
    with picture.file.open("rb") as file:
        return file.read()


def _as_svg(png: bytes, width: int, height: int) -> bytes:
    # Typst's Python package takes files that are text only.
    data = base64.b64encode(png).decode()
    size = f'width="{width}" height="{height}"'
    image = f'<image {size} href="data:image/png;base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode()


def verification_url(token: str) -> str:
    """The whole address that a paper's code holds."""
    return whole_address("network:verify", token)


def whole_address(name: str, *arguments: str) -> str:
    """Of a page that the square on a paper leads to; the page speaks both languages."""
    with override("th"):
        return settings.BASE_URL.rstrip("/") + reverse(name, args=arguments)


def without_scheme(url: str) -> str:
    """As people type it."""
    return url.partition("://")[2]


def qr(text: str) -> bytes:
    """An SVG that survives a fold and a bad printer: a quarter of it may be lost."""
    return segno.make(text, error="q", micro=False).svg_inline(scale=4, border=2).encode()
