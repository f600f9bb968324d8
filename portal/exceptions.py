"""Why something a person asked of their account is refused."""


class LastWayInError(Exception):
    """Without it the person could never sign in again."""
