"""What the actions with memberships refuse to do."""

from django.utils.translation import gettext_lazy as _


class TermRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught TermRefused"
    """A step with a membership is not taken; the text says why and what to do."""

    message = _("This cannot be done with the membership now. Please call us.")

    def __str__(self) -> str:
        return str(self.args[0] if self.args else self.message)


class NotYourTerm(TermRefused):
    """The person has no part in it at all; views answer 404."""

    message = _("There is no such membership.")


class TermRecused(TermRefused):
    message = _("You act for this organization yourself, so another registrar has to decide.")


class TermMoved(TermRefused):
    """Somebody else was faster, or the membership is no longer where the page showed it."""

    message = _(
        "Somebody has dealt with this membership meanwhile. Nothing of yours was saved: read where it stands now."
    )


class TermReasonMissing(TermRefused):
    message = _("Please write a sentence: the organization will read it.")


class TermNotDue(TermRefused):
    message = _("This membership need not be renewed yet.")


class TermIsSuspended(TermRefused):
    message = _("This membership is suspended. Please call us before you renew it.")


class TermIsClosed(TermRefused):
    message = _("This membership has ended. The registrar can take it up again.")
