"""Who can see what of an organization, as its own choices say."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.enums import Visibility
from network.models import Organization
from network.permissions import CONTACT_FIELDS


def circles(organization: Organization) -> list[dict]:
    """From everyone to the secretariat: [{title, text, fields}], `fields` the contacts that this circle adds."""
    hidden = organization.entry.is_protected
    added = {
        circle: []
        if hidden
        else [label(organization, name) for name, of in CONTACT_FIELDS.items() if opens(organization, name, of, circle)]
        for circle in Visibility
    }
    return [
        {
            "title": _("Everyone"),
            "text": _("The public page as the registrar has approved it."),
            "fields": added[Visibility.PUBLIC],
        },
        {
            "title": _("Organizations of the network"),
            "text": _("Their people, signed in, see the public page."),
            "fields": added[Visibility.MEMBERS],
        },
        {
            "title": _("The centre of our province"),
            "text": _(
                "Its coordinators see applications and their documents, who acts for the organization, "
                "mandate letters, and until when the membership runs."
            ),
            "fields": added[Visibility.PROVINCE],
        },
        {
            "title": _("The secretariat of the council"),
            "text": _("It keeps the register and sees everything that stands here, transfer slips too."),
            "fields": added[Visibility.SECRETARIAT]
            if not hidden
            else [_("all contacts: the organization is protected")],
        },
    ]


def opens(organization: Organization, name: str, column: str, circle: Visibility) -> bool:
    """Something is written in the contact, and it is open from `circle` on."""
    return bool(getattr(organization, name)) and getattr(organization, column) == circle


def label(organization: Organization, name: str) -> str:
    """The contact's name within a sentence, as in "phone, e-mail"."""
    # The column says which language its address is in; here it is simply the address.
    return (
        pgettext("of an organization", "address")
        if name == "address"
        else str(organization._meta.get_field(name).verbose_name)
    )
