"""Reference data that every portal needs: the 77 provinces and the first issues."""

import csv
from pathlib import Path

from network.models import Issue, Province
from portal.thai.provinces import all_provinces
from portal.thai.sorting import sort_key

ISSUES = Path(__file__).with_name("demo") / "issues.csv"


def load_provinces() -> None:
    """Create the provinces that are missing; names and regions that someone edited stay."""
    Province.objects.bulk_create(
        [
            Province(
                code=facts.code,
                name=facts.name,
                name_en=facts.name_en,
                region=facts.region,
                slug=facts.slug,
                aliases="\n".join(facts.aliases),
                sort_key=sort_key(facts.name),
            )
            for facts in all_provinces()
        ],
        ignore_conflicts=True,
    )


def load_first_issues() -> None:
    """Something to begin with; a list that a council has made its own stays without the issues it dropped."""
    if not Issue.objects.exists():
        load_issues()


def load_issues() -> None:
    """Create the issues that are missing."""
    with ISSUES.open(encoding="utf-8", newline="") as file:
        Issue.objects.bulk_create([Issue(**row) for row in csv.DictReader(file)], ignore_conflicts=True)
