from django.db import models
from django.utils.translation import pgettext_lazy


class Standing(models.TextChoices):
    """Where a membership stands on a day; which it is says network/models/standing.py."""

    AWAITING = "awaiting", pgettext_lazy("a membership", "Begins when the fee is paid")
    ACTIVE = "active", pgettext_lazy("a membership", "Member")
    DUE_SOON = "due_soon", pgettext_lazy("a membership", "Ending soon")
    GRACE = "grace", pgettext_lazy("a membership", "Over, can still be renewed")
    LAPSED = "lapsed", pgettext_lazy("a membership", "Lapsed")
    SUSPENDED = "suspended", pgettext_lazy("a membership", "Suspended")
    RESIGNED = "resigned", pgettext_lazy("a membership", "Resigned")
    ENDED = "ended", pgettext_lazy("a membership", "Ended by the council")
    RENEWED = "renewed", pgettext_lazy("a membership", "An earlier term")


# Has all rights of a member. Which these are is the council's to say; who asks for them asks for this.
GOOD_STANDING = (Standing.ACTIVE, Standing.DUE_SOON, Standing.GRACE)
RENEWABLE = (Standing.DUE_SOON, Standing.GRACE, Standing.LAPSED)


class ClosedReason(models.TextChoices):
    """Why a term is history; one that only ran out is not closed, since it can be renewed."""

    RENEWED = "renewed", pgettext_lazy("a term", "Renewed")
    RESIGNED = "resigned", pgettext_lazy("a term", "Resigned")
    ENDED = "ended", pgettext_lazy("a term", "Ended by the council")


class TermAction(models.TextChoices):
    """What happens to a membership; the words are those of its history."""

    ADMIT = "admit", pgettext_lazy("a membership", "Admitted")
    BEGIN = "begin", pgettext_lazy("a membership", "The membership began")
    RENEW = "renew", pgettext_lazy("a membership", "Renewed")
    SUSPEND = "suspend", pgettext_lazy("a membership", "Suspended")
    LIFT = "lift", pgettext_lazy("a membership", "Lifted the suspension")
    RESIGN = "resign", pgettext_lazy("a membership", "Resigned")
    END = "end", pgettext_lazy("a membership", "Ended the membership")
    REINSTATE = "reinstate", pgettext_lazy("a membership", "Reinstated")
    REMIND = "remind", pgettext_lazy("a membership", "Reminded that the term ends")
    GRACE = "grace", pgettext_lazy("a membership", "Told that the term is over")
    LAPSE = "lapse", pgettext_lazy("a membership", "Told that the membership has lapsed")


class TermNotice(models.TextChoices):
    """What the portal writes by itself about the end of a term."""

    ENDS_SOON = "ends_soon", pgettext_lazy("a letter", "Term ends soon")
    IN_GRACE = "in_grace", pgettext_lazy("a letter", "Term is over")
    LAPSED = "lapsed", pgettext_lazy("a letter", "Membership has lapsed")
