from network.models.application import MembershipApplication
from network.models.case import ApplicationDocument, TimelineEntry
from network.models.claim import Claim
from network.models.coordinator import Coordinator
from network.models.fee import Fee, fee_on
from network.models.import_run import ImportRow, ImportRun
from network.models.invitation import Invitation
from network.models.membership import Membership, Tier
from network.models.merge import Merge, NotTheSame
from network.models.notice import PrivacyNotice
from network.models.organization import Issue, Organization
from network.models.payment import Payment, PaymentEntry
from network.models.places import CoordinationCentre, District, Province, Subdistrict
from network.models.receipt import Receipt, ReceiptBook
from network.models.register import RegisterEntry
from network.models.representative import Representative
from network.models.settings import MembershipSettings
from network.models.standing import Limits, standing_by_end, standing_case, standing_on
from network.models.term import MembershipEntry, TermReminder

__all__ = [
    "ApplicationDocument",
    "Claim",
    "CoordinationCentre",
    "Coordinator",
    "District",
    "Fee",
    "ImportRow",
    "ImportRun",
    "Invitation",
    "Issue",
    "Limits",
    "Membership",
    "MembershipApplication",
    "MembershipEntry",
    "MembershipSettings",
    "Merge",
    "NotTheSame",
    "Organization",
    "Payment",
    "PaymentEntry",
    "PrivacyNotice",
    "Province",
    "Receipt",
    "ReceiptBook",
    "RegisterEntry",
    "Representative",
    "Subdistrict",
    "TermReminder",
    "Tier",
    "TimelineEntry",
    "fee_on",
    "standing_by_end",
    "standing_case",
    "standing_on",
]
