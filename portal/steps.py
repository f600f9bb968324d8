"""Steps of setting a portal up, or of loading its demo; plugins add theirs through hooks."""

from collections.abc import Callable
from dataclasses import dataclass


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
