"""Who finds which application: lists fail closed."""

import pytest
from django.contrib.auth.models import AnonymousUser

from network.enums import ApplicationStatus
from network.models import MembershipApplication
from network.permissions import visible_contacts
from tests.factories.network import OrganizationFactory, ProvinceFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def seen_by(user):
    return set(MembershipApplication.objects.visible_to(user))


def test_applicants_see_their_own_and_the_desk_its_province(make, coordinator, elsewhere, registrar, outsider):
    draft, sent = make(status=S.DRAFT), make()
    assert seen_by(draft.applicant) == {draft}
    assert seen_by(coordinator) == {sent}
    assert seen_by(registrar) == {sent}
    assert seen_by(elsewhere) == seen_by(outsider) == seen_by(AnonymousUser()) == set()


def test_a_centre_without_provinces_has_an_empty_desk(make, coordinator):
    make()
    coordinator.coordinations.get().centre.provinces.clear()
    assert not seen_by(coordinator)


def test_a_paper_form_is_seen_by_whoever_entered_it_until_it_is_taken_over(make, coordinator, outsider):
    paper = make(status=S.DRAFT, applicant=None, filed_by=coordinator)
    assert seen_by(coordinator) == {paper}
    paper.applicant = outsider
    paper.save()
    assert seen_by(coordinator) == set()
    assert seen_by(outsider) == {paper}


def test_the_desk_tells_what_waits_for_whom(make, registrar):
    new, up = make(), make(handed_up_at="2026-11-01T00:00:00Z")
    asked, advised, done = make(status=S.RETURNED), make(status=S.RECOMMENDED), make(status=S.DECLINED)
    rows = MembershipApplication.objects
    assert set(rows.new()) == {new}
    assert set(rows.waiting_for_an_answer()) == {asked}
    assert set(rows.for_the_registrar()) == {up, advised}
    assert set(rows.decided()) == {done}


def test_the_centre_of_the_province_reads_its_phone_numbers(coordinator, elsewhere):
    nan = ProvinceFactory(code="TH-55")
    here = OrganizationFactory(phone="+6632400000", phone_visibility="province")
    there = OrganizationFactory(phone="+6654000000", phone_visibility="province", entry__province=nan)
    assert ["phone" in visible_contacts(coordinator, row) for row in (here, there)] == [True, False]
    assert ["phone" in visible_contacts(elsewhere, row) for row in (here, there)] == [False, True]
