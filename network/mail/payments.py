"""Letters about money: what is due, what has come, what was refused, and the receipt itself."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q
from django.utils.translation import gettext

from network.enums import PaymentMethod
from network.letters import KINDS
from network.mail import links, readers
from network.models import Membership, MembershipSettings, Payment, PaymentEntry, Receipt
from network.permissions import user_can_verify, user_pays
from network.printing import certificate_pdf, receipt_pdf
from portal.mail import Attachment, Recipient, send_letter
from portal.models import User
from portal.templatetags.portal_thai import baht, thai_date

VERIFY = Q(permissions__codename="verify_payment", permissions__content_type__app_label="network")
VARIABLES = {kind.code: list(kind.variables) for kind in KINDS}
PDF = "application/pdf"

type Facts = dict[str, Callable[[], Any]]


def tell_of_fee(payment: Payment, entry: PaymentEntry) -> None:
    _write("payment_due", payers(payment), facts(payment, entry), payment)


def tell_of_report(payment: Payment, entry: PaymentEntry) -> None:
    """The organization, the treasurers, and the centre where it says that it has paid."""
    # What the treasurer records is accepted in a moment: the receipt says it all.
    if not (entry.by and user_can_verify(entry.by, payment)):
        _write("payment_received", payers(payment), facts(payment, entry), payment)
        _write("payment_waiting", _free_to_decide(treasurers(), payment), facts(payment, entry))
    if payment.method == PaymentMethod.CENTRE and not payment.confirmed_at:
        people = readers.coordinators(payment.membership.organization.entry.province_id)
        _write("payment_at_centre", _free_to_decide(people, payment), facts(payment, entry))


def tell_of_confirmation(payment: Payment, entry: PaymentEntry) -> None:
    """The treasurers can accept it now."""
    _write("payment_waiting", _free_to_decide(treasurers(), payment), facts(payment, entry))


def tell_of_refusal(payment: Payment, entry: PaymentEntry) -> None:
    _write("payment_refused", payers(payment), facts(payment, entry), payment)


def tell_of_cancellation(payment: Payment, entry: PaymentEntry) -> None:
    _write("payment_cancelled", payers(payment), facts(payment, entry), payment)


def tell_of_receipt(receipt: Receipt, term: Membership, entry: PaymentEntry) -> None:
    """The receipt, and the certificate of the `term` that was paid."""
    payment = receipt.payment
    more: Facts = {
        "receipt": lambda: receipt.display_number,
        "number": lambda: term.number,
        "member_until": lambda: thai_date(term.ends_on),
    }
    _write(
        "receipt_issued",
        payers(payment),
        facts(payment, entry) | more,
        payment,
        [receipt_file(receipt), certificate_file(term)],
    )


def tell_of_void(receipt: Receipt, successor: Receipt | None, entry: PaymentEntry) -> None:
    """Why it is void, and the receipt in its place when there is one."""
    payment = receipt.payment
    more: Facts = {
        "receipt": lambda: receipt.display_number,
        "successor": lambda: successor.display_number if successor else "",
    }
    attached = [receipt_file(successor)] if successor else []
    _write("receipt_voided", payers(payment), facts(payment, entry) | more, payment, attached)


def payers(payment: Payment) -> list[Recipient | User]:
    """The organization's primary contacts and whoever reported it; without any, the address in the paper form."""
    organization = payment.membership.organization
    people = readers.primary_contacts(organization.pk)
    reporter = payment.reported_by
    if reporter and reporter not in people and reporter.is_active and user_pays(reporter, payment):
        people.append(reporter)
    application = payment.membership.application
    return list(people) or (list(readers.applicants(application)) if application else [])


def treasurers() -> list[User]:
    """Members of the groups that verify payments; whoever runs the server is not asked to."""
    groups = Group.objects.filter(VERIFY)
    return list(User.objects.filter(groups__in=groups, is_active=True).distinct().order_by("pk"))


def receipt_file(receipt: Receipt) -> Attachment:
    return Attachment(f"receipt-{receipt.year}-{receipt.number:06d}.pdf", receipt_pdf(receipt), PDF)


def certificate_file(membership: Membership) -> Attachment:
    return Attachment(f"certificate-{membership.number}.pdf", certificate_pdf(membership), PDF)


def facts(payment: Payment, entry: PaymentEntry) -> Facts:
    membership = payment.membership
    return {
        "organization": lambda: membership.organization,
        "province": lambda: membership.organization.entry.province,
        "tier": lambda: membership.tier,
        "purpose": payment.get_purpose_display,
        "amount": lambda: baht(payment.amount),
        "payment_code": lambda: payment.reference,
        "account": account,
        "until": lambda: thai_date(payment.due_on),
        "paid_on": lambda: thai_date(payment.paid_on),
        "method": payment.get_method_display,
        "confirmed": lambda: gettext("yes") if payment.confirmed_at else "",
        "reason": lambda: entry.message,
        "payment_link": lambda: links.payment_link(payment),
        "desk_link": lambda: links.payment_desk_link(payment),
        "case_link": lambda: links.payment_case_link(payment),
        "queue_link": links.payment_queue_link,
    }


def account() -> str:
    """Where the money goes, in one line; empty until the council has written it down."""
    settings = MembershipSettings.load()
    parts = [settings.display_bank, settings.display_account_number, settings.account_name]
    return " · ".join(part for part in parts if part) if settings.account_number else ""


def _free_to_decide(people: list[User], payment: Payment) -> list[User]:
    return [user for user in people if not user_pays(user, payment)]


def _write(
    name: str,
    people: Iterable[User | Recipient],
    known: Facts,
    to_payers_of: Payment | None = None,
    attachments: Iterable[Attachment] = (),
) -> None:
    """One letter each; the organization's people are told the phone of their centre."""
    code = f"network.{name}"

    def context() -> dict[str, Any]:
        return {variable: known[variable]() for variable in VARIABLES[code]}

    entry = to_payers_of.membership.organization.entry if to_payers_of else None
    centre = entry.province.centres.order_by("pk").first() if entry else None
    files = list(attachments)
    for person in people:
        send_letter(code, to=person, context=context, contact=lambda: readers.contact_of(centre), attachments=files)
