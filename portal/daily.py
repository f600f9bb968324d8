"""The day's round: every step on every row that is due, each row in a transaction of its own."""

import logging
from dataclasses import dataclass
from typing import Any

from portal.hooks import answers
from portal.steps import DailyStep

logger = logging.getLogger(__name__)


@dataclass
class Tally:
    """What a step came to: rows done (in a dry run: rows due), and rows on which it failed."""

    name: Any
    done: int = 0
    failed: int = 0


def daily_steps() -> list[DailyStep]:
    """Those of every app, in their order."""
    steps = [step for given in answers("register_daily_steps") for step in given]
    return sorted(steps, key=lambda step: step.order)


def run_step(step: DailyStep, *, dry: bool = False) -> Tally:
    """Take the step wherever it is due; a failure is logged with its row and the next row has its turn."""
    tally = Tally(step.name)
    try:
        rows = list(step.due())
    except Exception:  # a plugin's broken step must not keep the others from their day
        logger.exception("Daily step '%s' cannot say what is due", step.name)
        tally.failed += 1
        return tally
    for row in rows:
        if dry:
            tally.done += 1
        else:
            _take(step, row, tally)
    return tally


def _take(step: DailyStep, row: Any, tally: Tally) -> None:
    try:
        tally.done += step.take(row) is not False
    except Exception:  # whatever it is, the other rows are somebody's application too
        # The key alone: logs are no place for names.
        logger.exception("Daily step '%s' failed on %s %s", step.name, type(row).__name__, getattr(row, "pk", ""))
        tally.failed += 1
