"""The register as an import sees it: who is in it, by code, by name, and by names that sound alike."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from network.models import Merge, Organization
from network.search.cores import Core, core_of
from network.search.likely import NEAR, SHORTEST_ELSEWHERE, Listed, likeness
from portal.thai.text import fold

# More than a person compares.
MOST_CANDIDATES = 5


@dataclass
class Block:
    """The names of one province, as two lists of texts for one comparison with all of them."""

    names: list[Listed] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)

    def add(self, name: Listed) -> None:
        self.names.append(name)
        self.full.append(name.core.full)
        self.bare.append(name.core.bare)

    def near(self, core: Core) -> Iterable[Listed]:
        """The names that are worth a closer look."""
        indexes = set()
        for texts in (self.full, self.bare):
            for asked in {core.full, core.bare}:
                close = process.extract(asked, texts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
                indexes |= {index for _text, _score, index in close}
        return [self.names[index] for index in sorted(indexes)]


class Register:
    """Every organization, whatever its status, and the new ones of the list as they are read; three queries.

    Names are compared within a province only, and with equal ones elsewhere: all with all would take hours.
    A new one of the list has its row number, negative, in the place of a key.
    """

    def __init__(self) -> None:
        self.codes: dict[str, int] = {}
        self._by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._blocks: defaultdict[str, Block] = defaultdict(Block)
        self._equal: defaultdict[str, list[Listed]] = defaultdict(list)
        rows = Organization.objects.filter(entry__isnull=False).order_by("pk")
        columns = ("pk", "entry__slug", "entry__province_id", "name", "name_en", "other_names")
        winners = Merge.objects.winners()
        for own, slug, province, name, name_en, other_names in rows.values_list(*columns):
            # Old lists have the names of what was merged since.
            pk = winners.get(own, own)
            self.codes[slug] = pk
            self.add(pk, province, [name, name_en, *re.split(r"[;\n]", other_names)])

    def add(self, pk: int, province: str, names: Iterable[str]) -> None:
        """Make an organization known under all its names."""
        for name in dict.fromkeys(filter(None, map(str.strip, names))):
            if pk not in (pks := self._by_name[fold(name), province]):
                pks.append(pk)
            core = core_of(name)
            listed = Listed(pk, core, province)
            for block in {province, core.province} - {""}:
                self._blocks[block].add(listed)
            self._equal[core.bare].append(listed)

    def named(self, names: Iterable[str], province: str) -> list[int]:
        """The keys of the organizations of the province that have one of the names, whatever its spaces and tones."""
        found = (pk for name in names if name for pk in self._by_name.get((fold(name), province), ()))
        return list(dict.fromkeys(found))

    def likely(self, names: Iterable[str], province: str) -> list[int]:
        """The keys of those that may be meant by one of the names, the likeliest first."""
        scores: dict[int, float] = {}
        for core in {core_of(name) for name in names if name}:
            for listed in self._near(core, province):
                if score := likeness(core, {province, core.province} - {""}, listed):
                    scores[listed.organization] = max(score, scores.get(listed.organization, 0))
        return sorted(scores, key=scores.__getitem__, reverse=True)[:MOST_CANDIDATES]

    def _near(self, core: Core, province: str) -> Iterable[Listed]:
        if len(core.full) < 2:
            return
        for block in {province, core.province} - {""}:
            yield from self._blocks[block].near(core)
        if len(core.bare) >= SHORTEST_ELSEWHERE:
            yield from self._equal.get(core.bare, ())
