"""What each role lets a person see and do, in plain words: the same in letters, on pages and on the printed sheet."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.enums import RepresentativeRole

SEES = _("Sees how the organization’s profile, application, membership and payments stand, and who else acts for it.")
MAY: dict[str, Any] = {
    RepresentativeRole.PRIMARY: _(
        "May do everything for the organization: change its profile, name its delegate, pay, renew, "
        "and choose who else acts for it."
    ),
    RepresentativeRole.EDITOR: _("May change the organization’s profile. Does not choose who else acts for it."),
    RepresentativeRole.DELEGATE_MAKER: _(
        "May name the delegate whom the organization sends to assemblies and meetings. Does not change the profile."
    ),
}


def what_it_may(role: str) -> str:
    """One sentence about the role."""
    return str(MAY[role])
