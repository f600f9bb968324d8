"""Logos as they may be stored: a real picture, small, re-encoded, without EXIF, GPS or other metadata."""

import io
import struct
from enum import StrEnum
from typing import IO
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 25_000_000
MAX_SIDE = 512
FORMATS = ("JPEG", "PNG", "WEBP")
# What Pillow raises for broken, hostile or unknown files.
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, struct.error)


class LogoProblem(StrEnum):
    """Why a file was refused."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    NO_IMAGE = "no_image"


class LogoError(ValueError):
    """A file that cannot become a logo; `problem` says why."""

    def __init__(self, problem: LogoProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


# Checked by opening it: names and content types are what the sender says.
def prepared_logo(file: IO[bytes], size: int) -> ContentFile:
    """A PNG (with transparency) or WebP of at most 512 px a side, under a name nobody can guess.

    `size` is the file's length in bytes. Raises LogoError.
    """
    if size > MAX_BYTES:
        raise LogoError(LogoProblem.TOO_LARGE)
    clean = clean_copy(opened(file), MAX_SIDE)
    suffix, options = ("png", {"optimize": True}) if clean.mode == "RGBA" else ("webp", {"quality": 88})
    written = io.BytesIO()
    clean.save(written, format=suffix.upper(), **options)
    return ContentFile(written.getvalue(), name=f"{uuid4().hex}.{suffix}")


def opened(file: IO[bytes]) -> Image.Image:
    """A picture of a known format and a size that memory bears; raises LogoError."""
    try:
        image = Image.open(file, formats=FORMATS)
        pixels = image.width * image.height
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise LogoError(LogoProblem.TOO_MANY_PIXELS) from None
    except _BROKEN:
        raise LogoError(LogoProblem.NO_IMAGE) from None
    if pixels > MAX_PIXELS:
        raise LogoError(LogoProblem.TOO_MANY_PIXELS)
    return image


def clean_copy(image: Image.Image, side: int) -> Image.Image:
    """The picture alone, upright, at most `side` px: a fresh canvas carries nothing over from the file."""
    try:
        upright = ImageOps.exif_transpose(image)
        has_alpha = "A" in upright.getbands() or "transparency" in upright.info
        mode = "RGBA" if has_alpha else "RGB"
        pixels = upright.convert(mode)
    except _BROKEN:
        raise LogoError(LogoProblem.NO_IMAGE) from None
    pixels.thumbnail((side, side))
    canvas = Image.new(mode, pixels.size)
    canvas.paste(pixels)
    return canvas
