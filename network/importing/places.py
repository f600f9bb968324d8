"""The places of Thailand by every name that lists give them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from network.models import District, Province, Subdistrict
from portal.thai.text import fold, to_arabic_digits

# A slip in a province's name is near one name; what is near two (เพชรบุรี, เพชรบูรณ์) is said to the person.
ALIKE = 75
# Without vowels fewer consonants stand for several provinces.
FEWEST_CONSONANTS = 4
_BEFORE_PROVINCE = re.compile(r"^(?:จังหวัด|จว\.|จ\.|changwat|province of)\s*|\s*(?:province|จังหวัด)$", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
_BRACKETS = re.compile(r"\s*[(（].*?[)）]\s*")
_BEFORE_DISTRICT = re.compile(r"^(?:อำเภอ|อ\.|กิ่งอำเภอ|เขต|amphoe|amphur|district)\s*|\s*(?:district)$", re.IGNORECASE)
_BEFORE_SUBDISTRICT = re.compile(r"^(?:ตำบล|ต\.|แขวง|tambon|sub-?district)\s*|\s*(?:sub-?district)$", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?:จังหวัด|จ\.)\s*([ก-๎]+)")
TOWN = "เมือง"


@dataclass(frozen=True)
class Place:
    """A district or subdistrict: its code, its names, and the code of what it lies in."""

    code: str
    name: str
    name_en: str
    within: str
    postal_code: str = ""


class Places:
    """Everything that lists name places by; each index is made when it is first asked for."""

    def __init__(self, provinces: Iterable[Province], districts: list[Place], subdistricts: list[Place]) -> None:
        self.provinces = {province.code: province for province in provinces}
        self.districts, self.subdistricts = districts, subdistricts
        # A list names the same few provinces over and over.
        self._read: dict[str, str] = {}

    @classmethod
    def loaded(cls) -> "Places":
        """Those of the database; three queries."""
        fields = ("code", "name", "name_en")
        districts = District.objects.in_use().values_list(*fields, "province_id")
        subdistricts = Subdistrict.objects.in_use().values_list(*fields, "district_id", "postal_code")
        return cls(Province.objects.all(), [Place(*row) for row in districts], [Place(*row) for row in subdistricts])

    def province(self, text: str) -> str:
        """The ISO code of the province that the text names, in either language and any usual spelling; "" for none."""
        if text not in self._read:
            self._read[text] = self._province(text)
        return self._read[text]

    def province_like(self, text: str) -> str:
        """The code of the one province that may be meant; "" when it may be two, or none."""
        names = list(self._province_names)
        close = process.extract(_bare_province(text), names, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=6)
        codes = list(dict.fromkeys(self._province_names[name] for name, _score, _index in close))
        return codes[0] if codes else ""

    def province_in(self, address: str) -> str:
        """The code of the province that an address says: after จ. or จังหวัด, as its last words, or by postal code."""
        for name in reversed(_IN_ADDRESS.findall(address)):
            if code := self.province(name):
                return code
        words = _POSTAL_CODE.sub(" ", to_arabic_digits(address)).replace(",", " ").split()
        for length in (1, 2, 3):
            if code := self.province(" ".join(words[-length:])) if words[length - 1 :] else "":
                return code
        found = {self._postal[code] for code in _POSTAL_CODE.findall(to_arabic_digits(address)) if code in self._postal}
        return found.pop() if len(found) == 1 else ""

    def district(self, text: str, province: str) -> Place | None:
        """The district of that name in the province; เมือง alone is the one around its town."""
        return self._districts.get((province, self._district_name(text, province)))

    def provinces_of(self, text: str) -> list[str]:
        """The codes of the provinces that have a district of that name."""
        return self._provinces_by_district.get(fold(_BEFORE_DISTRICT.sub("", text)), [])

    def subdistrict(self, text: str, district: str) -> Place | None:
        """The subdistrict of that name in the district with the code."""
        return self._subdistricts.get((district, fold(_BEFORE_SUBDISTRICT.sub("", text))))

    def _province(self, text: str) -> str:
        for words in (text, _BRACKETS.sub(" ", text)):
            if code := self._province_names.get(_bare_province(words)):
                return code
        consonants = _consonants(fold(_BEFORE_PROVINCE.sub("", text)))
        return self._by_consonants.get(consonants, "") if len(consonants) >= FEWEST_CONSONANTS else ""

    def _district_name(self, text: str, province: str) -> str:
        name = fold(_BEFORE_DISTRICT.sub("", text))
        town = fold(TOWN)
        if name in (town, "mueang", "muang") and province in self.provinces:
            return town + fold(self.provinces[province].name)
        return name

    @cached_property
    def _province_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for province in self.provinces.values():
            for name in (province.code, province.slug, province.name, province.name_en, *province.aliases.splitlines()):
                names.setdefault(fold(name), province.code)
        return names

    @cached_property
    def _by_consonants(self) -> dict[str, str]:
        """English names are spelled in many ways, but mostly their vowels: Nakorn, Nakhon."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, code in self._province_names.items():
            if name.isascii():
                found[_consonants(name)].add(code)
        return {consonants: codes.pop() for consonants, codes in found.items() if len(codes) == 1}

    @cached_property
    def _districts(self) -> dict[tuple[str, str], Place]:
        names = ((place, name) for place in self.districts for name in (place.name, place.name_en))
        return {(place.within, fold(name)): place for place, name in names}

    @cached_property
    def _provinces_by_district(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for place in self.districts:
            found[fold(place.name)].append(place.within)
        return found

    @cached_property
    def _subdistricts(self) -> dict[tuple[str, str], Place]:
        names = ((place, name) for place in self.subdistricts for name in (place.name, place.name_en))
        return {(place.within, fold(name)): place for place, name in names}

    @cached_property
    def _postal(self) -> dict[str, str]:
        """The province of every postal code that lies in one alone."""
        provinces = {place.code: place.within for place in self.districts}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for place in self.subdistricts:
            found[place.postal_code].add(provinces.get(place.within, ""))
        return {code: provinces.pop() for code, provinces in found.items() if len(provinces) == 1}


def _bare_province(text: str) -> str:
    return fold(_POSTAL_CODE.sub("", to_arabic_digits(_BEFORE_PROVINCE.sub("", text.strip()))))


def _consonants(folded: str) -> str:
    """What is left of an English name without its vowels, and with letters that stand for the same sound as one."""
    if not folded.isascii():
        return ""
    letters = folded.replace("j", "c").replace("g", "k").replace("z", "s")
    letters = re.sub(r"r(?=[^aeiouy]|$)", "", letters)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw \d]", "", letters))
