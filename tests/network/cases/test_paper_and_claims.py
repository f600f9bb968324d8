"""Paper forms with their codes, and claims on organizations of the register."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.actions import (
    accept_claim,
    decide,
    file_paper,
    make_claim,
    refuse_claim,
    take_over,
    withdraw_claim,
)
from network.actions.decisions import Decision
from network.codes import ALPHABET, shown_code, typed_code
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, ClaimStatus, RepresentativeRole
from network.exceptions import AlreadyRepresents, CaseMoved, CodeUnknown, NotYourCase, ReasonMissing, Recused
from network.models import Claim, Representative
from tests.factories.membership import ApplicationFactory
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def filed(coordinator, **fields):
    """A paper form with its answers, as its coordinator has entered it."""
    paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    answers = ApplicationFactory.build(applicant=None, province=None, district=None)
    for name in ("name", "leader_name", "current_work", "phone"):
        setattr(paper, name, getattr(answers, name))
    for name, value in fields.items():
        setattr(paper, name, value)
    paper.save()
    return paper


@pytest.fixture
def province(organization):
    return organization.entry.province


def test_a_paper_form_has_a_code_that_can_be_read_aloud(coordinator):
    paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    assert len(paper.code) == 8
    assert set(paper.code) <= set(ALPHABET)
    assert paper.code_until == timezone.localdate() + timedelta(days=180)
    assert (paper.applicant, paper.filed_by) == (None, coordinator)


def test_only_a_centre_or_the_secretariat_enters_paper_forms(outsider, registrar):
    assert file_paper(ApplicationKind.NATIONAL, by=registrar)
    with pytest.raises(NotYourCase):
        file_paper(ApplicationKind.PROVINCIAL, by=outsider)


def test_the_organization_takes_it_over_once(coordinator, outsider):
    paper = filed(coordinator)
    code = f" {shown_code(paper.code).lower()} "
    person = UserFactory()
    assert take_over(code, by=person).applicant == person
    with pytest.raises(CodeUnknown):
        take_over(code, by=outsider)


def test_a_code_ends_after_its_days(coordinator):
    paper = filed(coordinator, code_until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(CodeUnknown):
        take_over(paper.code, by=UserFactory())


def test_whoever_takes_over_after_the_approval_represents_the_organization(coordinator, province):
    paper = filed(coordinator, status=S.SUBMITTED, province=province)
    decide(paper, CaseAction.APPROVE, by=coordinator, decision=Decision())
    assert not Representative.objects.exists()
    person = UserFactory()
    take_over(paper.code, by=person)
    assert Representative.objects.get().user == person


@pytest.mark.parametrize("typed", ["", "AB", "๘๘๘๘๘๘๘๘", "x" * 10_000, "' OR 1=1 --"])
def test_no_other_text_is_a_code(coordinator, typed):
    filed(coordinator)
    with pytest.raises(CodeUnknown):
        take_over(typed, by=UserFactory())


def test_thai_digits_serve_as_well():
    assert typed_code("ab๒๓-efgh") == "AB23EFGH"


def test_a_claim_waits_for_the_centre(organization, coordinator, outsider):
    claim = make_claim(organization, by=outsider, position="เลขานุการ", message="โทรถามประธานได้")
    assert (claim.status, claim.handed_up_at) == (ClaimStatus.OPEN, None)
    assert make_claim(organization, by=outsider, position="เลขานุการ") == claim
    assert list(Claim.objects.visible_to(coordinator)) == [claim]


def test_a_claim_without_a_centre_goes_to_the_secretariat(organization, outsider, registrar):
    claim = make_claim(organization, by=outsider, position="เลขานุการ")
    assert claim.handed_up_at
    assert list(Claim.objects.visible_to(registrar)) == [claim]


def test_its_own_people_and_unlisted_organizations_are_not_claimed(organization, rep, outsider):
    with pytest.raises(AlreadyRepresents):
        make_claim(organization, by=rep, position="ประธาน")
    with pytest.raises(NotYourCase):
        make_claim(OrganizationFactory(entry__status="pending"), by=outsider, position="ประธาน")


def test_an_accepted_claim_makes_the_primary_contact_where_there_is_none(organization, coordinator):
    person = UserFactory()
    claim = make_claim(organization, by=person, position="ประธาน")
    accept_claim(claim, by=coordinator)
    accept_claim(claim, by=coordinator)
    assert Representative.objects.get(user=person).role == RepresentativeRole.PRIMARY


def test_beside_a_primary_contact_the_claimant_keeps_the_profile(organization, rep, coordinator):
    claim = make_claim(organization, by=UserFactory(), position="กรรมการ")
    accept_claim(claim, by=coordinator)
    assert Representative.objects.get(user=claim.claimant).role == RepresentativeRole.EDITOR


def test_a_refusal_says_why_and_is_final(organization, coordinator, second_coordinator, outsider):
    claim = make_claim(organization, by=outsider, position="เพื่อน")
    with pytest.raises(ReasonMissing):
        refuse_claim(claim, by=coordinator, reason=" ")
    assert refuse_claim(claim, by=coordinator, reason="ประธานไม่รู้จัก").status == ClaimStatus.REFUSED
    with pytest.raises(CaseMoved):
        accept_claim(claim, by=second_coordinator)


def test_nobody_decides_their_own_claim_or_one_of_another_province(organization, coordinator, elsewhere, rep):
    own = make_claim(organization, by=coordinator, position="กรรมการ")
    with pytest.raises(Recused):
        accept_claim(own, by=coordinator)
    for person in (elsewhere, rep):
        with pytest.raises(NotYourCase):
            accept_claim(own, by=person)


def test_a_claim_is_taken_back_by_its_claimant(organization, coordinator, outsider):
    claim = make_claim(organization, by=outsider, position="กรรมการ")
    with pytest.raises(NotYourCase):
        withdraw_claim(claim, by=coordinator)
    assert withdraw_claim(claim, by=outsider).status == ClaimStatus.WITHDRAWN
    assert withdraw_claim(claim, by=outsider).status == ClaimStatus.WITHDRAWN
    with pytest.raises(CaseMoved):
        accept_claim(claim, by=coordinator)
