"""Cut Thai into words for full-text indexes, which only know words between spaces."""

import re
from functools import lru_cache

from icu4py.breakers import WordBreaker

from portal.thai.text import drop_tones, tidy, to_arabic_digits

# SQLite's unicode61 ends a word at every mark above or below a letter. Letters of Lao,
# which stand in no Thai word, take the marks' places.
_MARKS_AS_LETTERS = str.maketrans("ัิีึืุูํ", "ກຂຄງຈຊຍດ")
_THAI_RUN = re.compile("[\u0e01-\u0e2e\u0e30-\u0e45\u0e47-\u0e4e]+")
_SIGNS = re.compile("ฯลฯ|[ฯๆ]")  # letters to an index, but of no word
_KEPT = 64  # a save prepares each field up to five times; a page has few fields


@lru_cache(maxsize=_KEPT)
def segment_for_index(text: str) -> str:
    """Return `text` with a space between Thai words, for an index and for its queries.

    Tone marks are dropped, vowel marks mapped to letters, digits made Arabic; other
    writing stays as it is. Not for showing. Reindex after an upgrade of ICU.
    """
    text = _SIGNS.sub(" ", to_arabic_digits(tidy(text)))
    return drop_tones(_THAI_RUN.sub(_words, text)).translate(_MARKS_AS_LETTERS).strip()


def _words(run: re.Match[str]) -> str:
    # ICU's dictionary: PyThaiNLP cut no better here, was slower and took 65 MB of memory (measured).
    return f" {' '.join(WordBreaker(run[0], 'th'))} "
