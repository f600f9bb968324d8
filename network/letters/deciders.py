"""Letters to those who decide: the coordinators of a province, and the registrars."""

from django.utils.translation import gettext_lazy as _

from network.letters.variables import letter

SERVES = _("You get this mail because you are a coordinator of the province where {organization} is.")
REGISTERS = _("You get this mail because you are a registrar of the council.")

DECIDER_LETTERS = [
    letter(
        "desk_new",
        _("New application for the centre"),
        SERVES,
        *("reference", "way", "province", "leader", "phone", "until", "desk_link"),
    ),
    letter("desk_answered", _("Question answered"), SERVES, "reference", "answer", "desk_link"),
    letter("desk_withdrawn", _("Withdrawn, to the centre"), SERVES, "reference", "reason", "desk_link"),
    letter("desk_reminder", _("Reminder to the centre"), SERVES, "reference", "since", "until", "phone", "desk_link"),
    letter("desk_handed_up", _("Handed up, to the centre"), SERVES, "reference", "since", "desk_link"),
    letter(
        "desk_decided",
        _("Decided by the registrar, to the centre"),
        SERVES,
        *("reference", "result", "reason"),
        "desk_link",
    ),
    letter(
        "registrar_waiting",
        _("Application waits for the registrar"),
        REGISTERS,
        *("reference", "way", "province", "standing", "case_link", "queue_link"),
    ),
    letter("registrar_withdrawn", _("Withdrawn, to the registrar"), REGISTERS, "reference", "reason", "queue_link"),
]
