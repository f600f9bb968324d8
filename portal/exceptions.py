"""What the portal refuses to do; every message is a sentence for the person who asked."""

from django.utils.translation import gettext_lazy as _


class ReviewRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught ReviewRefused"
    """A version cannot be decided on; `message` says why and what to do. Nothing was changed."""

    message = _("Nothing was decided. Please open the newest version and try again.")

    def __str__(self) -> str:
        return str(self.message)


class NoLongerWaiting(ReviewRefused):
    message = _("This version is no longer waiting for approval.")


class StaleReview(ReviewRefused):
    """Someone is about to decide on a version other than the one they read."""

    message = _(
        "A newer version has come in since you opened this one. Nothing was decided: "
        "read the newer version first, then approve it or return it."
    )


class LastWayInError(Exception):
    """Without it the person could never sign in again."""


class CannotSendAgainError(Exception):
    """The mail has no address or no text any more, or is just being sent."""
