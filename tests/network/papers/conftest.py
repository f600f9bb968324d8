"""A receipt of somebody whose name tries the letters."""

import datetime

import pytest

from tests.factories.membership import MembershipFactory, TierFactory
from tests.factories.network import OrganizationFactory
from tests.factories.payments import ReceiptFactory

# Stacked marks, tails that give way, and Latin beside Thai.
TRYING = "หนี้ ที่ นั้น ญู ฐุ ปั๊ม A วันที่"


@pytest.fixture
def receipt(db):
    return ReceiptFactory(
        number=123,
        issued_on=datetime.date(2026, 1, 6),
        paid_on=datetime.date(2026, 1, 5),
        payer_name=TRYING,
        payer_address="99 หมู่ที่ 1 ตำบลที่นั้น จังหวัดเพชรบุรี",
        payer_tax_id="พบ. 12/2560",
        issuer_address="เลขที่ 1 ถนนตัวอย่าง\nกรุงเทพมหานคร 10000",
        issuer_tax_id="0994000617721",
        issued_by_name="ปิ่นแก้ว ตัวอย่าง",
    )


@pytest.fixture
def term(db):
    """A national member until 5 January 2028."""
    return MembershipFactory(
        organization=OrganizationFactory(name=TRYING, name_en="Sample Organization"),
        tier=TierFactory(kind="national", name="สมาชิกระดับประเทศ", name_en="Member of the national council"),
        number=42,
        starts_on=datetime.date(2026, 1, 6),
        ends_on=datetime.date(2028, 1, 5),
    )
