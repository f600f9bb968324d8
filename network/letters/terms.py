"""Letters about a membership: its end comes near, it goes on, it is suspended, it ends."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.letters.variables import FOLDER, SAMPLE_DAY, SAMPLE_PERSON, SAMPLE_SENTENCE, VARIABLES
from portal.letters import LetterKind, Variable

BELONGS = _("You get this mail because the council writes to you about the membership of {organization}.")
KEEPS = _("You get this mail because you serve the centre of the province or keep the register.")

TERM_VARIABLES = {
    **{name: VARIABLES[name] for name in ("organization", "tier", "number", "province", "account_link")},
    "until": Variable(_("the last day of the membership"), SAMPLE_DAY),
    "last_day": Variable(_("the last day to renew without a gap"), SAMPLE_DAY),
    "day": Variable(_("since when it holds"), SAMPLE_DAY),
    "reported_on": Variable(_("when the payment was reported"), SAMPLE_DAY),
    "amount": Variable(_("what the renewal costs"), _("2,000 baht")),
    "standing": Variable(_("where the membership stands"), pgettext_lazy("a membership", "Member")),
    "reason": Variable(_("why, in the words of who decided"), SAMPLE_SENTENCE),
    "person": Variable(_("who wrote it down"), SAMPLE_PERSON),
    "phone": Variable(_("the organization's phone number"), "02 000 0000"),
    "renew_link": Variable(
        _("leads to the page on which the membership is renewed"), "https://portal.example/account/renew/", is_link=True
    ),
    "page_link": Variable(
        _("leads to the organization's public page"), "https://portal.example/organizations/sample/", is_link=True
    ),
}


def letter(name: str, label, *variables: str, why=BELONGS) -> LetterKind:
    known = {key: TERM_VARIABLES[key] for key in ("organization", "tier", *variables)}
    return LetterKind(code=f"network.{name}", name=label, why=why, folder=FOLDER, variables=known)


TERM_LETTERS = [
    letter("term_ends_soon", _("Membership ends soon"), "number", "until", "amount", "renew_link"),
    letter("term_in_grace", _("Membership is over"), "number", "until", "last_day", "amount", "renew_link"),
    letter("term_lapsed", _("Membership has lapsed"), "number", "until", "amount", "renew_link"),
    letter(
        "term_slip_waiting",
        _("Membership is over, payment is with the treasurer"),
        "until",
        "reported_on",
        "account_link",
    ),
    letter("term_renewed", _("Membership renewed"), "number", "until", "account_link"),
    letter("membership_suspended", _("Membership suspended"), "day", "reason", "account_link"),
    letter("suspension_lifted", _("Suspension lifted"), "reason", "standing", "until", "account_link"),
    letter("membership_resigned", _("Membership resigned"), "number", "day", "reason", "account_link"),
    letter("membership_ended", _("Membership ended"), "day", "reason", "account_link"),
    letter(
        "membership_reinstated", _("Membership taken up again"), "number", "reason", "standing", "until", "account_link"
    ),
    letter(
        "desk_resigned",
        _("Membership resigned, to the centre and the registrar"),
        *("number", "province", "day", "person", "reason", "phone", "page_link"),
        why=KEEPS,
    ),
]
