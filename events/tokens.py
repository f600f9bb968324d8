"""The link by which a delegate objects: signed, so that it needs no sign-in and cannot be guessed.

It is bound to the e-mail address it was sent to: after a correction of the address the old link is void.
"""

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from events.models import Delegate


def object_token(delegate: Delegate) -> str:
    return _signer(delegate).sign(str(delegate.pk))


def object_url(delegate: Delegate) -> str:
    """Absolute, in the language being read."""
    return settings.BASE_URL.rstrip("/") + reverse("events:object", args=[object_token(delegate)])


def delegate_of(token: str) -> Delegate | None:
    """The delegate of a genuine token, whatever became of the seat; None for any other text."""
    number = token.partition(".")[0]
    # Checked before the database: "٣" is a digit to Python, and 19 of them are no key.
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    delegates = Delegate.objects.select_related("event", "organization__entry", "entered_by")
    delegate = delegates.filter(pk=int(number)).first()
    return delegate if delegate and _is_genuine(token, delegate) else None


def _is_genuine(token: str, delegate: Delegate) -> bool:
    try:
        _signer(delegate).unsign(token)
    except BadSignature:
        return False
    return True


def _signer(delegate: Delegate) -> Signer:
    # No expiry: the right to object does not end before the event does, and the view asks for that.
    return Signer(sep=".", salt=f"events.object:{delegate.email}")
