"""The rows as they are now. The organization's is the queue in which all who change its people stand."""

from network.models import Invitation, Organization, Representative


def locked_organization(organization_id: int) -> Organization:
    rows = Organization.objects.select_for_update(of=("self",), no_key=True).select_related("entry__province")
    return rows.get(pk=organization_id)


def locked_mandate(representative: Representative) -> Representative:
    """The mandate, its organization locked until the transaction ends."""
    organization = locked_organization(representative.organization_id)
    present = Representative.objects.select_related("user").get(pk=representative.pk)
    present.organization = organization
    return present


def locked_invitation(invitation: Invitation) -> Invitation:
    """The invitation, its organization locked until the transaction ends."""
    organization = locked_organization(invitation.organization_id)
    present = Invitation.objects.select_related("invited_by", "person").get(pk=invitation.pk)
    present.organization = organization
    return present
