"""Claims: somebody says that they act for an organization of the register, and its centre decides."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.log_actions import log

from network.actions.people.appointing import appoint
from network.enums import ClaimStatus, EntryStatus, RepresentativeRole
from network.exceptions import AlreadyRepresents, CaseMoved, NotYourCase, ReasonMissing, Recused
from network.mail import claims as letters
from network.models import Claim, Coordinator, Organization
from network.permissions import (
    somebody_is_reachable,
    user_can_decide_claim,
    user_coordinates,
    user_is_registrar,
    user_represents,
)
from portal.models import User


def make_claim(organization: Organization, *, by: User, position: str, phone: str = "", message: str = "") -> Claim:
    """Ask to become its representative; asking again while it is open gives the same claim.

    Raises:
        NotYourCase: the register does not show such an organization.
        AlreadyRepresents: the person represents it already.
    """
    # Otherwise a claim would tell who is in the register without being shown.
    if organization.entry.status != EntryStatus.LISTED:
        raise NotYourCase
    if user_represents(by, organization.pk):
        raise AlreadyRepresents
    try:
        with transaction.atomic():
            claim = Claim.objects.create(
                organization=organization,
                claimant=by,
                position=position,
                phone=phone,
                message=message,
                handed_up_at=None if _somebody_is_there(organization, by) else timezone.now(),
            )
            log(instance=organization, action="network.claim.make", user=by, data={"claim": claim.pk})
            letters.tell_of_claim(claim)
    except IntegrityError:
        return Claim.objects.open().get(organization=organization, claimant=by)
    return claim


def accept_claim(claim: Claim, *, by: User, reason: str = "") -> Claim:
    """The claimant becomes a representative: the primary contact where there is none yet, else a profile keeper.

    Raises:
        NotYourCase, Recused, CaseMoved: the person may not decide it, or it is decided already.
    """
    with transaction.atomic():
        present = _open_claim(claim, by, ClaimStatus.ACCEPTED)
        if present.status == ClaimStatus.OPEN:
            # A newcomer never replaces a primary contact who can sign in: that is for the organization itself.
            taken = somebody_is_reachable(present.organization_id)
            role = RepresentativeRole.EDITOR if taken else RepresentativeRole.PRIMARY
            representative = appoint(present.claimant, present.organization, role)
            _close(present, ClaimStatus.ACCEPTED, by, reason)
            letters.tell_of_answer(present, representative)
    return present


def refuse_claim(claim: Claim, *, by: User, reason: str) -> Claim:
    """Say no, and why. Raises as `accept_claim`, and ReasonMissing."""
    with transaction.atomic():
        present = _open_claim(claim, by, ClaimStatus.REFUSED)
        if not reason.strip():
            raise ReasonMissing
        if present.status == ClaimStatus.OPEN:
            _close(present, ClaimStatus.REFUSED, by, reason)
            letters.tell_of_answer(present, None)
    return present


def withdraw_claim(claim: Claim, *, by: User) -> Claim:
    """Take one's own claim back; harmless when repeated. Raises NotYourCase, CaseMoved."""
    with transaction.atomic():
        present = _locked(claim)
        if present.claimant_id != by.pk:
            raise NotYourCase
        if present.status == ClaimStatus.OPEN:
            _close(present, ClaimStatus.WITHDRAWN, by, "")
        elif present.status != ClaimStatus.WITHDRAWN:
            raise CaseMoved
    return present


def hand_up_claim(claim: Claim) -> bool:
    """Pass it on to the registrars because its centre says nothing; False when that was done, or it is decided."""
    with transaction.atomic():
        present = _locked(claim)
        if present.status != ClaimStatus.OPEN or present.handed_up_at:
            return False
        present.handed_up_at = timezone.now()
        present.save(update_fields=["handed_up_at"])
        log(instance=present.organization, action="network.claim.hand_up", data={"claim": present.pk})
        letters.tell_of_hand_up(present)
    return True


def _open_claim(claim: Claim, by: User, wanted: ClaimStatus) -> Claim:
    present = _locked(claim)
    if not user_can_decide_claim(by, present):
        is_centre = user_is_registrar(by) or user_coordinates(by, present.organization.entry.province_id)
        raise Recused if is_centre else NotYourCase
    # The same answer by the same person is a second click; anything else was decided by somebody else.
    if present.status != ClaimStatus.OPEN and (present.status, present.decided_by) != (wanted, by):
        raise CaseMoved
    return present


def _locked(claim: Claim) -> Claim:
    # `no_key`: mails and log entries that point at the row need not wait for it.
    return Claim.objects.select_for_update(of=("self",), no_key=True).get(pk=claim.pk)


def _close(claim: Claim, status: ClaimStatus, by: User, reason: str) -> None:
    claim.status, claim.decided_by, claim.decided_at, claim.reason = status, by, timezone.now(), reason.strip()
    claim.save()
    log(instance=claim.organization, action=f"network.claim.{status}", user=by, data={"claim": claim.pk})


def _somebody_is_there(organization: Organization, claimant: User) -> bool:
    serving = Coordinator.objects.active().for_province(organization.entry.province_id).exclude(user=claimant)
    # A centre whose only coordinator belongs to the organization may not decide, so nobody is there.
    return any(not user_represents(coordinator.user, organization.pk) for coordinator in serving)
