"""Letters to whoever applies: at every step that changes what they wait for."""

from django.utils.translation import gettext_lazy as _

from network.letters.variables import letter

APPLIES = _("You get this mail because you are a contact for the application of {organization}.")
ENTERED = _("You get this mail because you entered the paper form of {organization}.")

APPLICANT_LETTERS = [
    letter(
        "application_received", _("Application received"), APPLIES, "reference", "way", "holder", "until", "track_link"
    ),
    letter("question_asked", _("Question about an application"), APPLIES, "reference", "question", "track_link"),
    letter(
        "with_the_registrar",
        _("Application is with the registrar"),
        APPLIES,
        *("reference", "centre", "message", "track_link"),
    ),
    letter(
        "application_announced",
        _("Approval announced"),
        APPLIES,
        *("reference", "until", "message", "track_link", "announced_link"),
    ),
    letter(
        "application_approved",
        _("Application approved"),
        APPLIES,
        *("reference", "tier", "number", "until", "message", "account_link", "track_link"),
        *("amount", "pay_by", "account", "payment_code", "payment_link"),
    ),
    letter("application_declined", _("Application declined"), APPLIES, "reference", "reason", "track_link"),
    letter("application_withdrawn", _("Application withdrawn"), APPLIES, "reference", "track_link"),
    letter("application_handed_up", _("Application handed up"), APPLIES, "reference", "message", "track_link"),
    letter("correction_added", _("Correction added"), APPLIES, "reference", "correction", "track_link"),
    letter(
        "draft_ends",
        _("Unfinished application will be deleted"),
        _("You get this mail because you began an application for {organization}."),
        *("day", "account_link"),
    ),
    letter("taken_over", _("Paper form taken over"), ENTERED, "reference", "person", "track_link"),
]
