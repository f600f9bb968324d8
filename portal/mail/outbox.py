"""Writing a mail down, inside the transaction of what it reports."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.translation import override

from portal.enums import MailStatus
from portal.letters import Contact, Letter, LetterKind, Words, draw, letter_kinds
from portal.mail.delivery import deliver
from portal.models import Identity, LetterText, MailAttachment, OutgoingMail, User

type Context = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


class Recipient(NamedTuple):
    """Whoever reads the mail. The phone is kept only when there is no e-mail address."""

    email: str | None
    name: str = ""
    language: str = "th"
    phone: str = ""
    person: User | None = None


class Attachment(NamedTuple):
    name: str
    content: bytes
    mimetype: str


@transaction.atomic
def send_letter(
    kind_code: str,
    *,
    to: User | Recipient,
    context: Context,
    contact: Contact | Callable[[], Contact | None] | None = None,
    reply_to: str | None = None,
    attachments: Iterable[Attachment] | None = None,
) -> OutgoingMail:
    """Write the mail into the outbox with the caller's transaction; it is sent after the commit.

    `context` gives a value for every variable of the kind, or is a function that does, called in the reader's
    language, as is `contact`. Values become text at once. Nothing is sent to who has no address: the row then says
    so, with the phone number, so that somebody can call.

    Raises:
        KeyError: no plugin knows `kind_code`.
        ValueError: the context has not exactly the kind's variables.
    """
    kind = letter_kinds()[kind_code]
    reader = _reader(to) if isinstance(to, User) else to
    letter = _letter(kind, reader, context, contact)
    mail = _row(kind, reader, letter, reply_to)
    MailAttachment.objects.bulk_create(MailAttachment(mail=mail, **part._asdict()) for part in attachments or [])
    if reader.email:
        # Robust: a mail that fails never undoes, or hides, what was decided.
        transaction.on_commit(partial(deliver.enqueue, mail.pk), robust=True)
    return mail


def _row(kind: LetterKind, reader: Recipient, letter: Letter, reply_to: str | None) -> OutgoingMail:
    return OutgoingMail.objects.create(
        kind=kind.code,
        person=reader.person,
        email=reader.email or "",
        # What people typed elsewhere may be longer; a cut name is better than a decision without a mail.
        name=reader.name[:250],
        phone="" if reader.email else reader.phone,
        language=reader.language,
        subject=letter.subject[:400],
        text=letter.text,
        html=letter.html,
        reply_to=reply_to or "",
        status=MailStatus.WAITING if reader.email else MailStatus.NO_ADDRESS,
    )


def _reader(user: User) -> Recipient:
    return Recipient(user.email, user.get_full_name(), user.language, user.phone, user)


def _letter(kind: LetterKind, to: Recipient, context: Context, contact) -> Letter:
    identity = Identity.load()
    with override(to.language):
        given = context() if callable(context) else context
        # A forgotten variable would be a hole in a mail that nobody here reads; a test of each letter meets it.
        if set(given) != set(kind.variables):
            raise ValueError(f"{kind.code} needs {sorted(kind.variables)}, not {sorted(given)}")
        # Text at once: a lazy string would be read later, in another language.
        values = {name: "" if value is None else str(value) for name, value in given.items()}
        values |= {"recipient": to.name or to.email or "", "council": identity.display_name}
        whom = contact() if callable(contact) else contact
    words = _words(kind, to.language)
    return draw(kind, words, values, language=to.language, identity=identity, contact=whom)


def _words(kind: LetterKind, language: str) -> Words:
    text = LetterText.objects.filter(kind=kind.code).first()
    return text.words(language) if text else kind.first_words(language)
