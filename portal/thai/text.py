"""Fold Thai and Latin text so that a plain substring match finds what a person means."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from portal.thai.abbreviations import expand, shorten

TONES = "\u0e47-\u0e4c\u0e4e"  # maitaikhu, tone marks, thanthakhat, yamakkan
VOWEL_MARKS = "\u0e31\u0e34-\u0e3a\u0e4d"
# A search box is no place for a paragraph, and every word costs one LIKE.
MAX_QUERY_LENGTH = 200
LONGEST_REMEMBERED = 120

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TONE_BEFORE_VOWEL = re.compile(f"([{TONES}]+)([{VOWEL_MARKS}]+)")
_DOUBLED_MARKS = re.compile(f"([{TONES}{VOWEL_MARKS}])\\1+")
_SPLIT_AM = re.compile(f"\u0e4d([{TONES}]*)\u0e32")
_TONE_BEHIND_AM = re.compile(f"\u0e33([{TONES}]+)")
_SILENT = re.compile(f"[{TONES}\u0e3a]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_TOKENS = re.compile(r"[\u0e01-\u0e4e]+|[a-z]+|[0-9]+|[^\u0e01-\u0e4ea-z0-9 ]+")
_QUERY_BREAKS = re.compile(r"[\s,;/|()\"“”]+")
_DIGRAPH_BORDER = re.compile(r"[ptkc]\|h")


def to_arabic_digits(text: str) -> str:
    """Return `text` with ๐–๙ written as 0–9."""
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    """Return `text` with 0–9 written as ๐–๙."""
    return text.translate(_TO_THAI)


def tidy(text: str) -> str:
    """Return `text` spelled one way: NFC, nothing invisible, Thai marks in their order.

    What a reader sees stays the same; control characters become spaces.
    """
    text = unicodedata.normalize("NFC", text)
    text = text.translate(_VISIBLE)
    # Two เ look exactly like แ and are a common slip; ฤา with า instead of ๅ is another.
    text = text.replace("เเ", "แ").replace("ฤา", "ฤๅ").replace("ฦา", "ฦๅ")
    # A tone typed before its vowel looks the same on the screen and is another string.
    text = _TONE_BEFORE_VOWEL.sub(r"\2\1", text)
    # Doubled marks are drawn on top of each other: nobody sees them.
    text = _DOUBLED_MARKS.sub(r"\1", text)
    text = _SPLIT_AM.sub("\\1\u0e33", text)
    return _TONE_BEHIND_AM.sub("\\1\u0e33", text)


def fold(text: str) -> str:
    """Return the searchable form of `text`: stable, lower case, without tone marks.

    Holds Thai, Latin, other letters and digits only, so it is safe inside a LIKE pattern.
    Folding twice changes nothing. The steps are those of the design page on Thai.
    """
    return _remembered(text) if len(text) <= LONGEST_REMEMBERED else _fold(text)


def fold_terms(query: str) -> list[str]:
    """Return the folded words of `query`, each of which a matching text contains.

    Repeats and words without a letter or digit are left out; long input is cut.
    """
    words = _QUERY_BREAKS.split(query[:MAX_QUERY_LENGTH])
    terms = (shorten(fold(word)) for word in words)
    return list(dict.fromkeys(term for term in terms if term))


def drop_tones(text: str) -> str:
    """Return `text` without tone marks, thanthakhat, maitaikhu and phinthu."""
    return _SILENT.sub("", text)


class _ByCategory(dict[int, str]):
    """A table for `str.translate` that asks `choose(character, category)` once a character."""

    def __init__(self, choose: Callable[[str, str], str]) -> None:
        super().__init__()
        self.choose = choose

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = self.choose(character, unicodedata.category(character))
        return self[code]


def _visible(character: str, category: str) -> str:
    # Zero-width spaces come along with text copied from LINE and PDF files.
    if category == "Cf":
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Zs", "Zl", "Zp") else character


def _letter(character: str, category: str) -> str:
    if character in "ฯๆ":
        return " "
    return character if category[0] in "LMN" else " "


_VISIBLE = _ByCategory(_visible)
_LETTERS = _ByCategory(_letter)


def _fold(text: str) -> str:
    # Joining "n g o" makes an abbreviation of it: the second pass expands that one too.
    return _fold_once(_fold_once(text))


# Lists name the same places, forms and people over and over; a name costs 30 microseconds to fold.
_remembered = lru_cache(maxsize=8192)(_fold)


def _fold_once(text: str) -> str:
    text = tidy(text).casefold()
    text = _ACCENTS.sub("", unicodedata.normalize("NFD", text.replace("ฯลฯ", " ")))
    text = to_arabic_digits(drop_tones(unicodedata.normalize("NFC", text)))
    # A dropped tone may have stood between the two halves of a sara am.
    text = expand(text.replace("\u0e4d\u0e32", "\u0e33"))
    return _join([_simplify(token) for token in _TOKENS.findall(text.translate(_LETTERS))])


def _simplify(token: str) -> str:
    """Undo the spellings in which romanizations of Thai differ: Phetch- is Petc-."""
    if not token.isascii() or token.isdigit():
        return token
    # The official romanization writes Phetchaburi, older signs Petchburi, people Petburi.
    token = re.sub(r"([ptkc])h+", r"\1", token)
    token = re.sub(r"o{2,}", "u", re.sub(r"e{2,}", "i", token)).replace("v", "w")
    return re.sub(r"(.)\1+", r"\1", token)


def _join(tokens: list[str]) -> str:
    folded = ""
    for token in tokens:
        folded = f"{folded}{_gap(folded[-1:], token[0])}{token}"
    # Joining two words may have doubled a letter: a second fold would change the text otherwise.
    return re.sub(r"([a-z])\1+", r"\1", folded)


def _gap(left: str, right: str) -> str:
    """Close the space inside a Thai or Latin run; "public health" must keep its h."""
    if not left or (_is_thai(left) and _is_thai(right)):
        return ""
    latin = "a" <= left <= "z" and "a" <= right <= "z"
    return "" if latin and not _DIGRAPH_BORDER.match(f"{left}|{right}") else " "


def _is_thai(character: str) -> bool:
    return "\u0e01" <= character <= "\u0e4e"
