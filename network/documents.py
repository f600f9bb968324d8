"""Documents as they may be stored: a PDF as it is, or a photo re-encoded without EXIF, GPS or other metadata."""

import io
from typing import IO
from uuid import uuid4

from django.core.files.base import ContentFile
from PIL import Image

from network.logos import LogoError, LogoProblem, clean_copy, opened

MAX_BYTES = 10 * 1024 * 1024
# A photographed page of small print can still be read.
MAX_SIDE = 2400
PDF = b"%PDF-"
DocumentProblem = LogoProblem
DocumentError = LogoError


def prepared_document(file: IO[bytes], size: int) -> ContentFile:
    """A PDF, or a JPEG of at most 2400 px a side, under a name nobody can guess.

    `size` is the file's length in bytes. Raises DocumentError.
    """
    if size > MAX_BYTES:
        raise DocumentError(DocumentProblem.TOO_LARGE)
    if file.read(len(PDF)) == PDF:
        file.seek(0)
        return ContentFile(file.read(), name=f"{uuid4().hex}.pdf")
    file.seek(0)
    clean = clean_copy(opened(file), MAX_SIDE)
    page = Image.new("RGB", clean.size, "white")
    page.paste(clean, mask=clean if clean.mode == "RGBA" else None)
    written = io.BytesIO()
    page.save(written, format="JPEG", quality=85)
    return ContentFile(written.getvalue(), name=f"{uuid4().hex}.jpg")
