"""Where a payment stands, in the words of those who pay."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.enums import PaymentAction, PaymentMethod, PaymentPurpose, PaymentStatus
from network.models import Payment, PaymentEntry
from portal.templatetags.portal_thai import baht, thai_date

S = PaymentStatus
KINDS = {S.DUE: "warn", S.SUBMITTED: "info", S.ACCEPTED: "good", S.CANCELLED: ""}


def title(payment: Payment) -> str:
    """What it is for and how much: "Joining fee 2,000 baht"."""
    said = {
        PaymentPurpose.JOINING: pgettext("to pay", "Joining fee %(amount)s"),
        PaymentPurpose.RENEWAL: pgettext("to pay", "Membership renewal %(amount)s"),
    }[PaymentPurpose(payment.purpose)]
    return said % {"amount": baht(payment.amount)}


def badge(payment: Payment, *, is_refused: bool) -> dict:
    """Label and kind of the badge."""
    if is_refused:
        return {"label": pgettext("a payment", "Sent back to you"), "kind": "bad"}
    if is_with_centre(payment):
        return {"label": pgettext("a payment", "Waiting for the centre"), "kind": "info"}
    return {"label": payment.get_status_display(), "kind": KINDS[S(payment.status)]}


def is_with_centre(payment: Payment) -> bool:
    """Reported as paid at the centre, which has not said yet that it has the money."""
    return (payment.status, payment.method) == (S.SUBMITTED, PaymentMethod.CENTRE) and not payment.confirmed_at


def refusal(payment: Payment, entries: list[PaymentEntry]) -> PaymentEntry | None:
    """Why what was sent did not do, or why the receipt was voided, while it is due again; None otherwise."""
    told = entries[-1] if payment.status == S.DUE and entries else None
    return told if told and told.action in (PaymentAction.REFUSE, PaymentAction.VOID) else None


def next_words(payment: Payment) -> str:
    """What happens next, in a sentence."""
    if payment.status == S.DUE:
        return _("Please pay by %(day)s.") % {"day": thai_date(payment.due_on)} if payment.due_on else ""
    if is_with_centre(payment):
        return _("The coordination centre confirms that it has the money; then the treasurer writes the receipt.")
    if payment.status == S.SUBMITTED:
        return _("The treasurer compares it with the bank account and writes the receipt. You need to do nothing now.")
    if payment.status == S.ACCEPTED:
        return _("The money has come. Thank you.")
    return _("Nothing has to be paid any more.")


def history(entries: list[PaymentEntry]) -> list[dict]:
    """Parameters of components/steps.html: what happened and when. Of who did it only the organization's own side."""
    return [
        {"title": entry.get_action_display(), "text": entry.message, "when": thai_date(entry.at), "state": "done"}
        for entry in entries
    ]
