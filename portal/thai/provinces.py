"""The 77 provinces as reference data, read from `provinces.csv` beside this file.

Codes are ISO 3166-2:TH; names agree with the PyPI package `geothai` (data CC-BY-4.0).
Official region schemes differ: this is the geographical one of six regions.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from portal.thai.text import fold


class Region(StrEnum):
    """The six geographical regions, in the order in which people list them."""

    NORTH = "north"
    NORTHEAST = "northeast"
    CENTRAL = "central"
    EAST = "east"
    WEST = "west"
    SOUTH = "south"

    @property
    def name_th(self) -> str:
        """The name after the word ภาค, as in ภาคเหนือ."""
        return _REGION_NAMES[self][0]

    @property
    def name_en(self) -> str:
        """The English name, as in a list: North, Northeast …"""
        return _REGION_NAMES[self][1]


_REGION_NAMES = {
    Region.NORTH: ("เหนือ", "North"),
    Region.NORTHEAST: ("ตะวันออกเฉียงเหนือ", "Northeast"),
    Region.CENTRAL: ("กลาง", "Central"),
    Region.EAST: ("ตะวันออก", "East"),
    Region.WEST: ("ตะวันตก", "West"),
    Region.SOUTH: ("ใต้", "South"),
}


@dataclass(frozen=True, slots=True)
class ProvinceFacts:
    """One province: code "TH-76", names, region, ASCII slug, other names people use."""

    code: str
    name: str
    name_en: str
    region: Region
    slug: str
    aliases: tuple[str, ...]

    @property
    def search_text(self) -> str:
        """Every name of the province, folded, a name a line."""
        return "\n".join(dict.fromkeys(map(fold, (self.name, self.name_en, *self.aliases))))


# Read once a process: the file changes only with a release.
@cache
def all_provinces() -> tuple[ProvinceFacts, ...]:
    """Return the 77 provinces in the order of their codes."""
    path = Path(__file__).with_name("provinces.csv")
    with path.open(encoding="utf-8", newline="") as file:
        # The file is in our care, so a broken row may stop the start.
        return tuple(_facts(row) for row in csv.DictReader(file))


def find_province(text: str) -> ProvinceFacts | None:
    """Return the province that `text` names: a code, slug, name or alias in any spelling."""
    return _by_name().get(_plain(text))


@cache
def _by_name() -> dict[str, ProvinceFacts]:
    return {
        _plain(name): province
        for province in all_provinces()
        for name in (province.code, province.slug, province.name, province.name_en, *province.aliases)
    }


def _plain(text: str) -> str:
    folded = fold(text)
    # Nobody knows whether a form wants "เพชรบุรี" or "จังหวัดเพชรบุรี"; both arrive.
    return folded.removeprefix(fold("จังหวัด")).removesuffix(fold("province")).strip()


def _facts(row: dict[str, str]) -> ProvinceFacts:
    aliases = tuple(filter(None, row["aliases"].split("|")))
    return ProvinceFacts(row["code"], row["name"], row["name_en"], Region(row["region"]), row["slug"], aliases)
