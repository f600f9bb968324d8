"""Mails about delegates: as text and HTML, each in the reader's own language."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.tasks import task
from django.template.loader import render_to_string
from django.utils.translation import override

from events.models import Delegate
from events.tokens import object_url
from network.models import Representative
from portal.models import Identity

KNOWN = ("event", "organization__entry", "entered_by", "closed_by")


@task
def mail_delegate(kind: str, pk: int) -> int:
    """Tell delegate `pk`; how many mails went out. `kind` is "entered" or "closed"."""
    delegate = Delegate.objects.select_related(*KNOWN).get(pk=pk)
    if not delegate.email or delegate.email == delegate.entered_by.email:
        return 0
    return compose(f"delegate_{kind}", delegate, to=delegate.email, language=delegate.language).send()


@task
def mail_representatives(kind: str, pk: int) -> int:
    """Tell everyone who acts for the organization; `kind` is "entered", "withdrawn" or "objected"."""
    delegate = Delegate.objects.select_related(*KNOWN).get(pk=pk)
    active = Representative.objects.active().filter(organization=delegate.organization).select_related("user")
    people = {mandate.user for mandate in active} | {delegate.entered_by}
    mails = [
        compose(f"organization_{kind}", delegate, to=person.email, language=person.language)
        for person in sorted(people, key=lambda person: person.pk)
        if person.email
    ]
    return sum(mail.send() for mail in mails)


@task
def mail_secretariat(kind: str, pk: int) -> int:
    """Tell the council's own address, in the portal's first language."""
    delegate = Delegate.objects.select_related(*KNOWN).get(pk=pk)
    address = Identity.load().email
    if not address:
        return 0
    return compose(f"organization_{kind}", delegate, to=address, language=settings.LANGUAGE_CODE).send()


def compose(template: str, delegate: Delegate, *, to: str, language: str) -> EmailMultiAlternatives:
    with override(language):
        context = mail_context(delegate, language)
        subject = " ".join(render_to_string(f"events/mail/{template}_subject.txt", context).split())
        mail = EmailMultiAlternatives(subject, render_to_string(f"events/mail/{template}.txt", context), to=[to])
        mail.attach_alternative(render_to_string(f"events/mail/{template}.html", context), "text/html")
    return mail


def mail_context(delegate: Delegate, language: str) -> dict:
    """What the templates may say; addresses are absolute and in the language being read."""
    base = settings.BASE_URL.rstrip("/")
    return {
        "delegate": delegate,
        "event": delegate.event,
        "organization": delegate.organization,
        "identity": Identity.load(),
        "language": language,
        "event_url": base + delegate.event.get_absolute_url(),
        "seat_url": base + delegate.get_seat_url(),
        "object_url": object_url(delegate),
    }


def line_message(delegate: Delegate) -> str:
    """The delegate's mail as a short text to paste into LINE, in the language being read."""
    context = mail_context(delegate, delegate.language)
    return render_to_string("events/mail/line.txt", context).strip()
