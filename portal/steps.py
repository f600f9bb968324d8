"""Steps of setting a portal up, of loading its demo, and of each day; plugins add theirs through hooks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """Something that may be run again without doubling anything.

    Attributes:
        order: smaller runs first; a plugin's steps stand after those it builds on.
        name: what is said on the console.
        run: does it.
    """

    order: int
    name: str
    run: Callable[[], None]


@dataclass(frozen=True)
class DailyStep:
    """Something that becomes due with time; every row is asked alone, so that one that fails stops no other.

    Attributes:
        order: smaller runs first; a plugin's steps stand after those it builds on.
        name: what was done, as the report says it before the number; translatable.
        due: the rows for which it is due now. Asked when the step's turn has come, and by a dry run.
        take: does it for one of them, in a transaction of its own; False when somebody was faster. Safe to repeat.
    """

    order: int
    name: Any
    due: Callable[[], Iterable[Any]]
    take: Callable[[Any], object]
