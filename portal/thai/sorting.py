"""Dictionary order of Thai names as stored bytes: the same on every database."""

import re
import unicodedata
from functools import cache

from portal.thai.text import tidy, to_arabic_digits

# The order of the Royal Institute's dictionary is the code points' order, once leading vowels have changed places.
CONSONANTS = "".join(map(chr, range(0x0E01, 0x0E2F)))
_PRIMARY = {letter: bytes([0x20 + place]) for place, letter in enumerate(CONSONANTS + "ํะัาำิีึืุูเแโใไฺ")}
_PRIMARY |= {"ๅ": _PRIMARY["า"]}
_PRIMARY |= {digit: bytes([0x10 + int(digit)]) for digit in "0123456789"}
_PRIMARY |= {letter: bytes([0x70 + place]) for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
# Tone marks after the plain letter, then accents in the order of the Unicode collation.
_SECONDARY = {mark: bytes([0x03 + place]) for place, mark in enumerate("๎์็่้๊๋")}
_SECONDARY |= {
    mark: bytes([0x20 + place])
    for place, mark in enumerate("\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307")
}
_PLAIN, _VARIANT, _LEVEL = b"\x02", b"\x03", b"\x00"
_LEADING_VOWEL = re.compile(f"([เ-ไ])([{CONSONANTS}])")
_LIGATURES = str.maketrans({"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ß": "ss"})


def sort_key(text: str) -> bytes:
    """Return bytes that order like `text` in a Thai dictionary.

    Levels: letters (a leading vowel after its consonant; digits, Thai, Latin), tone marks
    and accents, capitals, the text itself. Spaces, punctuation, ฯ and ๆ do not count.
    The order is that of the Unicode collation for Thai (PostgreSQL's `th-x-icu`).
    """
    letters, marks, cases = [], [], []
    for character in _elements(text):
        primary, secondary, tertiary = _weights(character)
        letters.append(primary)
        marks.append(secondary)
        cases.append(tertiary)
    levels = (b"".join(letters), b"".join(marks).rstrip(_PLAIN), b"".join(cases).rstrip(_PLAIN))
    # The text itself last, so that two spellings never have the same key and paging stays stable.
    return _LEVEL.join((*levels, text.encode(errors="surrogatepass")))


def _elements(text: str) -> str:
    # Swapped while the spaces are still there: "เ ก" is no syllable.
    swapped = _LEADING_VOWEL.sub(r"\2\1", tidy(text)).translate(_LIGATURES)
    return unicodedata.normalize("NFD", to_arabic_digits(swapped))


# Some two hundred characters make up all names.
@cache
def _weights(character: str) -> tuple[bytes, bytes, bytes]:
    """Return the weights of one character on each level, empty where it has none."""
    small = character.lower()
    case = _PLAIN if small == character and character != "ๅ" else _VARIANT
    if small in _PRIMARY:
        return _PRIMARY[small], _PLAIN, case
    category = unicodedata.category(character)
    if category[0] == "M":
        return b"", _SECONDARY.get(character, b"\x7f"), _PLAIN
    if character in "ฯๆ" or category[0] in "PZC":
        return b"", b"", b""
    # Symbols before digits; other scripts after Latin, by code point.
    lead = b"\x05" if category[0] == "S" else b"\x90"
    return lead + ord(character).to_bytes(3), _PLAIN, case
