"""What the portal's CMS adds to Wagtail's: people, decisions on what was read, exports that leave an entry, dates."""

from portal.viewsets.columns import NothingToTick, ThaiDateColumn
from portal.viewsets.exports import LoggedExport
from portal.viewsets.people import UserViewSet
from portal.viewsets.review import DecideAsRead, DecidePageAsRead, EditAsRead

__all__ = [
    "DecideAsRead",
    "DecidePageAsRead",
    "EditAsRead",
    "LoggedExport",
    "NothingToTick",
    "ThaiDateColumn",
    "UserViewSet",
]
