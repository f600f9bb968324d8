"""What buttons say: the reader's words, taken from the catalogues."""

from django.utils.translation import gettext, override, pgettext


def thai(text: str, context: str = "") -> str:
    """The Thai that the portal shows for an English string of its code."""
    with override("th"):
        return pgettext(context, text) if context else gettext(text)
