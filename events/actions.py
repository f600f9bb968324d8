"""What changes an organization's seat: check, a short transaction with the lock, log, and the mails with it.

Every action is harmless when repeated: the same wish a second time gives the same answer and no second mail.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.log_actions import log

from events import mail
from events.enums import DelegateStatus
from events.exceptions import CannotSend, NoLongerEntered, SeatTaken
from events.models import Delegate, Event
from events.permissions import why_cannot_send, why_cannot_withdraw, why_person_cannot_send
from network.models import Organization

# What makes two wishes the same one, and what a form may write: nothing else of the row is typed.
FIELDS = ("title", "name", "phone", "email", "position", "food", "access")


@transaction.atomic
def enter_delegate(event: Event, organization: Organization, *, by, data: dict[str, str]) -> Delegate:
    """Give the organization's seat to the person in `data` (the keys are FIELDS).

    Raises:
        CannotSend: the window, the organization or the person's role stands in the way.
        SeatTaken: the seat is someone else's.
    """
    event, organization = _locked_seat(event, organization, by)
    holder = _holder(event, organization)
    if holder is None:
        return _seat(event, organization, by=by, data=data)
    # A double click, or a request that the network repeated: the answer is the first one's.
    if holder.entered_by == by and _says(holder, data):
        return holder
    raise SeatTaken(holder, _language())


@transaction.atomic
def change_delegate(delegate: Delegate, *, by, data: dict[str, str]) -> Delegate:
    """Correct what is known of the same person; another person is `swap_delegate`.

    Raises:
        CannotSend: as `enter_delegate`.
        NoLongerEntered: the seat was given up meanwhile.
    """
    _locked_seat(delegate.event, delegate.organization, by)
    delegate = _fresh(delegate)
    if not delegate.is_live:
        raise NoLongerEntered
    changed = [name for name in FIELDS if getattr(delegate, name) != data.get(name, "")]
    if not changed:
        return delegate
    for name in changed:
        setattr(delegate, name, data.get(name, ""))
    delegate.save()
    # Names of fields only: what was in them is the delegate's own.
    log(instance=delegate, action="events.delegate.change", user=by, data={"fields": changed})
    # The new address has never been told who entered the name and how to object.
    if "email" in changed:
        mail.write_to_delegate("entered", delegate)
    return delegate


@transaction.atomic
def swap_delegate(delegate: Delegate, *, by, data: dict[str, str]) -> Delegate:
    """Give the seat to another person; the former row stays as history.

    Raises:
        CannotSend: as `enter_delegate`.
        SeatTaken: someone else has swapped the seat meanwhile.
        NoLongerEntered: the seat was given up meanwhile.
    """
    event, organization = _locked_seat(delegate.event, delegate.organization, by)
    former = _fresh(delegate)
    # Somebody swapped while this person was typing: theirs, or the same wish a second time.
    if not former.is_live:
        return _already_swapped(event, organization, by=by, data=data)
    _close(former, DelegateStatus.REPLACED, by=by)
    mail.write_to_delegate("closed", former)
    return _seat(event, organization, by=by, data=data)


@transaction.atomic
def withdraw_delegate(delegate: Delegate, *, by, reason: str = "") -> Delegate:
    """Free the seat.

    Raises:
        CannotSend: the window or the person's role stands in the way.
        NoLongerEntered: the seat was given up in another way before.
    """
    _locked_seat(delegate.event, delegate.organization, by, allowed=why_cannot_withdraw)
    delegate = _fresh(delegate)
    if delegate.is_live:
        _close(delegate, DelegateStatus.WITHDRAWN, by=by, reason=reason)
        mail.write_to_delegate("closed", delegate)
        mail.write_to_representatives("withdrawn", delegate)
    # Withdrawn already is what was wished; replaced or objected is news.
    elif delegate.status != DelegateStatus.WITHDRAWN:
        raise NoLongerEntered
    return delegate


@transaction.atomic
def object_to_entry(delegate: Delegate, *, reason: str = "") -> Delegate:
    """The delegate says no: the seat is free again, and the organization and the secretariat are told.

    Raises:
        NoLongerEntered: the seat was given up or replaced before.
    """
    # The window is not asked: whoever was entered against their will may object at any time.
    Organization.objects.select_for_update(of=("self",), no_key=True).get(pk=delegate.organization_id)
    delegate = _fresh(delegate)
    if delegate.is_live:
        _close(delegate, DelegateStatus.OBJECTED, by=None, reason=reason)
        mail.write_to_representatives("objected", delegate)
        mail.write_to_secretariat("objected", delegate)
    elif delegate.status != DelegateStatus.OBJECTED:
        raise NoLongerEntered
    return delegate


@transaction.atomic
def forget_needs(delegate: Delegate) -> bool:
    """Delete food and access needs; whether there were any still. The log does not say what they were."""
    rows = Delegate.objects.with_needs().select_for_update(of=("self",), no_key=True)
    if present := rows.filter(pk=delegate.pk).first():
        present.food = present.access = ""
        present.save(update_fields=["food", "access"])
        log(instance=present, action="events.delegate.forget")
    return present is not None


def _locked_seat(
    event: Event, organization: Organization, by, *, allowed=why_cannot_send
) -> tuple[Event, Organization]:
    """Both rows as they are now, the organization's locked: the seat is its own, so others need not wait.

    The check is made behind the lock: a window that closed while someone queued stays closed.
    """
    organization = Organization.objects.select_for_update(of=("self",), no_key=True).get(pk=organization.pk)
    # Read after the lock was won, or the window would be the one of the moment when the queue began.
    event = Event.objects.get(pk=event.pk)
    refusal = why_person_cannot_send(by, organization) or allowed(event, organization)
    if refusal:
        raise CannotSend(refusal)
    return event, organization


def _holder(event: Event, organization: Organization) -> Delegate | None:
    live = Delegate.objects.live().filter(event=event, organization=organization)
    return live.select_related("organization", "entered_by").first()


def _seat(event: Event, organization: Organization, *, by, data: dict[str, str]) -> Delegate:
    # The constraint one_live_delegate_per_organization is the last word, should a caller forget the lock.
    known = {name: data.get(name, "") for name in FIELDS}
    delegate = Delegate.objects.create(
        event=event, organization=organization, entered_by=by, language=_language(), **known
    )
    log(instance=delegate, action="events.delegate.enter", user=by, data={"organization": organization.pk})
    mail.write_to_delegate("entered", delegate)
    mail.write_to_representatives("entered", delegate)
    return delegate


def _already_swapped(event: Event, organization: Organization, *, by, data: dict[str, str]) -> Delegate:
    holder = _holder(event, organization)
    if holder is None:
        raise NoLongerEntered
    if holder.entered_by == by and _says(holder, data):
        return holder
    raise SeatTaken(holder, _language())


def _close(delegate: Delegate, status: DelegateStatus, *, by, reason: str = "") -> None:
    """The row stays as history; food and access needs serve nobody any more."""
    delegate.status, delegate.closed_at, delegate.closed_by, delegate.reason = status, timezone.now(), by, reason
    delegate.food = delegate.access = ""
    delegate.save()
    log(instance=delegate, action=f"events.delegate.{status}", user=by, data={"reason": reason})


def _says(delegate: Delegate, data: dict[str, str]) -> bool:
    return all(getattr(delegate, name) == data.get(name, "") for name in FIELDS)


def _fresh(delegate: Delegate) -> Delegate:
    return Delegate.objects.select_related("event", "organization__entry", "entered_by").get(pk=delegate.pk)


def _language() -> str:
    return get_language() or "th"
