"""Who may change an organization's profile, and see what is not public yet."""

from network.enums import GONE, PROFILE_EDITORS
from network.models import Organization, Representative


def user_can_edit_profile(user, organization: Organization) -> bool:
    """A primary contact or profile keeper with a mandate that runs, unless the organization is closed."""
    if organization.entry.status in GONE:
        return False
    mandates = Representative.objects.of(user).active().filter(organization=organization)
    return mandates.filter(role__in=PROFILE_EDITORS).exists()


def representative_can_edit_profile(representative: Representative) -> bool:
    """The same question when the active representation is at hand: asks the database nothing."""
    return representative.role in PROFILE_EDITORS and representative.organization.entry.status not in GONE


def user_can_see_draft_logo(user, organization: Organization) -> bool:
    """The organization's own people, and those who may see every organization in the CMS."""
    if user.has_perms(["wagtailadmin.access_admin", "network.view_organization"]):
        return True
    return Representative.objects.of(user).active().filter(organization=organization).exists()
