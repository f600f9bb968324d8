"""Letters about a membership, to the organization; of a resignation its centre and the registrars are told too."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from network.enums import PaymentPurpose, Standing, TermAction, TermNotice
from network.letters import KINDS
from network.mail import links, readers
from network.models import Limits, Membership, MembershipEntry, Payment, fee_on
from network.permissions import user_represents
from portal.mail import Recipient, send_letter
from portal.models import User
from portal.templatetags.portal_thai import baht, phone, thai_date

type Facts = dict[str, Callable[[], Any]]

VARIABLES = {kind.code: list(kind.variables) for kind in KINDS}
ENDS = {
    TermNotice.ENDS_SOON: "term_ends_soon",
    TermNotice.IN_GRACE: "term_in_grace",
    TermNotice.LAPSED: "term_lapsed",
}
DECISIONS = {
    TermAction.SUSPEND: "membership_suspended",
    TermAction.LIFT: "suspension_lifted",
    TermAction.RESIGN: "membership_resigned",
    TermAction.END: "membership_ended",
    TermAction.REINSTATE: "membership_reinstated",
}


def tell_of_end(membership: Membership, notice: TermNotice) -> None:
    """The term ends soon, is over or has lapsed; whose slip is with the treasurer reads that instead."""
    slip = membership.payments.waiting().filter(purpose=PaymentPurpose.RENEWAL).first()
    name = "term_slip_waiting" if slip else ENDS[notice]
    _write(name, readers.members(membership.organization), facts(membership, slip=slip), membership)


def tell_of_renewal(membership: Membership) -> None:
    _write("term_renewed", readers.members(membership.organization), facts(membership), membership)


def tell_of_decision(membership: Membership, entry: MembershipEntry) -> None:
    """The organization reads what was decided and why, and whom to call at the secretariat that did."""
    action = TermAction(entry.action)
    people = readers.members(membership.organization)
    _write(DECISIONS[action], people, facts(membership, entry=entry))
    if action == TermAction.RESIGN:
        _write("desk_resigned", _keepers(membership), facts(membership, entry=entry))


def facts(membership: Membership, *, entry: MembershipEntry | None = None, slip: Payment | None = None) -> Facts:
    """What letters say of a membership: one function for each variable, called in the reader's language."""
    organization = membership.organization
    return {
        "organization": lambda: organization,
        "province": lambda: organization.entry.province,
        "tier": lambda: membership.tier,
        "number": lambda: membership.number,
        "until": lambda: thai_date(membership.ends_on),
        "last_day": lambda: thai_date(_last_day(membership)),
        "day": lambda: thai_date(timezone.localdate(entry.at)) if entry else "",
        "reported_on": lambda: thai_date(slip.reported_at) if slip else "",
        "amount": lambda: price_of_renewal(membership),
        "standing": lambda: Standing(membership.standing_on()).label,
        "reason": lambda: entry.message if entry else "",
        "person": lambda: entry.by if entry else "",
        "phone": lambda: phone(organization.phone),
        "renew_link": lambda: links.renew_link(membership),
        "account_link": lambda: links.account_link(organization.pk),
        "page_link": lambda: links.page_link(organization),
    }


def _last_day(membership: Membership):
    return membership.ends_on + timedelta(days=Limits.load().grace_days) if membership.ends_on else None


def price_of_renewal(membership: Membership) -> str:
    """What the next term costs today, in words; empty when nothing."""
    fee = fee_on(membership.tier, timezone.localdate())
    return baht(fee.amount) if fee and fee.amount else ""


def _keepers(membership: Membership) -> list[User]:
    """Coordinators of the province and registrars, without those of the organization itself, who know."""
    people = [*readers.coordinators(membership.organization.entry.province_id), *readers.registrars()]
    return [user for user in dict.fromkeys(people) if not user_represents(user, membership.organization_id)]


def _write(name: str, people: Iterable[User | Recipient], known: Facts, of: Membership | None = None) -> None:
    """One letter each; of a membership (`of`) its centre's phone is told, else the secretariat's."""
    code = f"network.{name}"

    # Whoever has no account can open the public page only.
    public = {"renew_link": known["page_link"], "account_link": known["page_link"]}

    def context(own: Facts) -> dict[str, Any]:
        return {variable: (known | own)[variable]() for variable in VARIABLES[code]}

    centre = of.organization.entry.province.centres.order_by("pk").first() if of else None
    for person in people:
        own = {} if isinstance(person, User) else public
        send_letter(code, to=person, context=partial(context, own), contact=lambda: readers.contact_of(centre))
