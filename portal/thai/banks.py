"""Thai banks by the three digits that the Bank of Thailand gives them, read from `banks.csv` beside this file."""

import csv
from functools import cache
from pathlib import Path


def bank_name(code: str, language: str = "th") -> str:
    """The bank's name in `language` ("th" or "en"), as in ธนาคารกรุงไทย; an unknown code comes back as it is."""
    names = _names().get(code)
    return names[1 if language == "en" else 0] if names else code


@cache
def _names() -> dict[str, tuple[str, str]]:
    with Path(__file__).with_name("banks.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: (row["name"], row["name_en"]) for row in csv.DictReader(rows)}
