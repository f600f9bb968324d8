"""What buttons say: the reader's words, taken from the catalogues."""

from django.utils.translation import gettext, override


def thai(text: str) -> str:
    """The Thai that the portal shows for an English string of its code."""
    with override("th"):
        return gettext(text)
