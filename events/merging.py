"""What becomes of two seats when two organizations turn out to be one."""

from django.utils import timezone
from django.utils.translation import gettext as _

from network.merging.clashes import Clash, MergeRule, Settlement


def one_seat(clash: Clash) -> Settlement:
    """Of a past event both seats are history and stay as they were; before it, a person decides who goes."""
    event = clash.losers.event
    words = {"event": event.display_title, "one": str(clash.winners), "other": str(clash.losers)}
    if event.ends_on < timezone.localdate():
        return Settlement(_("Both sent somebody to “%(event)s”; its list stays as it is.") % words, stays=True)
    # Somebody has been told that they go: only a person may tell them otherwise.
    sentence = _("Both have a delegate for “%(event)s”: %(one)s and %(other)s. Withdraw one of them first.")
    return Settlement(sentence % words, refuses=True)


RULES = [MergeRule("events.Delegate.organization", settle=one_seat)]
