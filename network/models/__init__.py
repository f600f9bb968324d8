from network.models.organization import Issue, Organization
from network.models.places import CoordinationCentre, Province
from network.models.register import RegisterEntry
from network.models.representative import Representative
from network.models.settings import MembershipSettings

__all__ = [
    "CoordinationCentre",
    "Issue",
    "MembershipSettings",
    "Organization",
    "Province",
    "RegisterEntry",
    "Representative",
]
