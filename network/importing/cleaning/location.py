"""Where an organization is: its province, its district, and its address in one piece."""

import re

from network.importing.cleaning.limits import limit
from network.importing.places import Place, Places
from network.importing.reading import Reading
from network.importing.remarks import Problem
from network.models.places import BANGKOK
from portal.thai.identifiers import bare_digits
from portal.thai.text import fold

_VILLAGE = re.compile(r"^(?:หมู่ที่|หมู่บ้านที่|หมู่|ม\.|moo|village(?: no\.?)?)\s*(?=\d|[๐-๙])", re.IGNORECASE)
_WORDS = re.compile(r"^(?:จังหวัด|อำเภอ|กิ่งอำเภอ|เขต|ตำบล|แขวง|หมู่ที่|จ\.|อ\.|ต\.)\s*")
_POSTAL_CODE = re.compile(r"\d{5}")


def clean_province(row: Reading, places: Places) -> None:
    """The province of the cell, else the one that the address says."""
    text = row.text("province")
    if text and (code := places.province(text)):
        row.values["province"] = code
    elif text:
        like = places.province_like(text)
        if like:
            row.refuse(Problem.PROVINCE_LIKE, "province", text=text, like=like)
        else:
            row.refuse(Problem.PROVINCE_UNKNOWN, "province", text=text)
    elif code := places.province_in(row.text("address") or row.text("postal_code")):
        row.values["province"] = code
        row.note(Problem.PROVINCE_FROM, province=code)


def clean_location(row: Reading, places: Places, province: str) -> None:
    """District and address in the province with that code."""
    district = _district(row, places, province)
    subdistrict = places.subdistrict(row.text("subdistrict"), district.code) if district else None
    row.keep("district_en", row.text("district_en"), "district_en", limit("district_en"))
    _address(row, places, province, district, subdistrict)
    row.keep("address_en", row.lines("address_en"), "address_en")


def _district(row: Reading, places: Places, province: str) -> Place | None:
    text = row.text("district")
    if not text:
        return None
    found = places.district(text, province)
    if found:
        row.values["district"] = found.name
        row.values["district_en"] = found.name_en
        return found
    elsewhere = places.provinces_of(text)
    if len(elsewhere) == 1 and province:
        row.doubt(Problem.DISTRICT_ELSEWHERE, "district", district=text, elsewhere=elsewhere[0], province=province)
    elif province:
        row.note(Problem.DISTRICT_UNKNOWN, "district", text=text, province=province)
    row.keep("district", text, "district", limit("district"))
    return None


def _address(row: Reading, places: Places, province: str, district: Place | None, subdistrict: Place | None) -> None:
    """The address with what stands in cells of its own behind it, unless it says that already."""
    in_bangkok = province == BANGKOK
    postal_code = _postal(row)
    parts = [
        row.text("house"),
        _with_word("หมู่ที่", _VILLAGE.sub("", row.text("village"))),
        row.text("road"),
        _with_word("แขวง" if in_bangkok else "ตำบล", _bare(row.text("subdistrict"), subdistrict)),
    ]
    whole = row.lines("address")
    if not whole and not any(parts):
        return
    behind = [
        _with_word("เขต" if in_bangkok else "อำเภอ", _bare(row.text("district"), district)),
        _province_words(places, province),
        postal_code,
    ]
    row.keep("address", _joined(whole, parts, behind), "address", limit("address"))


def _joined(whole: str, parts: list[str], behind: list[str]) -> str:
    said = fold(whole)
    missing = [part for part in (*parts, *behind) if part and not _says(said, part)]
    return " ".join(filter(None, [whole, *missing]))


def _says(said: str, part: str) -> bool:
    """Whether the folded address has the part, with or without the word before its name."""
    bare = fold(_WORDS.sub("", part))
    # อ.เมือง is enough for อำเภอเมืองเพชรบุรี.
    town = part.startswith("อำเภอเมือง") and fold("อำเภอเมือง") in said
    return town or fold(part) in said or (len(bare) > 1 and bare in said)


def _with_word(word: str, name: str) -> str:
    if not name:
        return ""
    return f"{word} {name}" if word == "หมู่ที่" else f"{word}{name}"


def _bare(text: str, place: Place | None) -> str:
    """The name without its word: the register's spelling when it knows the place."""
    if place:
        return place.name
    return _WORDS.sub("", text)


def _province_words(places: Places, code: str) -> str:
    province = places.provinces.get(code)
    if province is None:
        return ""
    return province.name if code == BANGKOK else f"จังหวัด{province.name}"


def _postal(row: Reading) -> str:
    text = row.text("postal_code")
    code = bare_digits(text)
    if text and not _POSTAL_CODE.fullmatch(code):
        row.refuse(Problem.POSTAL_CODE, "postal_code", text=text)
        return ""
    return code
