"""The one way in which an application moves: behind its lock, by the table, with an entry in its timeline."""

from dataclasses import dataclass

from django.utils import timezone

from network.enums import CLOSED_APPLICATIONS, ApplicationStatus, CaseAction, CaseRole
from network.exceptions import CaseMoved, NotYourCase, ReasonMissing, Recused
from network.models import MembershipApplication, TimelineEntry
from network.permissions import RULES, Rule, roles_of, rule_for, user_coordinates, user_is_registrar
from portal.models import User

# The same words a second time are a second correction; a draft touched after one warning gets another one.
MEANT_AGAIN = (CaseAction.CORRECT, CaseAction.WARN)


@dataclass(frozen=True)
class Step:
    """What a step did: the application as it is now, and the new timeline entry; None when nothing was left to do."""

    application: MembershipApplication
    entry: TimelineEntry | None


def locked_case(application: MembershipApplication) -> MembershipApplication:
    """The application as it is now, its row locked until the transaction ends.

    Raises:
        NotYourCase: a draft was discarded meanwhile, in another tab or by the daily command.
    """
    rows = MembershipApplication.objects.select_for_update(of=("self",), no_key=True)
    present = rows.filter(pk=application.pk).first()
    if present is None:
        raise NotYourCase
    return present


def take_step(
    application: MembershipApplication,
    action: CaseAction,
    *,
    by: User | None,
    roles: frozenset[CaseRole] | None = None,
    message: str = "",
    remark: str = "",
    seen: int | None = None,
    **changes,
) -> Step:
    """Take `action`, inside the caller's transaction; `by` None is the portal itself.

    `seen` is the timeline entry that was the last one on the page where the person decided; `changes` are further
    fields to write. Taking the same step again gives the same answer.

    Raises:
        NotYourCase, Recused: the person has no such part in it.
        CaseMoved: it is no longer where the page showed it.
        ReasonMissing: the applicant would not be told why.
    """
    present = locked_case(application)
    last = present.timeline.last()
    # The same person, step and words: a double click or a repeated request, answered as the first was.
    if last and (last.action, last.by, last.message) == (action, by, message) and action not in MEANT_AGAIN:
        return Step(present, None)
    roles = roles if roles is not None else roles_for(by, present)
    rule = _rule(action, present, roles, by)
    # Checked after the rule: whoever may do nothing here must not learn that something has moved.
    if seen is not None and last and seen != last.pk:
        raise CaseMoved
    if rule.needs_reason and not message.strip():
        raise ReasonMissing
    move(present, action, rule, changes)
    return Step(present, note(present, action, rule.role, by=by, message=message, remark=remark))


def roles_for(by: User | None, application: MembershipApplication) -> frozenset[CaseRole]:
    return roles_of(by, application) if by else frozenset({CaseRole.CLOCK})


def note(
    application: MembershipApplication,
    action: CaseAction,
    role: CaseRole,
    *,
    by: User | None,
    message: str = "",
    remark: str = "",
) -> TimelineEntry:
    return TimelineEntry.objects.create(
        application=application,
        action=action,
        role=role,
        by=by,
        status=application.status,
        message=message.strip(),
        remark=remark.strip(),
    )


def move(application: MembershipApplication, action: CaseAction, rule: Rule, changes: dict) -> None:
    """Write the status that the rule leads to, and what follows from it."""
    now = timezone.now()
    before = application.status
    # Whoever does anything with a draft keeps it.
    application.ends_on = None
    after = ApplicationStatus(application.asked_in) if action == CaseAction.ANSWER else rule.target or before
    for name, value in changes.items():
        setattr(application, name, value)
    if action == CaseAction.ASK:
        application.asked_in = before
    if action == CaseAction.HAND_UP:
        application.handed_up_at = now
    if after in CLOSED_APPLICATIONS and before not in CLOSED_APPLICATIONS:
        application.decided_at = now
    if after != before or action == CaseAction.HAND_UP:
        application.status, application.status_since = after, now
    application.save()


def _rule(action: CaseAction, application: MembershipApplication, roles: frozenset[CaseRole], by: User | None) -> Rule:
    if rule := rule_for(action, application, roles):
        return rule
    if not roles:
        raise NotYourCase
    if any(rule.action == action and rule.role in roles and application.kind in rule.kinds for rule in RULES):
        raise CaseMoved
    if by and (user_is_registrar(by) or user_coordinates(by, application.province_id)):
        raise Recused
    raise NotYourCase
