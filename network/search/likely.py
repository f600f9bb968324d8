"""Which organizations of the register a typed name may mean: "is this you?".

Rather nothing than nonsense: two names of which each says something that the other does not, such as upstream and
downstream, are two organizations, however many letters they share.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from network.models import Organization, Province
from network.search.cores import Core, core_of

# Per cent of letters in common. One slip in a name of eight letters is just inside.
ALIKE = 86
# The same for an organization that the register has in another province than the one asked for.
ALIKE_ELSEWHERE = 95
# Shorter cores are compared as a whole: สตรี and สตูล share two letters of four.
SHORTEST = 5
# A name cut short, as while it is typed, is at least so many letters and so much of the whole.
SHORTEST_PART = 8
SMALLEST_SHARE = 0.6
# Every letter in common, and the same province.
SAME = 105
# Names with fewer letters in common, in per cent, can be neither alike nor a part of one another.
NEAR = 100 * 2 * SMALLEST_SHARE / (1 + SMALLEST_SHARE)
# Whoever names no province is offered a name with one only if it says something besides.
SHORTEST_ANYWHERE = 10
# So is whoever names another province.
SHORTEST_ELSEWHERE = 12
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True)
class Listed:
    """One name of a listed organization, and the province that the register has for it."""

    organization: int
    core: Core
    province: str

    @property
    def provinces(self) -> set[str]:
        return {self.province, self.core.province} - {""}


def likely_organizations(name: str, *, province: Province | None = None, limit: int = 5) -> list[Organization]:
    """The listed organizations whose name is that of `name` in other words, best first; two queries.

    Legal forms, spaces, tone marks, the script of digits and letters that sound alike make no difference. A name so
    common that more than `limit` have it is offered only within `province`, or the one that it says itself.
    """
    core = core_of(name)
    known = {core.province, province.code if province else ""} - {""}
    scores: dict[int, float] = {}
    for listed in _near(core):
        if score := likeness(core, known, listed):
            scores[listed.organization] = max(score, scores.get(listed.organization, 0))
    best = sorted(scores, key=scores.__getitem__, reverse=True)
    if not known and len([pk for pk in best if scores[pk] == scores[best[0]]]) > limit:
        return []
    if not best:
        return []
    rows = Organization.objects.listed().in_this_order(best[:limit])
    return list(rows.select_related("entry__province"))


def _near(core: Core) -> Iterator[Listed]:
    """The names worth a closer look, chosen fast among all of them."""
    if len(core.full) < 2:
        return
    listed = Organization.objects.listed().exclude(entry__name_cores="")
    rows = listed.order_by("entry__sort_key", "pk").values_list("pk", "entry__province_id", "entry__name_cores")
    names = [(pk, place, line) for pk, place, lines in rows for line in lines.split("\n")]
    found = set()
    for part in (0, 1):
        texts = [line.split("|")[part] for _pk, _place, line in names]
        for asked in {core.full, core.bare}:
            close = process.extract(asked, texts, scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
            found |= {index for _text, _score, index in close}
    for pk, place, line in (names[index] for index in sorted(found)):
        yield Listed(pk, Core.stored(line), place)


def likeness(core: Core, known: set[str], listed: Listed) -> float:
    """How surely both are one organization, 0 to 105; 0 is a no."""
    named = {core.province, listed.core.province} - {""}
    if core.province and listed.core.province and len(named) > 1:
        return 0
    is_here = bool(known & listed.provinces)
    score = max(_alike(core.full, listed.core.full), _bare_score(core, known, listed))
    if known and not is_here:
        return score if score >= ALIKE_ELSEWHERE and len(core.bare) >= SHORTEST_ELSEWHERE else 0
    return score + (SAME - 100) * is_here if score else 0


def _bare_score(core: Core, known: set[str], listed: Listed) -> float:
    """Without the provinces; only one of the two may say its province, or somebody has to have said it."""
    shorter = min(len(core.bare), len(listed.core.bare))
    if not known and listed.core.province and shorter < SHORTEST_ANYWHERE:
        return 0
    if known and not known & listed.provinces:
        return 0
    # What stands for a province in one name may be part of the other: เมืองเพชร is also what people call Phetchaburi.
    pairs = {(core.bare, listed.core.bare), (core.bare, listed.core.full), (core.full, listed.core.bare)}
    return max(max(_alike(*pair), _part(*pair)) for pair in pairs)


def _alike(one: str, other: str) -> float:
    """Per cent of letters in common, or 0 for two different names."""
    if one == other:
        return 100
    if min(len(one), len(other)) < SHORTEST or _differ_in_number(one, other):
        return 0
    score = fuzz.ratio(one, other)
    return score if score >= ALIKE and not _contradict(one, other) else 0


def _part(one: str, other: str) -> float:
    """The share of the longer name that the shorter one is, at its beginning or end; 0 if it is too little."""
    short, long = sorted((one, other), key=len)
    share = len(short) / len(long) if long else 0
    is_part = len(short) >= SHORTEST_PART and share >= SMALLEST_SHARE and not _differ_in_number(one, other)
    return 100 * share if is_part and (long.startswith(short) or long.endswith(short)) else 0


def _differ_in_number(one: str, other: str) -> bool:
    """Village 3 is not village 7; a number that only one of them says is no matter."""
    numbers, others = set(_NUMBERS.findall(one)), set(_NUMBERS.findall(other))
    return bool(numbers and others and numbers != others)


def _contradict(one: str, other: str) -> bool:
    """Whether somewhere each says at least two letters that the other does not; swapped letters are a slip."""
    return any(min(map(len, gap)) > 1 and sorted(gap[0]) != sorted(gap[1]) for gap in _gaps(one, other))


def _gaps(one: str, other: str) -> list[tuple[str, str]]:
    """Where two texts differ: what each has there. A single letter in common does not end a gap."""
    gaps: list[list[int]] = []
    for step in Levenshtein.opcodes(one, other):
        if step.tag == "equal":
            continue
        if gaps and step.src_start - gaps[-1][1] <= 1 and step.dest_start - gaps[-1][3] <= 1:
            gaps[-1][1], gaps[-1][3] = step.src_end, step.dest_end
        else:
            gaps.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    return [(one[a:b], other[c:d]) for a, b, c, d in gaps]
