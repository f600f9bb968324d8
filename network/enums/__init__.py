from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.enums.importing import (  # noqa: F401 -- named here too: callers know one room
    ImportDecision,
    ImportOutcome,
    ImportState,
)
from network.enums.payments import (  # noqa: F401 -- the same
    OPEN_PAYMENTS,
    TREASURERS,
    PaymentAction,
    PaymentMethod,
    PaymentPurpose,
    PaymentStatus,
)
from network.enums.terms import (  # noqa: F401 -- the same
    GOOD_STANDING,
    RENEWABLE,
    ClosedReason,
    Standing,
    TermAction,
    TermNotice,
)


class Region(models.TextChoices):
    """The six-region scheme; official schemes differ, so a province's region is data."""

    NORTH = "north", _("North")
    NORTHEAST = "northeast", _("Northeast")
    CENTRAL = "central", _("Central")
    EAST = "east", _("East")
    WEST = "west", _("West")
    SOUTH = "south", _("South")


class LegalForm(models.TextChoices):
    FOUNDATION = "foundation", _("Foundation")
    ASSOCIATION = "association", _("Association")
    NETWORK = "network", _("Network")
    CLUB_GROUP = "club_group", _("Club or group")
    PUBLIC_BENEFIT = "public_benefit", _("Public-benefit organization")
    COMMUNITY_ENTERPRISE = "community_enterprise", _("Community enterprise")
    COMMUNITY_COUNCIL = "community_council", _("Community organization council")
    OTHER = "other", _("Other")


class EntryStatus(models.TextChoices):
    """Where an organization stands in the register."""

    PENDING = "pending", _("Not yet decided")
    LISTED = "listed", _("Listed")
    HIDDEN = "hidden", _("Hidden")
    CLOSED = "closed", _("Closed")
    # The row stays for its address and for an undo; Merge says where it went.
    MERGED = "merged", _("Merged into another")


# No longer an organization that anybody keeps up.
GONE = (EntryStatus.CLOSED, EntryStatus.MERGED)


class Visibility(models.TextChoices):
    """Who may read a contact field, from the widest circle to the narrowest."""

    PUBLIC = "public", _("Everyone")
    MEMBERS = "members", _("Organizations of the network")
    PROVINCE = "province", _("The centre of our province")
    SECRETARIAT = "secretariat", _("The secretariat only")


class RepresentativeRole(models.TextChoices):
    PRIMARY = "primary", _("Primary contact")
    EDITOR = "editor", _("Keeps the profile")
    DELEGATE_MAKER = "delegate_maker", _("Names the delegate")


class RepresentativeStatus(models.TextChoices):
    INVITED = "invited", _("Invited")
    ACTIVE = "active", pgettext_lazy("a representative", "Active")
    ENDED = "ended", _("Ended")


LIVE_REPRESENTATIVES = (RepresentativeStatus.INVITED, RepresentativeStatus.ACTIVE)
# Who may change what an organization says of itself.
PROFILE_EDITORS = (RepresentativeRole.PRIMARY, RepresentativeRole.EDITOR)


class InvitationKind(models.TextChoices):
    ADD = "add", pgettext_lazy("an invitation", "To join those who represent it")
    HAND_OVER = "hand_over", pgettext_lazy("an invitation", "To take the main role over")


class InvitationStatus(models.TextChoices):
    """How an invitation ended; one whose days are over stays open until it is renewed or withdrawn."""

    OPEN = "open", pgettext_lazy("an invitation", "Waiting for an answer")
    ACCEPTED = "accepted", pgettext_lazy("an invitation", "Accepted")
    DECLINED = "declined", pgettext_lazy("an invitation", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("an invitation", "Withdrawn")


# The group that decides on organizations: data, made by the setup step.
REGISTRARS = "นายทะเบียน"


class ProfileStage(models.TextChoices):
    """Where an organization's profile stands, as its representatives are told."""

    PUBLISHED = "published", _("Published")
    WAITING = "waiting", _("Waiting for approval")
    RETURNED = "returned", _("Returned with a comment")
    UNSENT = "unsent", _("Changed but not sent")
    EMPTY = "empty", _("Not yet published")


# What has a certificate of its own; the others show a letter that they exist.
REGISTERED_FORMS = (
    LegalForm.FOUNDATION,
    LegalForm.ASSOCIATION,
    LegalForm.PUBLIC_BENEFIT,
    LegalForm.COMMUNITY_ENTERPRISE,
    LegalForm.COMMUNITY_COUNCIL,
)


class ApplicationKind(models.TextChoices):
    NATIONAL = "national", _("Membership of the national council")
    PROVINCIAL = "provincial", _("Registration with the provincial network")


class ApplicationStatus(models.TextChoices):
    """Where an application stands; which step leads where is the table in permissions/cases.py."""

    DRAFT = "draft", pgettext_lazy("an application", "Being written")
    SUBMITTED = "submitted", pgettext_lazy("an application", "With the coordination centre")
    RETURNED = "returned", pgettext_lazy("an application", "Waiting for your answer")
    RECOMMENDED = "recommended", pgettext_lazy("an application", "Recommended by the centre")
    NOT_RECOMMENDED = "not_recommended", pgettext_lazy("an application", "Not recommended by the centre")
    ANNOUNCED = "announced", pgettext_lazy("an application", "Announced, open to objections")
    APPROVED = "approved", pgettext_lazy("an application", "Approved")
    DECLINED = "declined", pgettext_lazy("an application", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("an application", "Withdrawn")


WITH_THE_APPLICANT = (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED)
ADVISED = (ApplicationStatus.RECOMMENDED, ApplicationStatus.NOT_RECOMMENDED)
CLOSED_APPLICATIONS = (ApplicationStatus.APPROVED, ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN)
# Closed without a membership: kept for a time, then deleted.
FRUITLESS = (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN)
OPEN_APPLICATIONS = tuple(status for status in ApplicationStatus if status not in CLOSED_APPLICATIONS)


class CaseAction(models.TextChoices):
    """What somebody does with an application; the words are those of its timeline."""

    SAVE = "save", _("Wrote an answer")
    SUBMIT = "submit", _("Sent the application")
    ANSWER = "answer", _("Answered the question")
    WITHDRAW = "withdraw", _("Withdrew the application")
    TAKE_OVER = "take_over", _("Took the application over with its code")
    ASK = "ask", _("Asked a question")
    RECOMMEND = "recommend", _("Recommended it")
    ADVISE_AGAINST = "advise_against", _("Did not recommend it")
    ANNOUNCE = "announce", _("Announced the approval")
    APPROVE = "approve", _("Approved it")
    DECLINE = "decline", _("Declined it")
    HAND_UP = "hand_up", _("Handed it up to the secretariat")
    REMIND = "remind", _("Reminded the centre")
    WARN = "warn", _("Warned that the draft will be deleted")
    FORGET = "forget", _("Deleted it")
    CORRECT = "correct", _("Added a correction")


class CaseRole(models.TextChoices):
    """In what capacity somebody acts on an application."""

    APPLICANT = "applicant", _("Applicant")
    FILER = "filer", _("Whoever entered the paper form")
    COORDINATOR = "coordinator", _("Coordinator of the province")
    REGISTRAR = "registrar", pgettext_lazy("a person", "Registrar")
    HOLDER = "holder", _("Holder of the code")
    CLOCK = "clock", _("The portal itself")


class ClaimStatus(models.TextChoices):
    OPEN = "open", pgettext_lazy("a claim", "Waiting for the centre")
    ACCEPTED = "accepted", pgettext_lazy("a claim", "Accepted")
    REFUSED = "refused", pgettext_lazy("a claim", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("a claim", "Withdrawn")


class DocumentKind(models.TextChoices):
    """What an organization shows of itself. Never an ID card: rule 8 of the domain page."""

    REGISTRATION = "registration", _("Certificate of registration")
    BYLAWS = "bylaws", _("Bylaws or rules")
    COMMITTEE = "committee", _("List of the committee")
    EXISTENCE = "existence", _("Letter certifying that the group exists")
    OTHER = "other", _("Another document")
