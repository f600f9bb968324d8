"""Letters about profiles: to those who keep them and to those who check them."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from portal.letters import LetterKind, Variable

FOLDER = Path(__file__).parent
ORGANIZATION = Variable(_("the organization's name"), _("Sample association"))
PROFILE_LINK = Variable(
    _("leads to the organization's page in the account"),
    "https://portal.example/account/sample/",
    is_link=True,
)
KEEPERS = _("You get this mail because you keep the profile of {organization}.")

PROFILE_LETTERS = [
    LetterKind(
        code="network.profile_approved",
        name=_("Profile approved"),
        why=KEEPERS,
        folder=FOLDER,
        variables={"organization": ORGANIZATION, "profile_link": PROFILE_LINK},
    ),
    LetterKind(
        code="network.profile_returned",
        name=_("Profile returned"),
        why=KEEPERS,
        folder=FOLDER,
        variables={
            "organization": ORGANIZATION,
            "comment": Variable(_("what the registrar wrote"), _("Please add the address and a phone number.")),
            "profile_link": PROFILE_LINK,
        },
    ),
    LetterKind(
        code="network.profile_waiting",
        name=_("Profile waits for a registrar"),
        why=_("You get this mail because you check the profiles of organizations."),
        folder=FOLDER,
        variables={
            "organization": ORGANIZATION,
            "cms_link": Variable(
                _("leads to the profile in the CMS"), "https://portal.example/admin/organizations/1/", is_link=True
            ),
        },
    ),
]
