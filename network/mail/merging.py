"""Letters about merged organizations, to the primary contacts of both."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from network.mail import links, readers
from network.models import Merge, Organization
from portal.mail import send_letter
from portal.models import User
from portal.templatetags.portal_thai import thai_date


def tell_of_merge(merge: Merge, people: Iterable[User]) -> None:
    """`people` were the primary contacts of either; they act for the winner from now on."""

    def context() -> dict[str, Any]:
        return {**_facts(merge.winner, merge.loser), "until": thai_date(merge.undo_until)}

    for person in people:
        send_letter("network.organization_merged", to=person, context=context)


def tell_of_undo(merge: Merge) -> None:
    """Each organization's own contacts: which of the two is theirs again."""
    for organization, other in ((merge.winner, merge.loser), (merge.loser, merge.winner)):
        for person in readers.primary_contacts(organization.pk):
            send_letter("network.merge_undone", to=person, context=partial(_facts, organization, other))


def _facts(organization: Organization, other: Organization) -> dict[str, Any]:
    return {
        "organization": organization,
        "other": other,
        "account_link": links.account_link(organization.pk),
    }
