"""Which organizations of the register may be one: looked for in blocks, so that thousands take a second.

Only organizations that share something are compared at all: the beginning or the end of a name within a province, a
long name across provinces, a phone number, an address. What many share, such as the phone of a centre, says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max, TextChoices
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from network.models import Merge, NotTheSame, Organization
from network.search.cores import Core, core_of
from network.search.likely import NEAR, SAME, SHORTEST_ELSEWHERE, Listed, likeness
from portal.thai.text import fold

# Below this a person who looks through the list wastes their time.
LIKELY = 50
# Letters at either end of a name that put it into a block; more of them where too many share the first ones.
ENDS = (3, 6, 12)
LARGEST = 200
# What more organizations share than this is a centre's phone, or a village's address.
MOST = 8
KEY = "network.merging.pairs"
KEPT_SECONDS = 600
COLUMNS = (
    *("pk", "live", "name", "name_en", "other_names", "phone", "email", "address", "website", "facebook"),
    *("leader_name", "entry__province_id", "entry__name_cores", "entry__registration_number"),
)


class Why(TextChoices):
    """What two organizations have in common; the words stand in the list of pairs."""

    SAME_NAME = "same_name", _("same name")
    ALIKE_NAME = "alike_name", _("name is much alike")
    NAME_ELSEWHERE = "name_elsewhere", _("same name in another province")
    REGISTRATION = "registration", _("same registration number")
    PHONE = "phone", _("same phone number")
    EMAIL = "email", _("same e-mail address")
    WEB = "web", _("same web page")
    ADDRESS = "address", _("same address")
    LEADER = "leader", _("same team leader")


# How surely each alone says that two are one, in per cent; together they say it more surely.
WEIGHTS = {
    Why.SAME_NAME: 85,
    Why.ALIKE_NAME: 60,
    Why.NAME_ELSEWHERE: 50,
    Why.REGISTRATION: 70,
    Why.PHONE: 40,
    Why.EMAIL: 45,
    Why.WEB: 45,
    Why.ADDRESS: 40,
    Why.LEADER: 25,
}


@dataclass(frozen=True)
class Pair:
    """Two organizations that may be one; the smaller key first."""

    one: int
    other: int
    score: int
    whys: tuple[Why, ...]


@dataclass(frozen=True)
class Known:
    """What is compared of one organization."""

    pk: int
    province: str
    cores: tuple[Core, ...]
    marks: dict[Why, str]


def likely_pairs() -> list[Pair]:
    """Every likely pair that nobody has told apart, the surest first.

    Four queries; three as long as nothing has changed, since thousands of organizations take seconds to compare.
    """
    state = _state()
    kept = cache.get(KEY)
    if kept is None or kept[0] != state:
        kept = (state, _compared())
        cache.set(KEY, kept, timeout=KEPT_SECONDS)
    apart = _told_apart()
    return [pair for pair in kept[1] if (pair.one, pair.other) not in apart]


def _state() -> dict[str, Any]:
    """Another one when an organization came, went, or was published anew."""
    rows = Organization.objects.standing()
    return rows.aggregate(count=Count("pk"), last=Max("latest_revision"), changed=Max("entry__updated_at"))


def _compared() -> list[Pair]:
    rows = Organization.objects.standing().values_list(*COLUMNS, named=True)
    known = {row.pk: row for row in map(_known, rows)}
    pairs = (_pair(known[one], known[other]) for one, other in _candidates(known.values()))
    return sorted(
        (pair for pair in pairs if pair.score >= LIKELY), key=lambda pair: (-pair.score, pair.one, pair.other)
    )


def _told_apart() -> set[tuple[int, int]]:
    """What was said of an organization that is merged now is said of its winner."""
    winners = Merge.objects.winners()
    pairs = NotTheSame.objects.values_list("one_id", "other_id")
    return {_ordered(winners.get(one, one), winners.get(other, other)) for one, other in pairs}


def _known(row: Any) -> Known:
    # Stored for what is published; the others are few.
    lines = row.entry__name_cores.split("\n") if row.entry__name_cores else []
    names = [] if lines else [row.name, row.name_en, *re.split(r"[;\n]", row.other_names)]
    cores = [*map(Core.stored, lines), *(core_of(name) for name in names if name.strip())]
    marks = {
        Why.REGISTRATION: f"{row.entry__province_id} {digits}"
        if (digits := _digits(row.entry__registration_number))
        else "",
        Why.PHONE: row.phone.partition(";")[0].strip(),
        Why.EMAIL: row.email.lower(),
        Why.WEB: _address(row.facebook) or _address(row.website),
        Why.ADDRESS: f"{row.entry__province_id} {text}" if len(text := fold(row.address)) >= 8 else "",
        Why.LEADER: fold(row.leader_name),
    }
    return Known(row.pk, row.entry__province_id or "", tuple(cores), {why: mark for why, mark in marks.items() if mark})


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d+", fold(text)))


def _address(url: str) -> str:
    return re.sub(r"^https?://(www\.|m\.|web\.)?", "", url.lower()).rstrip("/")


def _candidates(rows: Iterable[Known]) -> set[tuple[int, int]]:
    rows = list(rows)
    shared = [*_blocks(rows, _marks).values(), *_blocks(rows, _long_names).values()]
    found = {pair for block in shared if len(block) <= MOST for pair in _couples(block)}
    for length in ENDS:
        blocks = _blocks(rows, partial(_ends, length=length))
        found |= {pair for block in blocks.values() if len(block) <= LARGEST for pair in _couples(block)}
        # Half the register begins with the same words: those are looked at again by more letters.
        crowded = set().union(*(block for block in blocks.values() if len(block) > LARGEST))
        rows = [row for row in rows if row.pk in crowded]
    return found


def _blocks(rows: list[Known], keys_of: Callable[[Known], Iterable[Any]]) -> dict[Any, set[int]]:
    blocks: defaultdict[Any, set[int]] = defaultdict(set)
    for row in rows:
        for key in keys_of(row):
            blocks[key].add(row.pk)
    return {key: block for key, block in blocks.items() if len(block) > 1}


def _marks(row: Known) -> Iterator[tuple]:
    # Leaders have namesakes: a name alone brings nobody together.
    return ((why, mark) for why, mark in row.marks.items() if why is not Why.LEADER)


def _long_names(row: Known) -> Iterator[str]:
    return (core.full for core in row.cores if len(core.full) >= SHORTEST_ELSEWHERE)


def _ends(row: Known, length: int) -> Iterator[tuple]:
    for core in row.cores:
        for text in {core.full, core.bare}:
            yield "begins", row.province, text[:length]
            yield "ends", row.province, text[-length:]


def _couples(block: set[int]) -> Iterator[tuple[int, int]]:
    return combinations(sorted(block), 2)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _pair(one: Known, other: Known) -> Pair:
    whys = [*_names_say(one, other), *(why for why, mark in one.marks.items() if other.marks.get(why) == mark)]
    doubt = 1.0
    for why in whys:
        doubt *= 1 - WEIGHTS[why] / 100
    return Pair(one.pk, other.pk, round(100 * (1 - doubt)), tuple(sorted(whys, key=[*Why].index)))


def _names_say(one: Known, other: Known) -> list[Why]:
    score = max((_likeness(one, core, other) for core in one.cores), default=0)
    if not score:
        return []
    if one.province != other.province:
        return [Why.NAME_ELSEWHERE]
    return [Why.SAME_NAME if score >= SAME else Why.ALIKE_NAME]


def _likeness(one: Known, core: Core, other: Known) -> float:
    places = {core.province, one.province} - {""}
    near = [theirs for theirs in other.cores if _is_near(core, theirs)]
    return max((likeness(core, places, Listed(other.pk, theirs, other.province)) for theirs in near), default=0)


def _is_near(core: Core, theirs: Core) -> bool:
    """Worth a closer look, which takes a hundred times as long."""
    pairs = ((core.bare, theirs.bare), (core.full, theirs.full), (core.bare, theirs.full), (core.full, theirs.bare))
    return any(fuzz.ratio(*pair, score_cutoff=NEAR) for pair in dict.fromkeys(pairs))
