"""The kinds of mails the events send; their first words stand in the files beside."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from portal.letters import LetterKind, Variable

FOLDER = Path(__file__).parent
PORTAL = "https://portal.example"

SEAT = {
    "delegate": Variable(_("the delegate's name"), _("Mr Somchai Sample")),
    "person": Variable(_("who entered, withdrew or objected"), _("Ms Somying Sample")),
    "organization": Variable(_("the organization's name"), _("Sample association")),
    "event": Variable(_("the event's title"), _("Sample assembly")),
    "when": Variable(_("the days of the event"), _("6–7 January 2027")),
}
PLACE = Variable(_("the place of the event"), _("Sample hall, Bangkok"))
REASON = Variable(_("the reason, if one was given"), _("Ill"))
SEAT_LINK = Variable(_("leads to the organization's seat"), f"{PORTAL}/account/seat/", is_link=True)
FOR_ORGANIZATION = _("You get this mail because you represent {organization}.")

KINDS = [
    LetterKind(
        code="events.delegate_entered",
        name=_("Delegate entered, to the delegate"),
        why=_("You get this mail because {person} gave us your address, to enter you as a delegate."),
        folder=FOLDER,
        variables=SEAT
        | {
            "where": PLACE,
            "costs": Variable(_("which costs are covered"), _("The council pays for travel and rooms.")),
            "event_link": Variable(_("leads to the event"), f"{PORTAL}/events/sample/", is_link=True),
            "object_link": Variable(
                _("leads to where the delegate takes the name back"),
                f"{PORTAL}/events/delegate/1/object/",
                is_link=True,
            ),
        },
    ),
    LetterKind(
        code="events.delegate_closed",
        name=_("Delegate taken back, to the delegate"),
        why=_("You get this mail because you were the delegate of {organization}."),
        folder=FOLDER,
        variables=SEAT | {"reason": REASON},
    ),
    LetterKind(
        code="events.organization_entered",
        name=_("Delegate entered, to the organization"),
        why=FOR_ORGANIZATION,
        folder=FOLDER,
        variables=SEAT
        | {
            "where": PLACE,
            "closes": Variable(_("until when it can be changed"), _("1 December 2026, 16:00")),
            "told": Variable(_("whether the delegate was told"), _("We have written to the delegate as well.")),
            "seat_link": SEAT_LINK,
        },
    ),
    LetterKind(
        code="events.organization_withdrawn",
        name=_("Delegate withdrawn, to the organization"),
        why=FOR_ORGANIZATION,
        folder=FOLDER,
        variables=SEAT | {"reason": REASON, "seat_link": SEAT_LINK},
    ),
    LetterKind(
        code="events.organization_objected",
        name=_("Delegate objects, to the organization and the council"),
        why=_("You get this mail because you represent {organization}, or because the council keeps the list."),
        folder=FOLDER,
        variables=SEAT | {"reason": REASON, "seat_link": SEAT_LINK},
    ),
]
