"""Letters about people: who asks to represent an organization, and who has become a representative."""

from django.utils.translation import gettext_lazy as _

from network.letters.deciders import REGISTERS, SERVES
from network.letters.variables import letter

ASKED = _("You get this mail because you asked to represent {organization}.")
REPRESENTS = _("You get this mail because you are the primary contact of {organization}.")
TOLD = ("claimant", "position", "phone", "message")

CLAIM_LETTERS = [
    letter("desk_claim", _("New request to represent, to the centre"), SERVES, *TOLD, "until", "desk_link"),
    letter(
        "registrar_claim",
        _("Request to represent waits for the registrar"),
        REGISTERS,
        *(*TOLD, "province", "case_link", "queue_link"),
    ),
    letter("claim_accepted", _("Request to represent accepted"), ASKED, "role", "account_link"),
    letter("claim_refused", _("Request to represent refused"), ASKED, "reason", "account_link"),
    letter("claim_handed_up", _("Request to represent handed up"), ASKED, "account_link"),
    letter(
        "claim_made",
        _("Somebody else asks to represent, to the primary contact"),
        REPRESENTS,
        *("claimant", "position", "account_link"),
    ),
    letter(
        "representative_joined",
        _("New representative, to the primary contact"),
        REPRESENTS,
        *("person", "role", "account_link"),
    ),
]
