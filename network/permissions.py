"""Who may do and read what in the network: one question, one function."""

from wagtail.permission_policies import ModelPermissionPolicy

from network.enums import PROFILE_EDITORS, EntryStatus, Visibility
from network.models import Organization, Representative

# Every contact field, and the column that says who may read it.
CONTACT_FIELDS = {
    "leader_name": "leader_visibility",
    "phone": "phone_visibility",
    "email": "email_visibility",
    "line_id": "line_visibility",
    "website": "website_visibility",
    "facebook": "facebook_visibility",
    "address": "address_visibility",
}


def user_can_edit_profile(user, organization: Organization) -> bool:
    """A primary contact or profile keeper with a mandate that runs, unless the organization is closed."""
    if organization.entry.status == EntryStatus.CLOSED:
        return False
    mandates = Representative.objects.of(user).active().filter(organization=organization)
    return mandates.filter(role__in=PROFILE_EDITORS).exists()


def representative_can_edit_profile(representative: Representative) -> bool:
    """The same question when the active representation is at hand: asks the database nothing."""
    return representative.role in PROFILE_EDITORS and representative.organization.entry.status != EntryStatus.CLOSED


def user_can_see_draft_logo(user, organization: Organization) -> bool:
    """The organization's own people, and those who may see every organization in the CMS."""
    if user.has_perms(["wagtailadmin.access_admin", "network.view_organization"]):
        return True
    return Representative.objects.of(user).active().filter(organization=organization).exists()


def user_is_secretariat(user) -> bool:
    """May read the whole register: a registrar, the secretariat, a superuser."""
    return user.is_authenticated and user.has_perm("network.view_organization")


def contact_circles(user) -> frozenset[Visibility]:
    """The circles of readers that `user` belongs to; asks the database once for a signed-in person.

    Nobody is in a province's circle yet: coordinators come with the membership work.
    """
    if user_is_secretariat(user):
        return frozenset(Visibility)
    if user_represents_listed(user):
        return frozenset({Visibility.PUBLIC, Visibility.MEMBERS})
    return frozenset({Visibility.PUBLIC})


def user_represents_listed(user) -> bool:
    """Acts today for at least one organization that the directory shows."""
    if not user.is_authenticated:
        return False
    active = Representative.objects.of(user).active()
    return active.filter(organization__live=True, organization__entry__status=EntryStatus.LISTED).exists()


def user_can_see_contact(user, organization: Organization, field: str) -> bool:
    """Whether `user` may read contact `field` (a key of CONTACT_FIELDS) of `organization`."""
    return field in visible_contacts(user, organization)


def visible_contacts(user, organization: Organization) -> list[str]:
    """The contact fields of `organization` that `user` may read, in the order of the page."""
    circles = contact_circles(user)
    if organization.entry.is_protected and Visibility.SECRETARIAT not in circles:
        return []
    return [field for field, column in CONTACT_FIELDS.items() if getattr(organization, column) in circles]


class FixedRows(ModelPermissionPolicy):
    """Reference data: its rows are corrected, never added or deleted, whoever asks."""

    def user_has_permission(self, user, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
