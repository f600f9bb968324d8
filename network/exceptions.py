"""What the network's actions refuse to do; every message is a sentence for the person who asked."""

from django.utils.translation import gettext_lazy as _


class ProfileRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught ProfileRefused"
    """A profile cannot be sent, withdrawn or decided; `message` says why and what to do."""

    message = _("The profile could not be sent. Please try again, or call us.")

    def __str__(self) -> str:
        return str(self.message)


class EditNotAllowed(ProfileRefused):
    message = _("You may read this profile but not change it. Ask the organization's primary contact.")


class NothingChanged(ProfileRefused):
    message = _("Nothing has changed, so there was nothing to send.")


class SomebodyWasFaster(ProfileRefused):
    message = _(
        "Somebody changed this profile while you were writing. What you typed is kept below: "
        "compare it with the changes listed here, then send again."
    )


class ProfileLocked(ProfileRefused):
    message = _("The secretariat is working on this profile, so it cannot be changed now. Please call us.")


class NoWorkflow(ProfileRefused):
    message = _("Profiles cannot be sent just now, because nobody is appointed to check them. Please call us.")


class NotWaiting(ProfileRefused):
    message = _("This profile is no longer waiting for approval.")
