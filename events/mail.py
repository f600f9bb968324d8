"""Mails about delegates, written with what they report, each in the reader's own language."""

from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from events.letters import KINDS
from events.models import Delegate
from events.tokens import object_url
from network.models import Representative
from portal.mail import Recipient, send_letter
from portal.models import Identity
from portal.templatetags.portal_thai import datetime_long


def write_to_delegate(kind: str, delegate: Delegate) -> None:
    """`kind` is "entered" or "closed"; who entered themselves hears of it as a representative."""
    if delegate.email and delegate.email == delegate.entered_by.email:
        return
    to = Recipient(delegate.email, str(delegate), delegate.language, delegate.phone)
    _write(f"events.delegate_{kind}", delegate, to)


def write_to_representatives(kind: str, delegate: Delegate) -> None:
    """To everyone who acts for the organization; `kind` is "entered", "withdrawn" or "objected"."""
    active = Representative.objects.active().filter(organization=delegate.organization).select_related("user")
    # Event staff who entered the name hear of it as well, though they represent nobody.
    people = {mandate.user for mandate in active} | {delegate.entered_by}
    # In a fixed order, so that two mails of one decision never lock rows crosswise.
    for person in sorted(people, key=lambda person: person.pk):
        _write(f"events.organization_{kind}", delegate, person)


def write_to_secretariat(kind: str, delegate: Delegate) -> None:
    """To the council's own address, in the portal's first language."""
    identity = Identity.load()
    if identity.email:
        # To the office, not to persons: whoever is on duty reads it.
        to = Recipient(identity.email, identity.name, settings.LANGUAGE_CODE)
        _write(f"events.organization_{kind}", delegate, to)


def _write(code: str, delegate: Delegate, to) -> None:
    send_letter(code, to=to, context=partial(letter_context, code, delegate))


def letter_context(code: str, delegate: Delegate) -> dict[str, object]:
    """What that kind of letter may say, in the language being read; addresses are absolute."""
    return {name: KNOWN[name](delegate) for name in next(kind for kind in KINDS if kind.code == code).variables}


def line_message(delegate: Delegate) -> str:
    """The delegate's mail as a short text to paste into LINE, in the language being read."""
    context = {"delegate": delegate, "event": delegate.event, "organization": delegate.organization}
    context |= {"event_url": _event_url(delegate), "object_url": object_url(delegate)}
    return render_to_string("events/line.txt", context).strip()


def _told(delegate: Delegate) -> str:
    if delegate.email:
        return _("We have written to the delegate as well.")
    return _("We have no e-mail address of the delegate: please pass the news on.")


def _event_url(delegate: Delegate) -> str:
    return settings.BASE_URL.rstrip("/") + delegate.event.get_absolute_url()


KNOWN: dict[str, Callable[[Delegate], object]] = {
    "delegate": str,
    "person": lambda delegate: delegate.closed_by or delegate.entered_by,
    "organization": lambda delegate: delegate.organization.display_name,
    "event": lambda delegate: delegate.event.display_title,
    "when": lambda delegate: delegate.event.when,
    "where": lambda delegate: delegate.event.display_venue or _("To be announced"),
    "costs": lambda delegate: delegate.event.display_costs,
    "closes": lambda delegate: datetime_long(delegate.event.closes_at) if delegate.event.closes_at else "",
    "reason": lambda delegate: delegate.reason,
    "told": _told,
    "event_link": _event_url,
    "object_link": object_url,
    "seat_link": lambda delegate: settings.BASE_URL.rstrip("/") + delegate.get_seat_url(),
}
