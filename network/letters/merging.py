"""Letters about organizations that stood in the register twice."""

from django.utils.translation import gettext_lazy as _

from network.letters.claims import REPRESENTS
from network.letters.variables import letter

MERGE_LETTERS = [
    letter(
        "organization_merged",
        _("Two entries merged, to the primary contact"),
        REPRESENTS,
        *("other", "until", "account_link"),
    ),
    letter(
        "merge_undone",
        _("Merge undone, to the primary contact"),
        REPRESENTS,
        *("other", "account_link"),
    ),
]
