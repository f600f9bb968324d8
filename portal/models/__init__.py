from portal.models.identity import Identity
from portal.models.user import User

__all__ = ["Identity", "User"]
