"""What a person is to an organization, a province or the council today."""

from network.enums import EntryStatus
from network.models import Coordinator, Representative


def user_represents(user, organization_id: int) -> bool:
    return Representative.objects.of(user).active().filter(organization=organization_id).exists()


def user_represents_listed(user) -> bool:
    """Acts today for at least one organization that the directory shows."""
    if not user.is_authenticated:
        return False
    active = Representative.objects.of(user).active()
    return active.filter(organization__live=True, organization__entry__status=EntryStatus.LISTED).exists()


def user_coordinates(user, province: str | None) -> bool:
    """Serves the centre of `province` (an ISO code) today."""
    return Coordinator.objects.of(user).active().for_province(province).exists()


def user_has_desk(user) -> bool:
    return Coordinator.objects.of(user).active().exists()


def user_can_file(user) -> bool:
    """May enter paper forms for organizations."""
    return user.has_perm("network.file_membershipapplication") or user_has_desk(user)


def user_is_registrar(user) -> bool:
    return user.is_authenticated and user.has_perm("network.decide_membershipapplication")


def user_is_secretariat(user) -> bool:
    """May read the whole register: a registrar, the secretariat, a superuser."""
    return user.is_authenticated and user.has_perm("network.view_organization")
