"""Keep Thai compounds whole in large type and cut text between words: browsers and slices know neither."""

import re

from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString
from icu4py.breakers import WordBreaker

# Words that the browsers' dictionary breaks in two, though people read them as one.
COMPOUNDS = (
    "สภาประชาสังคมไทย",
    "สภาประชาสังคม",
    "ประชาสังคม",
    "ศูนย์ประสานงาน",
    "ผู้ประสานงาน",
    "เครือข่าย",
    "ผู้แทน",
    "สมาชิก",
    "นายทะเบียน",
    "กรุงเทพมหานคร",
    "ประจำปี",
)
# "6–7 มกราคม" is one span of days.
_COMPOUND = re.compile("(" + "|".join((*COMPOUNDS, r"\d+–\d+")) + ")")


def whole_words(text: str) -> SafeString:
    """Return escaped `text` with `<span class="nowrap">` around compounds; for headings, not for prose.

    The sign ๆ stays with the word that it doubles: no line may begin with it.
    """
    parts = _COMPOUND.split(conditional_escape(text).replace(" ๆ", "\u00a0ๆ"))
    marked = (('<span class="nowrap">', part, "</span>") if n % 2 else ("", part, "") for n, part in enumerate(parts))
    return format_html_join("", "{}{}{}", (tuple(map(SafeString, part)) for part in marked))


def cut(text: str, limit: int) -> str:
    """Return `text`, or what fits in `limit` characters up to the end of a word, with an ellipsis."""
    if len(text) <= limit:
        return text
    kept = ""
    for word in WordBreaker(text, "th"):
        # One place is left for the ellipsis.
        if len(kept) + len(word) >= limit:
            break
        kept += word
    # A single word longer than the limit is cut hard; there is nothing better to show.
    return (kept.rstrip() or text[: limit - 1]) + "…"
