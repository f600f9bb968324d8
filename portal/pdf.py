"""Documents in correct Thai: a Typst template beside its app, and data that never becomes markup."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.core.serializers.json import DjangoJSONEncoder

FOLDER = Path(__file__).parent / "typst"
SHEET = FOLDER / "sheet.typ"
FONTS = FOLDER / "fonts"
# Dots an inch of a picture: a phone's screen shows three of them for one of paper's.
SHARP = 216.0


def pdf(template: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a `*.typ` template, tagged for screen readers, with the portal's fonts and nobody else's.

    The template begins with `#import "sheet.typ": *` and reads `data`, JSON whose texts stay texts whatever they
    contain: dates and decimals arrive as strings, so write them as people read them. `files` are pictures by name,
    as in `{"qr.svg": b"…"}`, which the template draws with `image("qr.svg")`; SVG only.

    Raises:
        RuntimeError: the template is wrong, or asks for data that is not there.
    """
    return _compiled(template, data, files, format="pdf")


def picture(template: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PNG of a template of one page, to be kept among the photos of a phone; the rest as in `pdf`."""
    return _compiled(template, data, files, format="png", ppi=SHARP)


def _compiled(
    template: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None, **output: str | float
) -> bytes:
    sources = {"main.typ": template.read_bytes(), "sheet.typ": SHEET.read_bytes(), **(files or {})}
    return typst.compile(  # type: ignore[call-overload]  # -- its stub forgets that sources may be a dictionary
        sources,
        font_paths=[str(FONTS)],
        # Else the same document breaks its lines differently on every server.
        ignore_system_fonts=True,
        # JSON, never text put into the template: Typst would run what somebody typed as a name.
        sys_inputs={"data": json.dumps(dict(data), cls=DjangoJSONEncoder, ensure_ascii=False)},
        **output,
    )
