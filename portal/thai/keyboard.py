"""Repair text typed with the keyboard in the wrong language (Thai Kedmanee, US QWERTY)."""

import re

# Key by key from the top row down, first without and then with Shift; the two rows must stay equally long.
_LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
_THAI = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_TO_THAI = str.maketrans(_LATIN, _THAI)
_TO_LATIN = str.maketrans(_THAI, _LATIN)
_THAI_LETTER = re.compile("[\u0e01-\u0e4e]")
_LATIN_LETTER = re.compile("[A-Za-z]")
# No Thai word starts with a following vowel, ends with a leading one or stacks two of them.
_NOT_THAI = re.compile("(?:^|\\s)[\u0e30-\u0e3a\u0e45-\u0e4e]|[\u0e31\u0e34-\u0e39]{2}|[เ-ไ]([เ-ไ]|\\s|$)")


def to_thai_layout(text: str) -> str:
    """Return what the same keys write when the keyboard is set to Thai."""
    return text.translate(_TO_THAI)


def to_latin_layout(text: str) -> str:
    """Return what the same keys write when the keyboard is set to English."""
    return text.translate(_TO_LATIN)


def repair(text: str) -> str | None:
    """Return `text` as typed on the other layout, or None when that makes no words."""
    if _THAI_LETTER.search(text):
        # Mixed writing was typed on purpose: "สสส. 2565 Thai".
        return _latin_words(to_latin_layout(text)) if not _LATIN_LETTER.search(text) else None
    return _thai_words(to_thai_layout(text)) if text.isascii() else None


def _latin_words(text: str) -> str | None:
    return text if re.fullmatch(r"[A-Za-z0-9 .,'&()-]+", text) and _LATIN_LETTER.search(text) else None


def _thai_words(text: str) -> str | None:
    broken = _NOT_THAI.search(text) or not re.fullmatch("[\u0e01-\u0e590-9 .()-]+", text)
    return text if not broken and _THAI_LETTER.search(text) else None
