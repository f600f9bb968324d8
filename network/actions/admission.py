"""What an approval brings about: the organization in the register, its representative, its membership."""

from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from network.actions.entering import Newcomer, enter_organization
from network.actions.payments.opening import open_payment
from network.actions.people.appointing import appoint
from network.actions.terms.beginning import begin_term
from network.actions.terms.steps import note
from network.enums import EntryStatus, LegalForm, PaymentPurpose, TermAction
from network.exceptions import AlreadyAMember
from network.models import Membership, MembershipApplication, Organization, Tier, fee_on
from network.signals import membership_approved
from portal.models import User


def admit(application: MembershipApplication, *, by: User | None) -> Membership:
    """Enter the organization into the register and begin its membership, inside the caller's transaction.

    Raises:
        AlreadyAMember: an open membership of the same tier exists.
    """
    organization = application.organization or _organization(application, by)
    _list(organization)
    if application.organization_id is None:
        application.organization = organization
        application.save(update_fields=["organization"])
    if application.applicant:
        appoint(application.applicant, organization)
    membership = _membership(application, organization, by)
    # After the commit: events must never learn of a membership that was rolled back.
    transaction.on_commit(partial(_tell, membership, application), robust=True)
    return membership


def _organization(application: MembershipApplication, by: User | None) -> Organization:
    profile = {
        "name": application.name,
        "name_en": application.name_en,
        "year_started": application.year_started,
        "current_work": application.current_work,
        "target_groups": application.target_groups,
        "leader_name": application.leader_name,
        "phone": application.phone,
        "email": application.email,
        "address": application.address_in_words("th"),
        "address_en": application.address_in_words("en"),
    }
    register = {
        "province": str(application.province_id),
        "district": application.district.name if application.district else "",
        "district_en": application.district.name_en if application.district else "",
        "legal_form": application.legal_form or LegalForm.OTHER,
        "registration_number": application.registration_number,
        "registered_on": application.registered_on,
        "status": EntryStatus.LISTED,
    }
    return enter_organization(Newcomer(profile, register, list(application.issues.all())), by=by)


def _list(organization: Organization) -> None:
    entry = organization.entry
    if entry.status == EntryStatus.PENDING:
        entry.status = EntryStatus.LISTED
        entry.save(update_fields=["status"])


def _membership(application: MembershipApplication, organization: Organization, by: User | None) -> Membership:
    # The tier's row is the queue for its numbers.
    tier = Tier.objects.select_for_update().get(kind=application.kind)
    terms = Membership.objects.filter(organization=organization, tier=tier)
    if terms.open().exists():
        raise AlreadyAMember
    # An organization that comes back is known by its old number.
    last = terms.filter(followed_by__isnull=True).order_by("pk").last()
    membership = Membership.objects.create(
        organization=organization,
        tier=tier,
        application=application,
        number=last.number if last else next_number(tier),
        follows=last,
        begun_on=None,
        starts_on=None,
    )
    note(membership, TermAction.ADMIT, by=by)
    # The letter about the approval says how to pay: one letter is enough.
    if not open_payment(membership, PaymentPurpose.JOINING, by=by, tell=False):
        fee = fee_on(tier, timezone.localdate())
        begin_term(membership, months=fee.months if fee else None, by=by)
        # The application, and so the letter about the approval, holds this very object.
        membership.refresh_from_db()
    return membership


def next_number(tier: Tier) -> int:
    """One that no organization has had in this tier; the caller has locked its row."""
    return (Membership.objects.filter(tier=tier).aggregate(last=Max("number"))["last"] or 0) + 1


def _tell(membership: Membership, application: MembershipApplication) -> None:
    membership_approved.send_robust(sender=Membership, membership=membership, application=application)
