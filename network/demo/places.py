"""Loads the demo's coordination centres."""

import tomllib
from pathlib import Path

from network.models import CoordinationCentre

CENTRES = Path(__file__).with_name("centres.toml")


def load_centres() -> None:
    """Create the centres that are missing; an edited one stays as it is."""
    rows = tomllib.loads(CENTRES.read_text(encoding="utf-8"))["centre"]
    known = set(CoordinationCentre.objects.values_list("slug", flat=True))
    for row in rows:
        if row["slug"] not in known:
            provinces = row.pop("provinces")
            CoordinationCentre.objects.create(**row).provinces.set(provinces)
