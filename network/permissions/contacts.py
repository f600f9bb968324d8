"""Who may read which contact of an organization."""

from network.enums import Visibility
from network.models import Organization
from network.permissions.people import user_coordinates, user_is_secretariat, user_represents_listed

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


def contact_circles(user, province: str | None = None) -> frozenset[Visibility]:
    """The circles of readers that `user` belongs to for an organization in `province` (an ISO code)."""
    if user_is_secretariat(user):
        return frozenset(Visibility)
    if province and user_coordinates(user, province):
        return desk_circles()
    if user_represents_listed(user):
        return frozenset({Visibility.PUBLIC, Visibility.MEMBERS})
    return frozenset({Visibility.PUBLIC})


def desk_circles() -> frozenset[Visibility]:
    """The circles of a coordinator for the organizations of the provinces they serve."""
    return frozenset({Visibility.PUBLIC, Visibility.MEMBERS, Visibility.PROVINCE})


def user_can_see_contact(user, organization: Organization, field: str) -> bool:
    """Whether `user` may read contact `field` (a key of CONTACT_FIELDS) of `organization`."""
    return field in visible_contacts(user, organization)


def visible_contacts(user, organization: Organization) -> list[str]:
    """The contact fields of `organization` that `user` may read, in the order of the page."""
    return contacts_for(organization, contact_circles(user, organization.entry.province_id))


def contacts_for(organization: Organization, circles: frozenset[Visibility]) -> list[str]:
    """The contact fields open to somebody in `circles`; for lists, which ask for the circles once."""
    # Before any single circle: the switch hides even what the organization has opened to everyone.
    if organization.entry.is_protected and Visibility.SECRETARIAT not in circles:
        return []
    return [field for field, column in CONTACT_FIELDS.items() if getattr(organization, column) in circles]
