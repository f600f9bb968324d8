"""Reference data that every portal needs: the places of Thailand and the first issues."""

import csv
from pathlib import Path

import geothai

from network.models import District, Issue, Province, Subdistrict
from portal.thai.provinces import all_provinces
from portal.thai.sorting import sort_key

BATCH = 1000
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
    """Bring districts and subdistricts to the state of the installed `geothai` (CC-BY-4.0); writes only what differs.

    Rows that the package no longer has are marked abolished and stay: addresses point at them.
    Two queries when nothing changed.
    """
    districts = [district for province in geothai.provinces() for district in geothai.districts(province.code)]
    subdistricts = [subdistrict for district in districts for subdistrict in geothai.subdistricts(district.code)]
    _bring_up_to_date(District, [_district(facts) for facts in districts])
    _bring_up_to_date(Subdistrict, [_subdistrict(facts) for facts in subdistricts])


def _district(facts: geothai.District) -> dict[str, str]:
    return {
        "code": facts.code,
        "name": facts.name_th.removeprefix("เขต") if facts.province_code == "10" else facts.name_th,
        "name_en": facts.name_en,
        "province_id": f"TH-{facts.province_code}",
    }


def _subdistrict(facts: geothai.Subdistrict) -> dict[str, str]:
    return {
        "code": facts.code,
        "name": facts.name_th,
        "name_en": facts.name_en,
        "district_id": facts.district_code,
        "postal_code": facts.postal_codes[0],
        "other_postal_codes": " ".join(facts.postal_codes[1:]),
    }


def _bring_up_to_date[Row: (District, Subdistrict)](model: type[Row], wanted: list[dict[str, str]]) -> None:
    columns: list[str] = list(wanted[0])
    kept = {row["code"]: row for row in model.objects.values(*columns, "is_abolished")}
    changed = [row for row in wanted if kept.get(row["code"]) != {**row, "is_abolished": False}]
    model.objects.bulk_create(
        [model(**row, sort_key=sort_key(row["name"])) for row in changed],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["sort_key", "is_abolished", *columns[1:]],
        batch_size=BATCH,
    )
    codes = {row["code"] for row in wanted}
    if gone := [code for code, row in kept.items() if code not in codes and not row["is_abolished"]]:
        model.objects.filter(pk__in=gone).update(is_abolished=True)


def load_first_issues() -> None:
    """Something to begin with; a list that a council has made its own stays without the issues it dropped."""
    if not Issue.objects.exists():
        load_issues()


def load_issues() -> None:
    """Create the issues that are missing."""
    with ISSUES.open(encoding="utf-8", newline="") as file:
        Issue.objects.bulk_create([Issue(**row) for row in csv.DictReader(file)], ignore_conflicts=True)
