"""What the events' actions refuse to do; every message is a sentence for the person who asked."""

from django.utils.translation import gettext as _

from portal.thai.dates import datetime_long


class DelegateRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught SeatTaken"
    """A delegate cannot be entered, changed or withdrawn; the text says why and what to do."""


class CannotSend(DelegateRefused):
    """The organization, or this person for it, cannot send a delegate; carries the `Refusal`."""

    def __init__(self, refusal) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal


class SeatTaken(DelegateRefused):
    """Somebody else was faster; carries the delegate who holds the seat."""

    def __init__(self, delegate, language: str) -> None:
        super().__init__(
            _("%(delegate)s is already entered for %(organization)s, by %(person)s on %(moment)s.")
            % {
                "delegate": delegate,
                "organization": delegate.organization.display_name,
                "person": delegate.entered_by,
                "moment": datetime_long(delegate.entered_at, language),
            }
        )
        self.delegate = delegate


class NoLongerEntered(DelegateRefused):
    """The delegate was withdrawn or replaced meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This delegate is no longer entered. Somebody withdrew or replaced the name meanwhile."))
