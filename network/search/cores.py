"""What sets an organization's name apart: the name without its legal form, its fillers and its province.

Everything is folded (`portal.thai.text.fold`), and letters that sound alike in Thai are written as one.
"""

import re
from dataclasses import dataclass
from functools import cache

from portal.thai.provinces import all_provinces
from portal.thai.text import MAX_QUERY_LENGTH, fold, tidy

# Legal forms first, then words that stand in names of every kind. Only the beginning of a word is cut off: Thai is
# written without spaces, and ลุ่ม of ลุ่มน้ำ after a ก must stay.
THAI_WORDS = (
    *("มูลนิธิ", "สมาคม", "เครือข่าย", "ชมรม", "กลุ่ม", "ศูนย์", "วิสาหกิจชุมชน", "สภาองค์กรชุมชน", "สภา", "สหพันธ์"),
    *("องค์กรสาธารณประโยชน์", "องค์การสาธารณประโยชน์", "องค์กรพัฒนาเอกชน", "องค์กร", "องค์การ", "สมาพันธ์", "สโมสร"),
    *("สถาบัน", "สหกรณ์", "กองทุน", "ภาคี", "คณะทำงาน", "คณะกรรมการ", "โครงการ", "ประสานงาน"),
    *("จังหวัด", "อำเภอ", "ตำบล", "เพื่อ", "ประจำ", "แห่ง", "ของ", "และ", "ตัวอย่าง"),
)
THAI_ENDINGS = ("แห่งประเทศไทย", "ในประเทศไทย", "ประเทศไทย")
ENGLISH_WORDS = (
    *("community enterprise", "community organization council", "community council", "foundation", "association"),
    *("network", "networks", "club", "group", "centre", "center", "council", "organization", "organisation"),
    *("institute", "federation", "cooperative", "fund"),
    *("the", "of", "for", "and", "in", "to", "a", "province", "thailand", "sample"),
)
# What people say for one another, and letters that sound alike.
SYNONYMS = (("ผู้สูงวัย", "ผู้สูงอายุ"), ("ผู้พิการ", "คนพิการ"))
SOUNDS: dict[int, int | str | None] = {**str.maketrans("ศษณญฎฏฐฑฒธภฆฅฃฌฬใ", "สสนยดตถทททพคคขชลไ"), ord("ำ"): "ัม"}
# A province's name of fewer letters ends other words too: ตาก dries fish, แพร่ spreads news.
SHORTEST_PROVINCE = 4
_WORD_BREAKS = re.compile(r"[\s,;/|()\[\]\"“”'’\-–]+")
_PARENTHESES = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Core:
    """The telling part of one name.

    Attributes:
        full: with the province that the name says.
        bare: without it; the same as `full` where it says none.
        province: ISO code of that province, or "".
    """

    full: str
    bare: str
    province: str

    def __str__(self) -> str:
        return f"{self.full}|{self.bare}|{self.province}"

    @classmethod
    def stored(cls, line: str) -> "Core":
        """The core of which `line` is the text."""
        return cls(*line.split("|"))


def core_of(name: str) -> Core:
    """The core of a name in either language; of nothing but a legal form, the whole name."""
    text = tidy(name)[:MAX_QUERY_LENGTH]
    text = _PARENTHESES.sub(" ", text).strip() or text
    chunks = [folded for chunk in _WORD_BREAKS.split(text) if (folded := fold(chunk))]
    words = _without_form(chunks) or " ".join(chunks)
    bare, province = _without_province(words)
    return Core(_sounds(words), _sounds(bare), province)


def stored_cores(names: list[str]) -> str:
    """The cores of an organization's names, one a line."""
    cores = (str(core_of(name)) for name in names)
    return "\n".join(dict.fromkeys(core for core in cores if not core.startswith("|")))


def _without_form(chunks: list[str]) -> str:
    beginnings, endings, english = _ignored()
    shorter = (endings.sub("", beginnings.sub("", chunk)) for chunk in chunks)
    return english.sub("", " ".join(filter(None, shorter))).strip()


def _without_province(words: str) -> tuple[str, str]:
    pattern, codes = _provinces()
    # The last one: what comes before may be part of the name.
    for found in reversed(list(pattern.finditer(words))):
        name = found["name"].replace(" ", "")
        if len(name) >= SHORTEST_PROVINCE or found["sign"] or not _is_inside_a_word(words, found):
            bare = (words[: found.start()] + " " + words[found.end() :]).strip()
            return bare or words, codes[name]
    return words, ""


def _is_inside_a_word(words: str, found: re.Match[str]) -> bool:
    return found.start() > 0 and words[found.start() - 1] != " "


def _sounds(words: str) -> str:
    for said, meant in _synonyms():
        words = words.replace(said, meant)
    return words.replace(" ", "").translate(SOUNDS)


@cache
def _ignored() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    # A friend, เพื่อน, begins like "for".
    beginnings = _any_of(THAI_WORDS).replace(for_ := fold("เพื่อ"), f"{for_}(?!น)")
    english = "|".join(" ".join(map(fold, words.split())) for words in ENGLISH_WORDS)
    return (
        re.compile(f"^(?:{beginnings})+"),
        re.compile(f"(?:{_any_of(THAI_ENDINGS)})$"),
        re.compile(rf"(?:^|(?<= ))(?:{english})(?: |$)"),
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(fold, words), key=len, reverse=True))


@cache
def _provinces() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    spelled = []
    for province in all_provinces():
        for name in (province.name, province.name_en, *province.aliases):
            words = [fold(word) for word in name.split()]
            codes.setdefault("".join(words), province.code)
            spelled.append(" ?".join(words))
    names = "|".join(sorted(set(spelled), key=len, reverse=True))
    # English names are words of their own, Thai ones the end of a word, often after the word for province or town.
    return re.compile(f"(?P<sign>จังหวัด|เมือง)?(?P<name>{names})(?= |$)"), codes


@cache
def _synonyms() -> list[tuple[str, str]]:
    return [(fold(said), fold(meant)) for said, meant in SYNONYMS]
