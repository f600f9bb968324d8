"""Pictures of bank slips, drawn for tests: a busy screen with the small code that Thai banks print on it."""

import io
import random

import segno
from PIL import Image, ImageDraw

from portal.thai.promptpay import checksum


def slip_text(bank="014", reference="202611250NwPbLbcnKxC1cRHp", *, kind="000001", country="TH"):
    """The text of a slip's code."""
    inner = "".join(f"{tag}{len(value):02}{value}" for tag, value in (("00", kind), ("01", bank), ("02", reference)))
    unsigned = f"00{len(inner):02}{inner}5102{country}9104"
    return unsigned + checksum(unsigned)


def slip_picture(text, *, size=(1080, 1920), scale=6, turned=0, seed=1, inverted=False, also=()):
    """A screen full of coloured blots with the code at its lower right; the codes `also` stand above it."""
    chance = random.Random(seed)  # noqa: S311  # -- the same blots in every run
    screen = Image.new("RGB", size, "#6a4fb0")
    pen = ImageDraw.Draw(screen)
    for _ in range(300):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = tuple(chance.randrange(256) for _ in range(3))
        pen.ellipse((x, y, x + chance.randrange(90), y + chance.randrange(90)), fill=colour)
    below = size[1]
    for words in [text, *also]:
        code = _code(words, scale, inverted=inverted)
        below -= code.height + 40
        screen.paste(code, (size[0] - code.width - 40, below))
    return screen.rotate(turned, expand=True, fillcolor="#222222")


def as_file(picture, kind="JPEG", **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    file.seek(0)
    return file


def _code(text, scale, *, inverted):
    drawn = io.BytesIO()
    dark, light = ("white", "black") if inverted else ("black", "white")
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=scale, border=3, dark=dark, light=light)
    return Image.open(drawn).convert("RGB")
