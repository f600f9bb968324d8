"""Who hears of a claim, of its answer, and of a new representative."""

import pytest

from network.actions import decide
from network.actions.claims import accept_claim, make_claim, refuse_claim, withdraw_claim
from network.actions.decisions import Decision
from network.actions.filing import take_over
from network.enums import CaseAction, RepresentativeRole
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def written() -> set[tuple[str, str]]:
    return {(mail.kind.partition(".")[2], mail.email) for mail in OutgoingMail.objects.all()}


def letter(name: str) -> OutgoingMail:
    return OutgoingMail.objects.get(kind=f"network.{name}")


def claimed(organization, person):
    return make_claim(organization, by=person, position="เลขานุการ", phone="+66812345678", message="ถามประธานได้")


def test_centre_and_primary_contact_hear_of_a_claim_once(organization, coordinator, elsewhere, registrar, person):
    contact = RepresentativeFactory(organization=organization).user
    keeper = RepresentativeFactory(organization=organization, role=RepresentativeRole.EDITOR).user
    claimed(organization, person)
    claimed(organization, person)
    assert ("claim_made", keeper.email) not in written()
    assert {name for name, _mail in written()} == {"desk_claim", "claim_made"}
    assert ("claim_made", contact.email) in written()
    text = letter("desk_claim").text
    assert [words for words in (str(person), "เลขานุการ", "081 234 5678", "> ถามประธานได้") if words not in text] == []


def test_where_nobody_may_decide_the_registrar_is_asked(organization, coordinator, registrar):
    claimed(organization, coordinator)
    assert ("registrar_claim", registrar.email) in written()
    assert "desk_claim" not in {name for name, _mail in written()}


@pytest.mark.parametrize(("language", "words"), [("th", "ผู้ประสานงานหลัก"), ("en", "Primary contact")])
def test_an_accepted_claim_says_what_one_may_do_now(organization, coordinator, language, words):
    organization.representatives.all().delete()
    claimant = UserFactory(language=language)
    claim = claimed(organization, claimant)
    accept_claim(claim, by=coordinator)
    accept_claim(claim, by=coordinator)
    mail = letter("claim_accepted")
    assert mail.email == claimant.email
    assert words in mail.text
    assert f"/account/organizations/{organization.pk}/" in mail.text
    assert "representative_joined" not in {name for name, _mail in written()}


def test_the_primary_contact_hears_who_joined(organization, coordinator, person):
    contact = RepresentativeFactory(organization=organization).user
    accept_claim(claimed(organization, person), by=coordinator)
    joined = OutgoingMail.objects.get(kind="network.representative_joined", person=contact)
    assert str(person) in joined.text


def test_a_refusal_says_why_and_whom_to_call(organization, coordinator, person):
    centre = organization.entry.province.centres.first()
    centre.phone = "032 000 000"
    centre.save()
    refuse_claim(claimed(organization, person), by=coordinator, reason="ประธานไม่รู้จัก")
    mail = letter("claim_refused")
    assert mail.email == person.email
    assert "> ประธานไม่รู้จัก" in mail.text
    assert f"{centre.name} หมายเลข 032 000 000" in mail.text


def test_taking_ones_claim_back_troubles_nobody(organization, coordinator, person):
    claim = claimed(organization, person)
    before = written()
    withdraw_claim(claim, by=person)
    assert written() == before


def test_whoever_takes_an_approved_paper_form_over_joins_the_others(make, coordinator, person):
    paper = make(applicant=None, filed_by=coordinator, code="ABCDEFGH", code_until="2999-01-01")
    decide(paper, CaseAction.APPROVE, by=coordinator, decision=Decision())
    paper.refresh_from_db()
    first = RepresentativeFactory(organization=paper.organization).user
    take_over("abcd-efgh", by=person)
    assert {("representative_joined", first.email), ("taken_over", coordinator.email)} <= written()
