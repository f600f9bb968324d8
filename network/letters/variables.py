"""What letters about applications and claims may name, with the samples of their previews."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.letters import LetterKind, Variable

FOLDER = Path(__file__).parent
SAMPLE_SENTENCE = _("A sample sentence.")
SAMPLE_PERSON = _("Ms Sample Person")
SAMPLE_DAY = _("1 January 2027")

VARIABLES = {
    "organization": Variable(_("the organization's name"), _("Sample association")),
    "other": Variable(_("the name of the other entry"), _("Sample club")),
    "reference": Variable(_("the application's number"), "2569-00012"),
    "way": Variable(_("which membership it is about"), _("Registration with the provincial network")),
    "province": Variable(_("the province"), _("Sample province")),
    "centre": Variable(_("the coordination centre's name"), _("Sample coordination centre")),
    "holder": Variable(_("who has the application now"), _("Sample coordination centre")),
    "since": Variable(_("since when it waits"), SAMPLE_DAY),
    "until": Variable(_("the last day"), SAMPLE_DAY),
    "day": Variable(_("the day of the deletion"), SAMPLE_DAY),
    "tier": Variable(_("the kind of membership"), _("Member of the national council")),
    "number": Variable(_("the membership number"), "12"),
    "leader": Variable(_("the team leader's name"), SAMPLE_PERSON),
    "phone": Variable(_("the phone number to call"), "02 000 0000"),
    "question": Variable(_("what is asked"), SAMPLE_SENTENCE),
    "answer": Variable(_("what the organization wrote with its answer"), SAMPLE_SENTENCE),
    "reason": Variable(_("why, in the words of who decided"), SAMPLE_SENTENCE),
    "correction": Variable(_("what the registrar corrected"), SAMPLE_SENTENCE),
    "message": Variable(_("what the person wrote"), SAMPLE_SENTENCE),
    "result": Variable(_("what was decided"), pgettext_lazy("an application", "Approved")),
    "standing": Variable(
        _("where the application stands"), pgettext_lazy("an application", "Recommended by the centre")
    ),
    "person": Variable(_("the new representative's name"), SAMPLE_PERSON),
    "claimant": Variable(_("who asks to represent it"), SAMPLE_PERSON),
    "position": Variable(_("the person's position in the organization"), _("Secretary")),
    "role": Variable(_("what the person may do for the organization"), _("Keeps the profile")),
    "purpose": Variable(_("what is paid for"), pgettext_lazy("a payment", "Joining fee")),
    "amount": Variable(_("how much"), _("2,000 baht")),
    "member_until": Variable(_("the last day of the membership that was paid"), SAMPLE_DAY),
    "pay_by": Variable(_("until when it is to be paid"), SAMPLE_DAY),
    "payment_code": Variable(_("the code that belongs into the note of the transfer"), "1234567"),
    "account": Variable(_("where the money goes"), _("Sample Bank · 000-0-00000-0 · Sample account")),
    "paid_on": Variable(_("the day of the payment"), SAMPLE_DAY),
    "method": Variable(_("how it was paid"), pgettext_lazy("a payment", "Bank transfer")),
    "confirmed": Variable(_("whether the centre has confirmed it; empty if not"), _("yes")),
    "receipt": Variable(_("the receipt's number"), "2569/000123"),
    "successor": Variable(_("the number of the receipt in its place"), "2569/000124"),
    "payment_link": Variable(
        _("leads to the payment in the reader's account"), "https://portal.example/account/", is_link=True
    ),
    "may": Variable(_("what the role lets a person do, in a sentence"), SAMPLE_SENTENCE),
    "inviter": Variable(_("who invites"), SAMPLE_PERSON),
    "predecessor": Variable(_("who hands the main role over; empty otherwise"), SAMPLE_PERSON),
    "afterwards": Variable(_("what the predecessor does from then on"), _("Keeps the profile")),
    "address": Variable(_("with which address the person accepted"), "sample@example.org"),
    "invitation_link": Variable(
        _("leads to the invitation"), "https://portal.example/invitation/sample/", is_link=True
    ),
    "track_link": Variable(
        _("leads to the page that says where the application is"), "https://portal.example/track/", is_link=True
    ),
    "announced_link": Variable(
        _("leads to the announced approvals"), "https://portal.example/join/announced/", is_link=True
    ),
    "account_link": Variable(_("leads to the reader's account"), "https://portal.example/account/", is_link=True),
    "desk_link": Variable(_("leads to it on the desk of the centre"), "https://portal.example/desk/", is_link=True),
    "case_link": Variable(_("leads to it in the CMS"), "https://portal.example/admin/case/", is_link=True),
    "queue_link": Variable(_("leads to what waits in the CMS"), "https://portal.example/admin/", is_link=True),
}


def letter(name: str, label, why, *variables: str) -> LetterKind:
    """The kind `network.<name>`, which names the organization and these `variables`."""
    known = {key: VARIABLES[key] for key in ("organization", *variables)}
    return LetterKind(code=f"network.{name}", name=label, why=why, folder=FOLDER, variables=known)
