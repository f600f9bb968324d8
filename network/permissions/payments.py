"""Who may pay, verify and read what: one question, one function."""

from network.models import Payment, Receipt
from network.permissions.people import user_coordinates, user_represents


def user_is_treasurer(user) -> bool:
    return user.is_authenticated and user.has_perm("network.verify_payment")


def user_sees_payments(user) -> bool:
    """May read all payments with their slips: the treasurer, the secretariat, a superuser."""
    return user.is_authenticated and user.has_perm("network.view_payment")


def user_pays(user, payment: Payment) -> bool:
    """Represents the organization today."""
    return user_represents(user, payment.membership.organization_id)


def user_can_verify(user, payment: Payment) -> bool:
    """A treasurer who does not represent the organization (recusal: rule 4 of the domain page)."""
    return user_is_treasurer(user) and not user_pays(user, payment)


def user_can_confirm(user, payment: Payment) -> bool:
    """Serves the centre of its province and does not represent it: may say that the centre holds the money."""
    province = payment.membership.organization.entry.province_id
    return user_coordinates(user, province) and not user_pays(user, payment)


def user_can_see_slip(user, payment: Payment) -> bool:
    """The organization itself, and whoever reads all payments; never a coordinator."""
    return user_sees_payments(user) or user_pays(user, payment)


def user_can_see_papers(user, organization_id: int) -> bool:
    """May fetch its receipts and certificates: the organization itself, and whoever reads all payments."""
    return user_sees_payments(user) or user_represents(user, organization_id)


def user_can_void(user, receipt: Receipt) -> bool:
    return user.is_authenticated and user.has_perm("network.void_receipt") and not user_pays(user, receipt.payment)
