"""Titles before people's names: told apart, spelled one way, and put back."""

import re

from portal.thai.text import tidy

# As lists spell them -> as a letter does. Longer ones are looked for first.
THAI_TITLES = {
    **dict.fromkeys(("นางสาว", "น.ส.", "น.ส", "นส.", "น. ส."), "นางสาว"),
    **dict.fromkeys(("เด็กชาย", "ด.ช.", "ดช."), "เด็กชาย"),
    **dict.fromkeys(("เด็กหญิง", "ด.ญ.", "ดญ."), "เด็กหญิง"),
    **dict.fromkeys(("ว่าที่ร้อยตรี", "ว่าที่ ร้อยตรี", "ว่าที่ ร.ต.", "ว่าที่ร.ต."), "ว่าที่ร้อยตรี"),
    **dict.fromkeys(("อาจารย์", "อ.", "อจ."), "อาจารย์"),
    **{
        word: word
        for word in (
            *("นาย", "นาง", "คุณหญิง", "คุณ", "ครู", "กำนัน", "ผู้ใหญ่บ้าน", "ผู้ใหญ่", "ดอกเตอร์", "นายแพทย์", "แพทย์หญิง"),
            *("พระครู", "พระมหา", "พระอธิการ", "พระอาจารย์", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "พระ", "แม่ชี", "สามเณร"),
            *("บาทหลวง", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "หม่อมหลวง", "หม่อมราชวงศ์"),
        )
    },
}
ENGLISH_TITLES = {
    **{title.casefold(): title for title in ("Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Prof.", "Rev.", "Ven.", "Phra")},
    **{title.casefold(): f"{title}." for title in ("Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Ven")},
}
# What can begin a syllable: นางสาวิตรี is นาง สาวิตรี, since no syllable begins with ิ.
_SYLLABLE = "(?=\\s*[ก-ฮเแโใไ])"
# ดร., ผศ., ร.ต.อ., ม.ล.: consonants with full stops behind them, as no name is written.
_SHORT = r"(?:[ก-ฮ]{1,4}\.\s?)+(?:หญิง\s?)?"
_WORDS = "|".join(re.escape(word) for word in sorted(THAI_TITLES, key=len, reverse=True))
_THAI = re.compile(f"(?P<title>{_WORDS}|{_SHORT}){_SYLLABLE}")
_ENGLISH = re.compile(
    rf"(?P<title>{'|'.join(re.escape(word) for word in sorted(ENGLISH_TITLES, key=len, reverse=True))})\s+(?=\w)", re.I
)
_ABBREVIATED = re.compile(_SHORT)
_GAPS = re.compile(r"\s+")


def split_title(text: str) -> tuple[str, str]:
    """What stands before a person's name, and the name: ("นางสาว", "สมหญิง ใจดี"); ("", text) without a title.

    Several titles are taken together: "ผศ. ดร. สมชาย" gives ("ผศ.ดร.", "สมชาย").
    """
    rest = _GAPS.sub(" ", tidy(text)).strip()
    titles = []
    while match := _THAI.match(rest) or _ENGLISH.match(rest):
        titles.append(_spelled(match["title"].strip()))
        rest = rest[match.end() :].strip()
    return _joined(titles), rest


def full_name(title: str, name: str) -> str:
    """Both as people write them: Thai titles stand close to the name, English ones apart."""
    gap = " " if (title[-1:].isascii() and title[-1:] != ".") or name[:1].isascii() else ""
    return f"{title}{gap if title and name else ''}{name}"


def tidy_person(text: str, *, title: str = "") -> str:
    """A person's name with its title in one spelling; `title` is one that stands in a column of its own."""
    own, name = split_title(text)
    given = _spelled(_GAPS.sub(" ", tidy(title)).strip())
    return full_name(own if own.startswith(given) else given + own, name)


def _spelled(title: str) -> str:
    if found := THAI_TITLES.get(title) or ENGLISH_TITLES.get(title.casefold()):
        return found
    return title.replace(" ", "") if _ABBREVIATED.fullmatch(title) else title


def _joined(titles: list[str]) -> str:
    return (" " if titles and titles[0].isascii() else "").join(titles)
