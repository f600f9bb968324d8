"""Who may say who acts for an organization: its primary contacts, and those above where they are needed."""

from network.enums import GONE
from network.models import Invitation, Organization, Representative
from network.permissions.people import user_coordinates, user_represents


def user_is_primary(user, organization_id: int) -> bool:
    """A primary contact whose mandate runs today."""
    return Representative.objects.of(user).active().primary().filter(organization=organization_id).exists()


def somebody_is_reachable(organization_id: int) -> bool:
    """The organization has a primary contact who can sign in today."""
    return Representative.objects.reachable().primary().filter(organization=organization_id).exists()


def user_can_invite(user, organization: Organization) -> bool:
    """A primary contact, the secretariat; the centre of its province only while nobody else can."""
    if organization.entry.status in GONE:
        return False
    if user_represents(user, organization.pk):
        return user_is_primary(user, organization.pk)
    if user.has_perm("network.add_representative"):
        return True
    return user_coordinates(user, organization.entry.province_id) and not somebody_is_reachable(organization.pk)


def user_oversees(user, organization: Organization, right: str = "change") -> bool:
    """The secretariat, or the centre of its province; never somebody who acts for the organization themselves."""
    # Recusal: a registrar who represents it has no more to say there than its other people.
    if user_represents(user, organization.pk):
        return False
    return user.has_perm(f"network.{right}_representative") or user_coordinates(user, organization.entry.province_id)


def user_can_manage_invitation(user, invitation: Invitation) -> bool:
    """Send it again, withdraw it, print its sheet: primary contacts, whoever made it, secretariat and centre."""
    organization = invitation.organization
    return user_is_primary(user, organization.pk) or user_oversees(user, organization)


def user_can_end(user, representative: Representative) -> bool:
    """Another primary contact, the centre or the secretariat; one's own mandate is left, not ended."""
    if representative.user_id == user.pk:
        return False
    organization = representative.organization
    return user_is_primary(user, organization.pk) or user_oversees(user, organization)


def user_can_change_mandate(user, representative: Representative) -> bool:
    """Another primary contact or the secretariat; nobody changes the role that gives them their own right."""
    if representative.user_id == user.pk:
        return False
    organization = representative.organization
    if user_represents(user, organization.pk):
        return user_is_primary(user, organization.pk)
    return user.has_perm("network.change_representative")


def user_can_keep_letter(user, representative: Representative) -> bool:
    """Put the mandate letter in or take it out: the person, and those who may change the mandate."""
    return representative.user_id == user.pk or user_can_change_mandate(user, representative)


def user_can_read_letter(user, row: Representative | Invitation) -> bool:
    """The person it is about, the primary contacts, the centre of the province and the secretariat."""
    own = row.user_id if isinstance(row, Representative) else row.person_id
    if own == user.pk or user_is_primary(user, row.organization_id):
        return True
    return user_oversees(user, row.organization, "view")
