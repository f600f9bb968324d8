"""Loads the demo's treasurer, and payments in every state with their slips and receipts."""

import io
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import segno
from django.core.files.base import ContentFile
from django.utils import timezone

from network.actions.admission import next_number
from network.actions.payments import (
    cancel_payment,
    open_payment,
    refuse_payment,
    report_payment,
    void_receipt,
)
from network.actions.payments.receipts import issue_receipt
from network.actions.payments.steps import note
from network.actions.terms import steps as terms
from network.demo.past import days_ago, days_before_today, letters_have_arrived
from network.documents import prepared_document
from network.enums import (
    TREASURERS,
    ApplicationKind,
    PaymentAction,
    PaymentMethod,
    PaymentPurpose,
    PaymentStatus,
    TermAction,
)
from network.models import Membership, Organization, Payment, Receipt, Tier
from portal.demo import demo_user
from portal.models import User
from portal.pdf import picture
from portal.templatetags.portal_thai import thai_date
from portal.thai.promptpay import checksum

PAYMENTS = Path(__file__).with_name("payments.toml")
SLIP = Path(__file__).with_name("slip.typ")

type Row = dict[str, Any]


def load_payments() -> None:
    """Create the payments of terms that have none yet; whatever was done with others stays."""
    demo_user("treasurer@example.org", "เหรัญญิก (ตัวอย่าง)", groups=(TREASURERS,))
    people = {str(user.email): user for user in User.objects.filter(email__endswith="@example.org")}
    with letters_have_arrived(one_fails=False):
        for row in read_payments():
            term = term_of(row)
            if term and not term.payments.filter(purpose=row["purpose"]).exists():
                load_payment(row, term, people)


def read_payments() -> list[Row]:
    return tomllib.loads(PAYMENTS.read_text(encoding="utf-8"))["payment"]


def term_of(row: Row) -> Membership | None:
    """The term that is paid for; None where somebody has changed the demo so that there is none."""
    own = Membership.objects.filter(
        organization__entry__slug=row["organization"], tier__kind=ApplicationKind.NATIONAL
    ).order_by("pk")
    if row.get("admitted") and not own.exists():
        return admitted(row)
    found = {
        "first": lambda: own.filter(follows=None).first(),
        "before": lambda: own.filter(followed_by__isnull=False).last(),
        "last": lambda: own.open().last(),
    }[row["term"]]
    return found()


def admitted(row: Row) -> Membership | None:
    """A membership that waits for its fee."""
    organization = Organization.objects.filter(entry__slug=row["organization"]).first()
    tier = Tier.objects.filter(kind=ApplicationKind.NATIONAL).first()
    if organization is None or tier is None:
        return None
    waiting = {"number": next_number(tier), "begun_on": None, "starts_on": None}
    with days_before_today(row["opened"]):
        term = Membership.objects.create(organization=organization, tier=tier, **waiting)
        terms.note(term, TermAction.ADMIT, by=None)
    return term


def load_payment(row: Row, term: Membership, people: dict[str, User]) -> None:
    with days_before_today(row["opened"]):
        payment = open_payment(term, PaymentPurpose(row["purpose"]), by=None)
    if payment is None:
        return
    if payment.due_on:
        payment.due_on -= timedelta(days=row["opened"])
        payment.save(update_fields=["due_on"])
    for step in row["steps"]:
        with days_before_today(step["days"]):
            take(payment, step, people[step["by"]])


def take(payment: Payment, step: Row, by: User) -> None:
    if step["do"] == "report":
        report(payment, step, by)
    elif step["do"] == "accept":
        accept(payment, step, by)
    elif step["do"] == "void":
        receipt = Receipt.objects.valid().get(payment=payment)
        void_receipt(receipt, by=by, reason=step["reason"], reissue=True)
        Receipt.objects.filter(replaces=receipt).update(issued_on=day(step))
    else:
        {"refuse": refuse_payment, "cancel": cancel_payment}[step["do"]](payment, by=by, reason=step["reason"])


def report(payment: Payment, step: Row, by: User) -> None:
    slip = sample_slip(payment, step) if "slip" in step else None
    report_payment(
        payment,
        by=by,
        method=PaymentMethod(step["method"]),
        slip=slip,
        slip_name="slip.jpg" if slip else "",
        paid_on=day(step),
        remark=step.get("remark", ""),
    )


def accept(payment: Payment, step: Row, by: User) -> None:
    """As `accept_payment`, on a day in the past and for a term that has begun by then."""
    payment.refresh_from_db()
    payment.status, payment.decided_by, payment.decided_at = PaymentStatus.ACCEPTED, by, timezone.now()
    payment.save(update_fields=["status", "decided_by", "decided_at"])
    note(payment, PaymentAction.ACCEPT, by=by, remark=step.get("remark", ""))
    issue_receipt(payment, by=by, on=day(step))


def day(step: Row) -> date:
    return timezone.localdate(days_ago(step["days"]))


def sample_slip(payment: Payment, step: Row) -> ContentFile:
    """A picture that looks like a bank's, says that it is a sample, and may bear the code that banks print."""
    bank, _space, reference = step["slip"].partition(" ") if isinstance(step["slip"], str) else ("", "", "")
    text = slip_text(bank, reference) if reference else "https://example.org/"
    code = io.BytesIO()
    segno.make(text, error="m", micro=False).save(code, kind="svg", scale=4, border=2, light="white")
    rows = [
        ["จาก", payment.membership.organization.name],
        ["ถึง", "ตัวอย่าง บัญชีค่าสมาชิก"],
        ["จำนวนเงิน", f"{payment.amount:,.2f} บาท"],
        ["เลขที่อ้างอิง", reference or "–"],
        ["บันทึกช่วยจำ", payment.reference],
    ]
    data = {"title": "สลิปตัวอย่าง (ไม่ใช่ของจริง)", "day": thai_date(day(step)), "rows": rows}
    drawn = picture(SLIP, data, {"qr.svg": code.getvalue()})
    return prepared_document(io.BytesIO(drawn), len(drawn))


def slip_text(bank: str, reference: str) -> str:
    """The text of the code on a slip, as portal.slips reads it."""
    inner = f"00060000010103{bank}02{len(reference):02}{reference}"
    unsigned = f"00{len(inner):02}{inner}5102TH9104"
    return unsigned + checksum(unsigned)
