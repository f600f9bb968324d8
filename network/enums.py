from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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

# The group that decides on organizations: data, made by the setup step.
REGISTRARS = "นายทะเบียน"


class ProfileStage(models.TextChoices):
    """Where an organization's profile stands, as its representatives are told."""

    PUBLISHED = "published", _("Published")
    WAITING = "waiting", _("Waiting for approval")
    RETURNED = "returned", _("Returned with a comment")
    UNSENT = "unsent", _("Changed but not sent")
    EMPTY = "empty", _("Not yet published")
