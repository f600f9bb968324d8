"""Find organizations by what a person typed: as written, else what is close to it.

The roads, tried in order until one leads somewhere: the text as it stands, the same keys on the other keyboard
layout, the text cut into words (Thai is typed without spaces), names spelled alike.
"""

from dataclasses import dataclass
from enum import Enum
from statistics import mean

from icu4py.breakers import WordBreaker
from rapidfuzz import fuzz, process

from network.querysets import OrganizationQuerySet
from portal.thai.keyboard import repair
from portal.thai.text import MAX_QUERY_LENGTH, fold_terms

# Below this a name merely shares letters; above it, it is a slip of the finger or of the ear.
ALIKE = 75
# Shorter words lie inside too many others.
SHORTEST_ALIKE = 4
# A cut that leaves single letters has not understood the text; one with pairs may have broken a misspelled name.
SHORTEST_WORD = 2
SURE_WORD = 3
# Two letters of the other layout stand somewhere in every register.
SHORTEST_REPAIR = 3
MOST_ALIKE = 24


# The reader is told the road: what was not found as written is never shown as if it were.
class How(Enum):
    """By which road something was found."""

    EVERYTHING = "everything"
    WRITTEN = "written"
    KEYBOARD = "keyboard"
    WORDS = "words"
    ALIKE = "alike"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Found:
    """What a search gives.

    Attributes:
        rows: the organizations, best first; for everything, unordered.
        how: by which road they were found.
        text: what was searched for in the end: the query, what the keys write on the other layout, or the words.
    """

    rows: OrganizationQuerySet
    how: How
    text: str


def find(rows: OrganizationQuerySet, query: str) -> Found:
    """Search `rows` for `query`; asks the database whether each road leads anywhere."""
    if not query.strip():
        return Found(rows, How.EVERYTHING, "")
    if found := _written(rows, query, How.WRITTEN):
        return found
    # xit=kly'8, is ประชาสังคม, typed while the keyboard was set to English.
    if (repaired := _repaired(query)) and (found := _written(rows, repaired, How.KEYBOARD)):
        return found
    by_words = _written(rows, words, How.WORDS) if (words := _cut(query)) else None
    if by_words and min(map(len, fold_terms(by_words.text))) >= SURE_WORD:
        return by_words
    if pks := _alike(rows, fold_terms(query)):
        return Found(rows.in_this_order(pks), How.ALIKE, query)
    return by_words or Found(rows.none(), How.NOTHING, query)


def _repaired(query: str) -> str | None:
    repaired = repair(query)
    return repaired if repaired and len("".join(fold_terms(repaired))) >= SHORTEST_REPAIR else None


def _cut(query: str) -> str | None:
    """The query with a space between its words; None when that is no other query, or none to trust."""
    words = " ".join(WordBreaker(query[:MAX_QUERY_LENGTH], "th"))
    terms = fold_terms(words)
    return words if terms != fold_terms(query) and min(map(len, terms), default=0) >= SHORTEST_WORD else None


def _written(rows: OrganizationQuerySet, text: str, how: How) -> Found | None:
    terms = fold_terms(text)
    matching = rows.matching(terms)
    return Found(matching.ranked(terms), how, text) if matching.exists() else None


def _alike(rows: OrganizationQuerySet, terms: list[str]) -> list[int]:
    """Keys of the rows in which every term has something spelled like it, best first."""
    if not terms:
        return []
    # The names of the whole register fit in memory: 600 names take milliseconds, 100,000 an eighth of a second.
    texts = list(rows.order_by("entry__sort_key").values_list("pk", "entry__search_names", "entry__search_text"))
    scores: dict[int, list[float]] = {pk: [] for pk, _names, _text in texts}
    for term in terms:
        alike = _scores(term, {pk: names for pk, names, _text in texts})
        for pk, _names, text in texts:
            scores[pk].append(100 if term in text else alike.get(pk, 0))
    close = {pk: mean(found) for pk, found in scores.items() if min(found) >= ALIKE}
    return sorted(close, key=close.__getitem__, reverse=True)[:MOST_ALIKE]


def _scores(term: str, names: dict[int, str]) -> dict[int, float]:
    if len(term) < SHORTEST_ALIKE:
        return {}
    matches = process.extract(term, names, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=None)
    return {pk: score for _name, score, pk in matches}
