"""Letters about who acts for an organization: asked, accepted, declined, changed, ended."""

from django.utils.translation import gettext_lazy as _

from network.letters.claims import REPRESENTS
from network.letters.variables import letter

ACTS = _("You get this mail because you act, or have acted, for {organization}.")
INVITES = _("You get this mail because somebody of {organization} was invited to act for it.")

PEOPLE_LETTERS = [
    letter(
        "invited",
        _("Invitation to act for an organization"),
        _("You get this mail because {inviter} invited you to act for {organization}."),
        *("inviter", "predecessor", "role", "may", "until", "invitation_link"),
    ),
    letter("invitation_accepted", _("Invitation accepted"), INVITES, "person", "address", "role", "account_link"),
    letter("invitation_declined", _("Invitation declined"), INVITES, "person", "account_link"),
    letter("handed_over", _("Main role handed over"), ACTS, "predecessor", "person", "afterwards", "account_link"),
    letter("role_changed", _("Role or mandate changed"), ACTS, "role", "may", "until", "account_link"),
    letter("representation_ended", _("Mandate ended, to the person"), ACTS, "day", "account_link"),
    letter("representative_left", _("Mandate ended, to the primary contact"), REPRESENTS, "person", "account_link"),
    letter("added_notice", _("Added by the secretariat"), ACTS, "role", "may", "until", "account_link"),
]
