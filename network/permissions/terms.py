"""Who may renew, resign and decide on a membership: one question, one function."""

from network.models import Membership, Representative
from network.permissions.people import user_coordinates, user_is_registrar, user_represents


def user_can_renew(user, membership: Membership) -> bool:
    """Represents the organization, or serves the centre of its province or the secretariat, which may help."""
    # It only asks for the money; no right comes of it before the treasurer has that.
    province = membership.organization.entry.province_id
    return (
        user_represents(user, membership.organization_id) or user_coordinates(user, province) or user_is_registrar(user)
    )


def user_can_resign(user, membership: Membership) -> bool:
    """The organization's primary contact."""
    own = Representative.objects.of(user).active().primary()
    return own.filter(organization=membership.organization_id).exists()


def user_can_decide_term(user, membership: Membership) -> bool:
    """A registrar who does not represent the organization (recusal: rule 4 of the domain page)."""
    return user_is_registrar(user) and not user_represents(user, membership.organization_id)
