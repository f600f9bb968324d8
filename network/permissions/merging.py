"""Who may say that two organizations of the register are one."""

from network.models import Organization
from network.permissions.people import user_represents


def user_merges(user) -> bool:
    """May look for organizations that stand in the register twice."""
    return user.is_authenticated and user.has_perm("network.merge_organization")


def user_is_recused(user, *organizations: Organization) -> bool:
    """Acts for one of them: somebody else decides (rule 4 of the domain page)."""
    return any(user_represents(user, organization.pk) for organization in organizations)


def user_can_merge(user, *organizations: Organization) -> bool:
    """May merge them, tell them apart, or undo it; whoever acts for one of them may not."""
    return user_merges(user) and not user_is_recused(user, *organizations)
