from network.models.application import MembershipApplication
from network.models.case import ApplicationDocument, TimelineEntry
from network.models.claim import Claim
from network.models.coordinator import Coordinator
from network.models.invitation import Invitation
from network.models.membership import Membership, Tier
from network.models.merge import Merge, NotTheSame
from network.models.notice import PrivacyNotice
from network.models.organization import Issue, Organization
from network.models.places import CoordinationCentre, District, Province, Subdistrict
from network.models.register import RegisterEntry
from network.models.representative import Representative
from network.models.settings import MembershipSettings

__all__ = [
    "ApplicationDocument",
    "Claim",
    "CoordinationCentre",
    "Coordinator",
    "District",
    "Invitation",
    "Issue",
    "Membership",
    "MembershipApplication",
    "MembershipSettings",
    "Merge",
    "NotTheSame",
    "Organization",
    "PrivacyNotice",
    "Province",
    "RegisterEntry",
    "Representative",
    "Subdistrict",
    "Tier",
    "TimelineEntry",
]
