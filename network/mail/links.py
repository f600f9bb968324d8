"""Where letters lead: absolute addresses, in the language that is active."""

from django.conf import settings
from django.urls import reverse

from network.models import Claim, Invitation, Membership, MembershipApplication, Organization, Payment


def absolute(page: str, *args) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(page, args=args)


def track_link(application: MembershipApplication) -> str:
    return absolute("network_cases:track", application.token)


def announced_link() -> str:
    return absolute("network_join:announced")


def account_link(organization_id: int | None = None) -> str:
    """The organization's page in the account, or the account itself."""
    return absolute("network_account:organization", organization_id) if organization_id else absolute("account")


def people_link(organization_id: int) -> str:
    """Who acts for the organization, in the account of its representatives."""
    return absolute("network_account:people:list", organization_id)


def invitation_link(invitation: Invitation) -> str:
    """Where the invited person answers."""
    return absolute("network_invitation:answer", invitation.token)


def desk_link(application: MembershipApplication) -> str:
    return absolute("network_desk:application", application.token)


def desk_claim_link(claim: Claim) -> str:
    return absolute("network_desk:claim", claim.pk)


def case_link(application: MembershipApplication) -> str:
    """The application in the CMS, with its decision."""
    return absolute("wagtailsnippets_network_membershipapplication:case", application.pk)


def queue_link() -> str:
    """What waits for the registrar, across the provinces."""
    return absolute("wagtailsnippets_network_membershipapplication:list")


def claim_case_link(claim: Claim) -> str:
    """The claim in the CMS, with the two answers to it."""
    return absolute("wagtailsnippets_network_claim:decide", claim.pk)


def claim_queue_link() -> str:
    return absolute("wagtailsnippets_network_claim:list")


def payment_link(payment: Payment) -> str:
    """What the organization owes and how it pays, in its account."""
    return absolute("network_account:payment", payment.membership.organization_id, payment.pk)


def payment_desk_link(payment: Payment) -> str:
    return absolute("network_desk:payment", payment.pk)


def payment_case_link(payment: Payment) -> str:
    """The payment in the CMS, with the slip and the decision."""
    return absolute("wagtailsnippets_network_payment:decide", payment.pk)


def payment_queue_link() -> str:
    return absolute("wagtailsnippets_network_payment:list")


def renew_link(membership: Membership) -> str:
    """One screen in the account of whoever acts for the organization."""
    return absolute("network_account:renew", membership.organization_id, membership.pk)


def page_link(organization: Organization) -> str:
    """The public page."""
    return absolute("network:organization", organization.entry.slug)
