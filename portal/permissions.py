"""Who may do what with the portal's own rows in the CMS."""

from wagtail.permission_policies import ModelPermissionPolicy


class OnlyViewed(ModelPermissionPolicy):
    """No mail is written, changed or deleted by hand."""

    def user_has_permission(self, user, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


class OnlyChanged(ModelPermissionPolicy):
    """One text for every kind: none is added or deleted."""

    def user_has_permission(self, user, action: str) -> bool:
        return action in {"view", "change"} and super().user_has_permission(user, action)
