"""Reference data that every portal needs: the 77 provinces and the first issues."""

import csv
from pathlib import Path

import geothai

from network.models import District, Issue, Province, Subdistrict
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


def load_districts() -> None:
    """Create the districts and subdistricts that are missing, under their official codes, and mark abolished ones.

    The data is geothai's (CC-BY-4.0). Nothing is deleted: addresses point at it.
    """
    districts = [d for province in geothai.provinces() for d in geothai.districts(province.code)]
    subdistricts = [s for district in districts for s in geothai.subdistricts(district.code)]
    _add_missing(District, [_district(facts) for facts in districts])
    _add_missing(Subdistrict, [_subdistrict(facts) for facts in subdistricts])


def _district(facts) -> District:
    name = facts.name_th.removeprefix("เขต").removeprefix("อำเภอ")
    return District(
        code=facts.code,
        province_id=f"TH-{facts.province_code}",
        name=name,
        name_en=facts.name_en,
        sort_key=sort_key(name),
    )


def _subdistrict(facts) -> Subdistrict:
    name = facts.name_th.removeprefix("แขวง").removeprefix("ตำบล")
    return Subdistrict(
        code=facts.code,
        district_id=facts.district_code,
        name=name,
        name_en=facts.name_en,
        postal_code=facts.postal_codes[0] if facts.postal_codes else "",
        sort_key=sort_key(name),
    )


def _add_missing(model: type[District] | type[Subdistrict], rows: list) -> None:
    codes = {row.code for row in rows}
    known = set(model.objects.values_list("code", flat=True))
    model.objects.bulk_create([row for row in rows if row.code not in known], batch_size=1000)
    model.objects.filter(code__in=known - codes, is_abolished=False).update(is_abolished=True)


def load_first_issues() -> None:
    """Something to begin with; a list that a council has made its own stays without the issues it dropped."""
    if not Issue.objects.exists():
        load_issues()


def load_issues() -> None:
    """Create the issues that are missing."""
    with ISSUES.open(encoding="utf-8", newline="") as file:
        Issue.objects.bulk_create([Issue(**row) for row in csv.DictReader(file)], ignore_conflicts=True)
