"""Who may bring lists to the register, and take them from it."""


def user_can_import(user) -> bool:
    """May import lists of organizations, see earlier imports, and export the whole register."""
    return user.is_authenticated and user.has_perm("network.import_organization")
