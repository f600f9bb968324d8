"""The one look of every mail: the letter itself, why it came, and whom to call, as text and as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import override

from portal.letters.kinds import LetterKind, Text, Words
from portal.letters.writing import blocks, filled, one_line


class Contact(NamedTuple):
    """Whom to call about a mail; without one the council's own phone is named."""

    name: Text
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str
    html: str


def draw(
    kind: LetterKind,
    words: Words,
    values: Mapping[str, str],
    *,
    language: str,
    identity,
    contact: Contact | None = None,
) -> Letter:
    """The letter in `language`; `identity` is whose portal it is, `values` holds a text for every known variable."""
    with override(language):
        told = blocks(words.body, values, kind.links)
        context = {
            "subject": one_line(words.subject, values),
            "blocks": told,
            # Only the first address is drawn as a button: two buttons are a question.
            "first_link": next((block for block in told if block.url), None),
            "why": filled(str(kind.why), values),
            "identity": identity,
            "contact": contact,
            "language": language,
        }
        text = render_to_string("portal/letters/letter.txt", context).strip() + "\n"
        return Letter(context["subject"], text, render_to_string("portal/letters/letter.html", context))
