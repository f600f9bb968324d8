"""A past for the demo: what an action has just written happened some days ago, and its letters have long arrived."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from wagtail.models import ModelLogEntry

from network.models import (
    ApplicationDocument,
    Claim,
    Invitation,
    MembershipApplication,
    MembershipEntry,
    Payment,
    PaymentEntry,
    Receipt,
    TimelineEntry,
)
from portal.enums import MailStatus
from portal.models import OutgoingMail

# Every moment that an action may write, by the model that keeps it.
MOMENTS = {
    MembershipApplication: [
        "created_at",
        "status_since",
        "submitted_at",
        "accepted_at",
        "handed_up_at",
        "decided_at",
        "changed_at",
    ],
    TimelineEntry: ["at"],
    MembershipEntry: ["at"],
    ApplicationDocument: ["added_at"],
    Claim: ["made_at", "handed_up_at", "decided_at"],
    Invitation: ["created_at", "answered_at"],
    Payment: ["created_at", "reported_at", "confirmed_at", "decided_at"],
    PaymentEntry: ["at"],
    Receipt: ["void_at"],
    OutgoingMail: ["created_at"],
    ModelLogEntry: ["timestamp"],
}
# One that a person has to look after, so that the list of mails shows what that looks like.
FAILED = {
    "status": MailStatus.FAILED,
    "failures": 6,
    "attempts": 6,
    "sent_at": None,
    "last_error": "SMTPRecipientsRefused: 550 5.1.1 No such mailbox (sample)",
}


def days_ago(days: int) -> datetime:
    """At this time of the day, so that no step of the demo lies in the future."""
    return timezone.now() - timedelta(days=days)


@contextmanager
def days_before_today(days: int) -> Iterator[None]:
    """Whatever is written within happened `days` ago."""
    began, then = timezone.now(), days_ago(days)
    yield
    for model, names in MOMENTS.items():
        for name in names:
            model._default_manager.filter(**{f"{name}__gte": began}).update(**{name: then})


@contextmanager
def letters_have_arrived(*, one_fails: bool = True) -> Iterator[None]:
    """One transaction, whose letters stand in the outbox as sent: loading the demo mails nothing to anybody."""
    with transaction.atomic():
        last = OutgoingMail.objects.aggregate(last=Max("pk"))["last"] or 0
        yield
        written = OutgoingMail.objects.filter(pk__gt=last)
        written.filter(status=MailStatus.WAITING).update(status=MailStatus.SENT, attempts=1, sent_at=F("created_at"))
        if one_fails and (first := written.filter(status=MailStatus.SENT).order_by("created_at", "pk").first()):
            written.filter(pk=first.pk).update(**FAILED)
