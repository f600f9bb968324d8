"""Log entries about people: each holds the name and the role, so that it can be read when the rows have changed."""

from wagtail.log_actions import log, registry

from network.models import Invitation, Representative
from portal.models import User


def note_mandate(mandate: Representative, action: str, *, by: User, **more: str | None) -> None:
    """`network.representative.<action>`, in the history of the mandate."""
    data = {"name": str(mandate.user), "role": mandate.role, **more}
    log(instance=mandate, action=f"network.representative.{action}", user=by, data=data)


def note_invitation(invitation: Invitation, action: str, *, by: User | None) -> None:
    """`network.invitation.<action>`, in the history of the organization: invitations are deleted after a time."""
    data = {"name": invitation.name, "role": invitation.role, "kind": invitation.kind, "invitation": invitation.pk}
    log(instance=invitation.organization, action=f"network.invitation.{action}", user=by, data=data)


def forget_name(invitation: Invitation) -> None:
    """Who never acted for the organization is taken out of its history again."""
    entries = registry.get_logs_for_instance(invitation.organization).filter(data__invitation=invitation.pk)
    for entry in entries:
        entry.data = {**entry.data, "name": ""}
        entry.save(update_fields=["data"])
