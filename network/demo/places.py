"""Loads the demo's coordination centres, and an account that nobody can pay into."""

import tomllib
from pathlib import Path

from network.models import CoordinationCentre, MembershipSettings

CENTRES = Path(__file__).with_name("centres.toml")
SAMPLE_ACCOUNT = {
    "bank": "ธนาคารตัวอย่าง สาขาตัวอย่าง",
    "bank_en": "Sample Bank, Sample Branch",
    "account_name": "ตัวอย่าง บัญชีค่าสมาชิก (โปรดอย่าโอนเงิน)",
    "account_number": "0000000000",
    "promptpay_id": "0000000000001",
    "tax_id": "0000000000001",
}


def load_centres() -> None:
    """Create the centres that are missing; an edited one stays as it is."""
    rows = tomllib.loads(CENTRES.read_text(encoding="utf-8"))["centre"]
    known = set(CoordinationCentre.objects.values_list("slug", flat=True))
    for row in rows:
        if row["slug"] not in known:
            provinces = row.pop("provinces")
            CoordinationCentre.objects.create(**row).provinces.set(provinces)


def load_membership_settings() -> None:
    """Fill in the sample account unless somebody has written another one."""
    settings = MembershipSettings.load()
    if not settings.account_number:
        for name, value in SAMPLE_ACCOUNT.items():
            setattr(settings, name, value)
        settings.save()
