"""Who may take which step with a case: one table for the website, the desk, the CMS and the daily command."""

from dataclasses import dataclass, field

from django.utils import timezone

from network.enums import (
    ADVISED,
    CLOSED_APPLICATIONS,
    FRUITLESS,
    ApplicationKind,
    ApplicationStatus,
    CaseAction,
    CaseRole,
)
from network.models import Claim, Coordinator, MembershipApplication
from network.permissions.people import user_coordinates, user_is_registrar, user_represents

A, K, R, S = CaseAction, ApplicationKind, CaseRole, ApplicationStatus


@dataclass(frozen=True)
class Rule:
    """One line of the table of who may take which step with an application; its source is the domain page.

    Attributes:
        action: the step.
        role: who takes it.
        sources: statuses from which it may be taken.
        target: status that follows; None leaves it, or leads back to where the question was asked.
        kinds: ways of joining for which the line holds.
        handed_up: True when only the secretariat has the case, False when only the centre has it, None for either.
        needs_reason: the applicant must be told why, or what is asked.
    """

    action: CaseAction
    role: CaseRole
    sources: tuple[ApplicationStatus, ...]
    target: ApplicationStatus | None = None
    kinds: frozenset[ApplicationKind] = field(default_factory=lambda: frozenset(ApplicationKind))
    handed_up: bool | None = None
    needs_reason: bool = False


NATIONAL = frozenset({K.NATIONAL})
PROVINCIAL = frozenset({K.PROVINCIAL})
# Until the decision; afterwards a membership is resigned, which is another act.
WITHDRAWABLE = (S.SUBMITTED, S.RETURNED, *ADVISED, S.ANNOUNCED)

RULES: tuple[Rule, ...] = (
    # Whoever writes it.
    *(
        Rule(action, role, sources, target)
        for role in (R.APPLICANT, R.FILER)
        for action, sources, target in (
            (A.SAVE, (S.DRAFT, S.RETURNED), None),
            (A.SUBMIT, (S.DRAFT,), S.SUBMITTED),
            (A.ANSWER, (S.RETURNED,), None),
        )
    ),
    Rule(A.WITHDRAW, R.APPLICANT, WITHDRAWABLE, S.WITHDRAWN),
    Rule(A.TAKE_OVER, R.HOLDER, (S.DRAFT, *WITHDRAWABLE, S.APPROVED)),
    # The centre of the province, while the case is its own.
    Rule(A.ASK, R.COORDINATOR, (S.SUBMITTED,), S.RETURNED, handed_up=False, needs_reason=True),
    Rule(A.RECOMMEND, R.COORDINATOR, (S.SUBMITTED,), S.RECOMMENDED, NATIONAL, handed_up=False),
    Rule(
        A.ADVISE_AGAINST,
        R.COORDINATOR,
        (S.SUBMITTED,),
        S.NOT_RECOMMENDED,
        NATIONAL,
        handed_up=False,
        needs_reason=True,
    ),
    Rule(A.APPROVE, R.COORDINATOR, (S.SUBMITTED,), S.APPROVED, PROVINCIAL, handed_up=False),
    Rule(A.DECLINE, R.COORDINATOR, (S.SUBMITTED,), S.DECLINED, PROVINCIAL, handed_up=False, needs_reason=True),
    Rule(A.HAND_UP, R.COORDINATOR, (S.SUBMITTED,), handed_up=False),
    # The registrar: what the centre has advised on, and what was handed up.
    Rule(A.ASK, R.REGISTRAR, (S.SUBMITTED,), S.RETURNED, handed_up=True, needs_reason=True),
    Rule(A.ASK, R.REGISTRAR, ADVISED, S.RETURNED, NATIONAL, needs_reason=True),
    Rule(A.APPROVE, R.REGISTRAR, (S.SUBMITTED,), S.APPROVED, handed_up=True),
    Rule(A.APPROVE, R.REGISTRAR, (S.RECOMMENDED,), S.APPROVED, NATIONAL),
    # Against the centre's advice only with a reason.
    Rule(A.APPROVE, R.REGISTRAR, (S.NOT_RECOMMENDED,), S.APPROVED, NATIONAL, needs_reason=True),
    Rule(A.ANNOUNCE, R.REGISTRAR, (S.SUBMITTED,), S.ANNOUNCED, NATIONAL, handed_up=True),
    Rule(A.ANNOUNCE, R.REGISTRAR, (S.RECOMMENDED,), S.ANNOUNCED, NATIONAL),
    Rule(A.ANNOUNCE, R.REGISTRAR, (S.NOT_RECOMMENDED,), S.ANNOUNCED, NATIONAL, needs_reason=True),
    Rule(A.DECLINE, R.REGISTRAR, (S.SUBMITTED,), S.DECLINED, handed_up=True, needs_reason=True),
    Rule(A.DECLINE, R.REGISTRAR, (*ADVISED, S.ANNOUNCED), S.DECLINED, NATIONAL, needs_reason=True),
    Rule(A.CORRECT, R.REGISTRAR, CLOSED_APPLICATIONS, needs_reason=True),
    # The portal itself never decides; it carries out what was announced once the objection period is over.
    Rule(A.REMIND, R.CLOCK, (S.SUBMITTED,), handed_up=False),
    Rule(A.HAND_UP, R.CLOCK, (S.SUBMITTED,), handed_up=False),
    Rule(A.APPROVE, R.CLOCK, (S.ANNOUNCED,), S.APPROVED, NATIONAL),
    # What nobody goes on with, or what came to nothing, is kept only for a time.
    Rule(A.WARN, R.CLOCK, (S.DRAFT,)),
    Rule(A.FORGET, R.CLOCK, (S.DRAFT, *FRUITLESS)),
)


def roles_of(user, application: MembershipApplication) -> frozenset[CaseRole]:
    """In what capacities `user` stands to `application`; whoever acts for the organization decides nothing on it."""
    if not user.is_authenticated:
        return frozenset()
    # Recusal (rule 4 of the domain page): a registrar who also represents the organization is only an applicant here.
    if user_acts_for(user, application):
        return frozenset({R.APPLICANT})
    found = {
        R.FILER: user_keeps_paper(user, application),
        R.COORDINATOR: user_coordinates(user, application.province_id),
        R.REGISTRAR: user_is_registrar(user),
    }
    return frozenset(role for role, holds in found.items() if holds)


def user_acts_for(user, application: MembershipApplication) -> bool:
    """The applicant, or somebody who represents the organization today."""
    if application.applicant_id == user.pk:
        return True
    return application.organization_id is not None and user_represents(user, application.organization_id)


def user_keeps_paper(user, application: MembershipApplication) -> bool:
    """Entered this paper form, or is of the centre or the secretariat that did; until the organization has it."""
    if application.applicant_id is not None or application.filed_by_id is None:
        return False
    if application.filed_by_id == user.pk or user.has_perm("network.file_membershipapplication"):
        return True
    return Coordinator.objects.colleagues_of(user).filter(user=application.filed_by_id).exists()


def rule_for(action: CaseAction, application: MembershipApplication, roles: frozenset[CaseRole]) -> Rule | None:
    """The line of the table that lets one of `roles` take the step now; None when there is none."""
    return next(
        (rule for rule in RULES if rule.action == action and rule.role in roles and holds(rule, application)), None
    )


def holds(rule: Rule, application: MembershipApplication) -> bool:
    """Whether the case is where the line wants it; a period for objections has to be over first."""
    if rule.handed_up not in (None, application.is_handed_up):
        return False
    if rule.role == R.CLOCK and application.status == S.ANNOUNCED and not objections_are_over(application):
        return False
    return application.status in rule.sources and application.kind in rule.kinds


def objections_are_over(application: MembershipApplication) -> bool:
    return application.objections_until is not None and application.objections_until < timezone.localdate()


def possible_actions(user, application: MembershipApplication) -> dict[CaseAction, Rule]:
    """Every step that `user` may take now."""
    roles = roles_of(user, application)
    found = {action: rule_for(action, application, roles) for action in A}
    return {action: rule for action, rule in found.items() if rule}


def user_can_decide_claim(user, claim: Claim) -> bool:
    """The centre of the organization's province, or the registrar; never the claimant or a representative."""
    # Nobody lets themselves in, and no representative chooses their own colleagues.
    if claim.claimant_id == user.pk or user_represents(user, claim.organization_id):
        return False
    return user_is_registrar(user) or user_coordinates(user, claim.organization.entry.province_id)
