"""Carrying mails: a worker claims a row by one conditional update, so that no two ever send the same one."""

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from portal.enums import MailStatus
from portal.models import MailAttachment, OutgoingMail, PostRules

# Between one failure and the next try; after the last the mail has failed and waits for a person.
PAUSES = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12)]
# A mail server has answered long before: whoever holds a mail for so long is gone.
INTERRUPTED = timedelta(minutes=30)
ERROR_LENGTH = 500


@task
def deliver(pk: int) -> bool:
    """Send mail `pk` if it is due and nobody else does; whether it went out. What fails is kept in its row."""
    mail = _claim(pk)
    if mail is None:
        return False
    try:
        _message(mail).send()
    except Exception as error:  # a provider's API raises what it likes, and each must stay visible
        _keep_failure(mail, f"{type(error).__name__}: {_without_secrets(str(error))}"[:ERROR_LENGTH])
        return False
    # `update`, not `save`: the row may have been changed while the server was talking.
    _held(mail).update(status=MailStatus.SENT, sent_at=timezone.now(), failures=0, last_error="")
    return True


def deliver_waiting() -> tuple[int, int]:
    """Try every mail that is due; how many went out, and how many did not."""
    now = timezone.now()
    for mail in OutgoingMail.objects.interrupted(now, INTERRUPTED):
        _keep_failure(mail, "Interrupted: the worker ended while it was sending")
    results = [deliver.call(pk) for pk in OutgoingMail.objects.due(now).order_by("pk").values_list("pk", flat=True)]
    return sum(results), len(results) - sum(results)


def forget_old_texts(*, now: datetime | None = None) -> int:
    """Delete texts and attachments older than PostRules says; the row stays. How many mails."""
    now = now or timezone.now()
    old = OutgoingMail.objects.forgettable(now - timedelta(days=PostRules.load().keep_text_days))
    keys = list(old.values_list("pk", flat=True))
    MailAttachment.objects.filter(mail__in=keys).delete()
    # By key: between the two statements more mails may have grown old.
    return OutgoingMail.objects.filter(pk__in=keys).update(text="", html="", last_error="", phone="", forgotten_at=now)


def _claim(pk: int) -> OutgoingMail | None:
    now = timezone.now()
    claimed = {"status": MailStatus.SENDING, "attempts": F("attempts") + 1, "claimed_at": now}
    taken = OutgoingMail.objects.due(now).filter(pk=pk).update(**claimed)
    return OutgoingMail.objects.get(pk=pk) if taken else None


def _held(mail: OutgoingMail):
    """The row, as long as it is this try's: one that was given up as interrupted writes nothing any more."""
    return OutgoingMail.objects.filter(pk=mail.pk, status=MailStatus.SENDING, attempts=mail.attempts)


def _keep_failure(mail: OutgoingMail, error: str) -> None:
    final = mail.failures >= len(PAUSES)
    pause = timedelta() if final else PAUSES[mail.failures]
    _held(mail).update(
        status=MailStatus.FAILED if final else MailStatus.WAITING,
        failures=mail.failures + 1,
        next_try_at=timezone.now() + pause,
        last_error=error,
    )


def _without_secrets(text: str) -> str:
    options = settings.MAILERS["default"].get("OPTIONS", {})
    for name, value in options.items():
        # An SMTP server likes to quote what it was given; the row is read by people who must not know the password.
        if isinstance(value, str) and value and name not in {"host", "file_path"}:
            text = text.replace(value, "…")
    return text


def _message(mail: OutgoingMail) -> EmailMultiAlternatives:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.email],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            "Message-ID": f"<{mail.number.hex}@{domain}>",
            # Keeps holiday answers from coming back (RFC 3834).
            "Auto-Submitted": "auto-generated",
            "Content-Language": mail.language,
        },
    )
    message.attach_alternative(mail.html, "text/html")
    for part in mail.attachments.all():
        message.attach(part.name, bytes(part.content), part.mimetype)
    return message
