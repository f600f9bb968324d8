"""What the secretariat does with the post: send a mail again, give up its own words."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from portal.enums import MailStatus
from portal.exceptions import CannotSendAgainError
from portal.mail.delivery import deliver
from portal.models import LetterText, OutgoingMail, User


def send_again(mail: OutgoingMail, *, by: User, seen_attempts: int) -> OutgoingMail:
    """Put the mail back into the outbox, due now; to the person's present address when it had none.

    `seen_attempts` is how often it had been tried when `by` decided: a second click finds more, and does nothing.

    Raises:
        CannotSendAgainError: its text is forgotten, there is no address, or a worker is just sending it.
    """
    with transaction.atomic():
        # `of`: PostgreSQL refuses to lock the nullable side of the join with the person.
        mail = OutgoingMail.objects.select_for_update(of=("self",)).select_related("person").get(pk=mail.pk)
        # Two people at the same list, or one who clicks twice: the first has done it.
        if mail.attempts != seen_attempts:
            return mail
        mail.email = mail.email or (mail.person.email if mail.person else "") or ""
        if not mail.email or mail.forgotten_at or mail.status == MailStatus.SENDING:
            raise CannotSendAgainError
        if mail.status == MailStatus.SENT:
            # Else a mail server would take it for the one that it has already.
            mail.number = uuid4()
        mail.status, mail.failures, mail.next_try_at, mail.phone = MailStatus.WAITING, 0, timezone.now(), ""
        mail.save()
        log(instance=mail, action="portal.mail.again", user=by)
        transaction.on_commit(lambda: deliver.enqueue(mail.pk), robust=True)
    return mail


def restore_first_words(text: LetterText, *, by: User) -> None:
    """Back to what the app came with; harmless when nothing was changed."""
    with transaction.atomic():
        text = LetterText.objects.select_for_update().get(pk=text.pk)
        if text.is_changed:
            text.subject_th = text.body_th = text.subject_en = text.body_en = ""
            text.save()
            log(instance=text, action="portal.letter.restore", user=by)
