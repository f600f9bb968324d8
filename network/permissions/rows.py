"""Rows of the CMS that nobody adds to, changes or deletes, whatever their rights."""

from wagtail.permission_policies import ModelPermissionPolicy


class FixedRows(ModelPermissionPolicy):
    """Reference data: its rows are corrected, never added or deleted, whoever asks."""

    def user_has_permission(self, user, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        # Wagtail asks for several at once, past the single question; without this the door stands open there.
        return any(self.user_has_permission(user, action) for action in actions)


class KeptRows(ModelPermissionPolicy):
    """Rows that others rely on: added, never changed or deleted, whoever asks."""

    def user_has_permission(self, user, action: str) -> bool:
        return action not in ("change", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class LastingRows(ModelPermissionPolicy):
    """Rows that are added and changed, and never deleted, whoever asks."""

    def user_has_permission(self, user, action: str) -> bool:
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class ReadOnlyRows(FixedRows):
    """Reference data of others: read in the CMS, changed only by loading a newer edition."""

    def user_has_permission(self, user, action: str) -> bool:
        return action != "change" and super().user_has_permission(user, action)
