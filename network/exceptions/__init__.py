"""What the network's actions refuse to do; every message is a sentence for the person who asked."""

from django.utils.translation import gettext_lazy as _

from network.exceptions.payments import (  # noqa: F401 -- named here too: callers know one room
    FeeRefused,
    NotYourPayment,
    PaidInTheFuture,
    PaymentMoved,
    PaymentReasonMissing,
    PaymentRecused,
    PaymentRefused,
    PaymentWithoutMembership,
    SlipMissing,
)
from network.exceptions.terms import (  # noqa: F401 -- the same
    NotYourTerm,
    TermIsClosed,
    TermIsSuspended,
    TermMoved,
    TermNotDue,
    TermReasonMissing,
    TermRecused,
    TermRefused,
)


class ProfileRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught ProfileRefused"
    """A profile cannot be sent, withdrawn or decided; `message` says why and what to do."""

    message = _("The profile could not be sent. Please try again, or call us.")

    def __str__(self) -> str:
        return str(self.message)


class EditNotAllowed(ProfileRefused):
    message = _("You may read this profile but not change it. Ask the organization's primary contact.")


class NothingChanged(ProfileRefused):
    message = _("Nothing has changed, so there was nothing to send.")


# Not a mistake of the person: the view keeps the typed text and shows both versions.
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


class StillWaiting(ProfileRefused):
    message = _("This profile is with the registrar. Take it back first, then you can drop your changes.")


class CaseRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught CaseRefused"
    """A step with an application or a claim is not taken; the text says why and what to do."""

    message = _("This cannot be done with the application now. Please call us.")

    def __str__(self) -> str:
        return str(self.args[0] if self.args else self.message)


class NotYourCase(CaseRefused):
    """The person has no part in it at all; views answer 404."""

    message = _("There is no such application.")


class Recused(CaseRefused):
    message = _(
        "You act for this organization yourself, so somebody else has to decide. Hand it up to the secretariat."
    )


class CaseMoved(CaseRefused):
    """Somebody else was faster, or the case is no longer where the page showed it."""

    message = _(
        "Somebody has dealt with this application meanwhile. Nothing of yours was saved: read where it stands now."
    )


class ReasonMissing(CaseRefused):
    message = _("Please write a sentence: the organization will read it.")


class AnswersMissing(CaseRefused):
    """Carries the names of the questions that still have no answer, in the order of the form."""

    message = _("Some questions still have no answer.")

    def __init__(self, questions: list[str]) -> None:
        super().__init__()
        self.questions = questions


class AlreadyAMember(CaseRefused):
    message = _("The organization already has this membership, or an application for it is on its way.")


class AlreadyRepresents(CaseRefused):
    message = _("You represent this organization already. You find it in your account.")


class CodeUnknown(CaseRefused):
    message = _("This code is not known or no longer valid. Check the letters and figures, or call the centre.")


class PeopleRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught PeopleRefused"
    """Who acts for an organization stays as it is; the text says why and what to do."""

    message = _("This cannot be done now. Please call us.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourPeople(PeopleRefused):
    """The person has no say about who acts for the organization; views answer 404."""

    message = _("Only a primary contact of the organization can do this.")


class PeopleRecused(NotYourPeople):
    """Somebody who acts for the organization, or means themselves, has no right of the secretariat or the centre."""

    message = _("You cannot do this for yourself or for an organization that you act for. Please ask a colleague.")


class LastPrimaryContact(PeopleRefused):
    message = _(
        "You are the only primary contact, and without one nobody could act for the organization. "
        "Hand your role over first, or call the centre of your province."
    )


class MandateOver(PeopleRefused):
    message = _("This mandate has ended meanwhile.")


class OwnRole(PeopleRefused):
    message = _("Nobody changes their own role. You can hand it over to somebody else.")


class RepresentsAlready(PeopleRefused):
    message = _("This person already represents the organization.")


class InvitedAlready(PeopleRefused):
    message = _("This person is invited already. You can send the invitation again, or withdraw it first.")


class HandsOverAlready(PeopleRefused):
    message = _("You are handing over to somebody already. Withdraw that invitation first.")


class InvitationOver(PeopleRefused):
    message = _(
        "This invitation is no longer valid: it was used or withdrawn, or its days are over. "
        "Ask whoever invited you to send it again."
    )


class InvitationAnswered(PeopleRefused):
    message = _("This invitation has been answered meanwhile.")


class OwnInvitation(PeopleRefused):
    message = _("You have written this invitation yourself. Somebody else has to accept it.")


class ForSomebodyElse(PeopleRefused):
    """The invitation went to another address than those of the person; asked once, they may say that it is theirs."""

    message = _("This invitation was sent to another address than yours. Please say that it is meant for you.")


class SomebodyIsThere(PeopleRefused):
    message = _("The organization has a primary contact who can sign in. Ask them to invite more people.")


class MergeRefused(Exception):  # noqa: N818 -- names say what happened, as in "caught MergeRefused"
    """Two organizations are not merged, or a merge is not undone; the text says why and what to settle first."""

    message = _("These two cannot be merged now.")

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences or (str(self.message),)

    def __str__(self) -> str:
        return " ".join(self.sentences)


class MergeNotAllowed(MergeRefused):
    """The person has no part in it; views answer 404."""

    message = _("You may not merge organizations.")


class MergeRecused(MergeRefused):
    message = _("You act for one of these organizations yourself, so somebody else has to decide.")


class MergedAlready(MergeRefused):
    message = _("One of these organizations is merged into another already.")


class SomethingMoved(MergeRefused):
    message = _("Something of these organizations has changed since you opened the page. Look once more, then merge.")


class MergeBusy(MergeRefused):
    message = _("Somebody is working with one of these organizations at this moment. Try again in a minute.")


class UndoOver(MergeRefused):
    message = _("This merge can no longer be undone: its days are over.")
