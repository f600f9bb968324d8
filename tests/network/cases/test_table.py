"""Role x status x action, for both ways of joining, written out by hand beside the table in permissions.py."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from network.enums import ApplicationKind, ApplicationStatus, CaseAction, CaseRole
from network.permissions import possible_actions, roles_of, rule_for
from tests.factories.membership import ApplicationFactory, CoordinatorFactory
from tests.factories.network import RepresentativeFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus

WRITES = "save submit"
CORRECTS = "correct"
# (role, status): the steps it may take with a national application | with a provincial one.
WITH_THE_CENTRE = {
    ("applicant", S.DRAFT): (WRITES, WRITES),
    ("applicant", S.SUBMITTED): ("withdraw", "withdraw"),
    ("applicant", S.RETURNED): ("save answer withdraw", "save answer withdraw"),
    ("applicant", S.RECOMMENDED): ("withdraw", "withdraw"),
    ("applicant", S.NOT_RECOMMENDED): ("withdraw", "withdraw"),
    ("applicant", S.ANNOUNCED): ("withdraw", "withdraw"),
    ("filer", S.DRAFT): (WRITES, WRITES),
    ("filer", S.RETURNED): ("save answer", "save answer"),
    ("holder", S.DRAFT): ("take_over", "take_over"),
    ("holder", S.SUBMITTED): ("take_over", "take_over"),
    ("holder", S.RETURNED): ("take_over", "take_over"),
    ("holder", S.RECOMMENDED): ("take_over", "take_over"),
    ("holder", S.NOT_RECOMMENDED): ("take_over", "take_over"),
    ("holder", S.ANNOUNCED): ("take_over", "take_over"),
    ("holder", S.APPROVED): ("take_over", "take_over"),
    ("coordinator", S.SUBMITTED): ("ask recommend advise_against hand_up", "ask approve decline hand_up"),
    ("registrar", S.RECOMMENDED): ("ask approve announce decline", ""),
    ("registrar", S.NOT_RECOMMENDED): ("ask approve announce decline", ""),
    ("registrar", S.ANNOUNCED): ("decline", ""),
    ("registrar", S.APPROVED): (CORRECTS, CORRECTS),
    ("registrar", S.DECLINED): (CORRECTS, CORRECTS),
    ("registrar", S.WITHDRAWN): (CORRECTS, CORRECTS),
    ("clock", S.DRAFT): ("warn forget", "warn forget"),
    ("clock", S.SUBMITTED): ("remind hand_up", "remind hand_up"),
    ("clock", S.ANNOUNCED): ("approve", ""),
    ("clock", S.DECLINED): ("forget", "forget"),
    ("clock", S.WITHDRAWN): ("forget", "forget"),
}
# What changes once the case is the secretariat's.
HANDED_UP = WITH_THE_CENTRE | {
    ("coordinator", S.SUBMITTED): ("", ""),
    ("registrar", S.SUBMITTED): ("ask approve announce decline", "ask approve decline"),
    ("clock", S.SUBMITTED): ("", ""),
}


@pytest.mark.parametrize("kind", ApplicationKind)
@pytest.mark.parametrize("status", ApplicationStatus)
@pytest.mark.parametrize("role", CaseRole)
@pytest.mark.parametrize("handed_up", [False, True])
def test_each_role_takes_these_steps_and_no_others(role, status, kind, handed_up):
    yesterday = timezone.localdate() - timedelta(days=1)
    application = ApplicationFactory.build(
        kind=kind,
        status=status,
        applicant=None,
        province=None,
        district=None,
        handed_up_at=timezone.now() if handed_up else None,
        objections_until=yesterday,
    )
    national, provincial = (HANDED_UP if handed_up else WITH_THE_CENTRE).get((role, status), ("", ""))
    expected = national if kind == ApplicationKind.NATIONAL else provincial
    found = {action for action in CaseAction if rule_for(action, application, frozenset({role}))}
    assert found == set(expected.split())


def test_an_announced_approval_waits_for_the_last_day_of_objections():
    application = ApplicationFactory.build(
        kind=ApplicationKind.NATIONAL, status=S.ANNOUNCED, applicant=None, province=None, district=None
    )
    clock = frozenset({CaseRole.CLOCK})
    application.objections_until = timezone.localdate()
    assert rule_for(CaseAction.APPROVE, application, clock) is None
    application.objections_until -= timedelta(days=1)
    assert rule_for(CaseAction.APPROVE, application, clock)


@pytest.mark.parametrize(
    ("action", "status"),
    [
        (CaseAction.ASK, S.SUBMITTED),
        (CaseAction.ADVISE_AGAINST, S.SUBMITTED),
        (CaseAction.DECLINE, S.RECOMMENDED),
        (CaseAction.APPROVE, S.NOT_RECOMMENDED),
        (CaseAction.CORRECT, S.APPROVED),
    ],
)
def test_these_steps_tell_the_applicant_why(action, status):
    application = ApplicationFactory.build(
        kind=ApplicationKind.NATIONAL, status=status, applicant=None, province=None, district=None
    )
    assert rule_for(action, application, frozenset(CaseRole)).needs_reason


def test_a_stranger_and_the_coordinator_of_another_province_have_no_part_in_it(make, elsewhere, outsider):
    application = make()
    assert [roles_of(user, application) for user in (AnonymousUser(), outsider, elsewhere)] == [frozenset()] * 3


def test_whoever_acts_for_the_organization_decides_nothing_on_it(make, coordinator, registrar):
    application = make(applicant=coordinator)
    assert roles_of(coordinator, application) == {CaseRole.APPLICANT}
    application.applicant, application.organization = None, RepresentativeFactory(user=registrar).organization
    assert roles_of(registrar, application) == {CaseRole.APPLICANT}


def test_a_coordinator_whose_service_ended_yesterday_has_no_desk(make):
    yesterday = timezone.localdate() - timedelta(days=1)
    former = CoordinatorFactory(serves_from=yesterday, serves_until=yesterday).user
    assert not possible_actions(former, make())


def test_whoever_entered_a_paper_form_writes_it_until_it_is_taken_over(make, coordinator):
    application = make(status=S.DRAFT, filed_by=coordinator)
    assert CaseRole.FILER not in roles_of(coordinator, application)
    application.applicant = None
    assert CaseRole.FILER in roles_of(coordinator, application)


def test_so_do_their_centre_and_the_secretariat_and_nobody_else(make, coordinator, elsewhere, registrar, outsider):
    colleague = CoordinatorFactory(centre=coordinator.coordinations.get().centre).user
    application = make(status=S.DRAFT, applicant=None, filed_by=coordinator)
    keepers = [CaseRole.FILER in roles_of(user, application) for user in (colleague, registrar)]
    others = [CaseRole.FILER in roles_of(user, application) for user in (elsewhere, outsider, AnonymousUser())]
    assert (keepers, others) == ([True, True], [False, False, False])
    application.applicant = outsider
    assert not roles_of(colleague, application) & {CaseRole.FILER, CaseRole.APPLICANT}
