import csv
from pathlib import Path

import pytest

from network.enums import EntryStatus, LegalForm
from network.models import Organization, RegisterEntry
from network.reference import load_provinces
from network.search.texts import refresh

NAMES = Path(__file__).with_name("names.csv")


@pytest.fixture
def names(db):
    """Forty organizations with the words that readers look for, as the register stores them."""
    load_provinces()
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    organizations = Organization.objects.bulk_create(
        Organization(name=row["name"], name_en=row["name_en"], other_names=row["other_names"], current_work=row["work"])
        for row in rows
    )
    RegisterEntry.objects.bulk_create(
        RegisterEntry(
            organization=organization,
            slug=row["slug"],
            province_id=row["province"],
            legal_form=LegalForm.OTHER,
            status=EntryStatus.LISTED,
        )
        for organization, row in zip(organizations, rows, strict=True)
    )
    refresh()
    return Organization.objects.listed()
