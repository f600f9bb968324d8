"""What the centre and the registrar decide, and what an approval brings about."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.actions import confirm_announced, decide
from network.actions.decisions import Decision
from network.actions.terms.beginning import term_end
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, EntryStatus, RepresentativeRole
from network.exceptions import AlreadyAMember, CaseMoved, NotYourCase, ReasonMissing, Recused
from network.models import Membership, MembershipApplication, MembershipSettings, Organization
from network.signals import membership_approved
from tests.factories.network import OrganizationFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL


def take(application, action, by, message="", **decision):
    return decide(application, action, by=by, decision=Decision(message, **decision))


def test_the_centre_approves_a_provincial_registration(make, coordinator):
    application = take(make(), A.APPROVE, coordinator)
    organization = application.organization
    assert application.status == S.APPROVED
    assert (organization.live, organization.entry.status) == (True, EntryStatus.LISTED)
    assert Organization.objects.listed().get() == organization
    assert organization.representatives.get().user == application.applicant
    assert organization.representatives.get().role == RepresentativeRole.PRIMARY
    membership = Membership.objects.get()
    assert (membership.number, membership.ends_on, membership.application) == (1, None, application)


def test_the_register_has_what_the_application_said(make, coordinator):
    organization = take(make(), A.APPROVE, coordinator).organization
    assert organization.leader_name == "ตัวอย่าง หัวหน้าทีม"
    assert organization.address == "อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี"
    assert organization.address_en == "Mueang Phetchaburi District, Phetchaburi"
    assert (organization.entry.district, organization.entry.province_id) == ("เมืองเพชรบุรี", "TH-76")
    assert organization.latest_revision == organization.live_revision


def test_centre_and_registrar_admit_a_national_member_together(make, coordinator, registrar):
    application = take(make(NATIONAL), A.RECOMMEND, coordinator, remark="รู้จักดี")
    assert application.status == S.RECOMMENDED
    take(application, A.APPROVE, registrar, meeting="ครั้งที่ 3/2569")
    application.refresh_from_db()
    assert (application.status, application.meeting) == (S.APPROVED, "ครั้งที่ 3/2569")
    # Its 24 months are counted from the day on which the fee is accepted.
    assert application.membership.ends_on is None
    assert list(application.organization.issues.all()) == list(application.issues.all())
    assert [entry.get_role_display() for entry in application.timeline.all()]


def test_numbers_run_on_within_a_tier(make, coordinator):
    numbers = [take(make(), A.APPROVE, coordinator).membership.number for _ in range(3)]
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize("action", [A.ASK, A.ADVISE_AGAINST])
def test_the_centre_says_why(make, coordinator, action):
    application = make(NATIONAL)
    with pytest.raises(ReasonMissing):
        take(application, action, coordinator, "  ")
    assert take(application, action, coordinator, "ขอรายละเอียดกิจกรรม").timeline.get().message


def test_against_the_centres_advice_only_with_a_reason(make, registrar):
    application = make(NATIONAL, S.NOT_RECOMMENDED)
    with pytest.raises(ReasonMissing):
        take(application, A.APPROVE, registrar)
    assert not Membership.objects.exists()
    assert take(application, A.APPROVE, registrar, "ที่ประชุมเห็นชอบ").status == S.APPROVED


def test_the_same_step_again_does_nothing(make, coordinator):
    application = make()
    take(application, A.APPROVE, coordinator)
    take(application, A.APPROVE, coordinator)
    assert (Membership.objects.count(), application.timeline.count()) == (1, 1)


def test_the_second_of_two_people_is_told(make, coordinator, second_coordinator):
    application = make()
    take(application, A.DECLINE, coordinator, "ไม่ใช่องค์กรในจังหวัด")
    with pytest.raises(CaseMoved):
        take(application, A.APPROVE, second_coordinator)
    assert not Membership.objects.exists()


def test_a_page_that_was_read_before_an_answer_came_decides_nothing(make, coordinator, second_coordinator):
    application = make()
    take(application, A.ASK, coordinator, "ขอเบอร์โทร")
    seen = application.timeline.last().pk
    MembershipApplication.objects.filter(pk=application.pk).update(status=S.SUBMITTED)
    application.timeline.create(action=A.ANSWER, role="applicant", by=application.applicant, status=S.SUBMITTED)
    with pytest.raises(CaseMoved):
        take(application, A.APPROVE, second_coordinator, seen=seen)


def test_nobody_decides_on_an_organization_they_act_for(make, coordinator, registrar):
    with pytest.raises(Recused):
        take(make(applicant=coordinator), A.APPROVE, coordinator)
    organization = RepresentativeFactory(user=registrar).organization
    with pytest.raises(Recused):
        take(make(NATIONAL, S.RECOMMENDED, organization=organization), A.APPROVE, registrar)


def test_other_provinces_have_no_part_in_it(make, elsewhere, outsider):
    for person in (elsewhere, outsider):
        with pytest.raises(NotYourCase):
            take(make(), A.APPROVE, person)


def test_what_was_handed_up_is_decided_above(make, coordinator, registrar):
    application = take(make(), A.HAND_UP, coordinator)
    with pytest.raises(CaseMoved):
        take(application, A.APPROVE, coordinator)
    assert take(application, A.APPROVE, registrar).status == S.APPROVED


def test_a_decided_case_takes_corrections_only(make, coordinator, registrar):
    application = take(make(), A.APPROVE, coordinator)
    for text in ("ชื่อหัวหน้าทีมสะกดผิด", "ชื่อหัวหน้าทีมสะกดผิด"):
        take(application, A.CORRECT, registrar, text)
    assert [entry.action for entry in application.timeline.all()] == [A.APPROVE, A.CORRECT, A.CORRECT]
    with pytest.raises(CaseMoved):
        take(application, A.DECLINE, registrar, "เปลี่ยนใจ")


def test_an_announced_approval_waits_for_objections(make, registrar):
    MembershipSettings.objects.update_or_create(pk=MembershipSettings.load().pk, defaults={"objection_days": 7})
    application = take(make(NATIONAL, S.RECOMMENDED), A.APPROVE, registrar)
    assert application.status == S.ANNOUNCED
    assert application.objections_until == timezone.localdate() + timedelta(days=7)
    with pytest.raises(CaseMoved):
        confirm_announced(application)
    application.objections_until = timezone.localdate() - timedelta(days=1)
    application.save()
    assert confirm_announced(application).status == S.APPROVED
    assert confirm_announced(application).membership.number == 1


def test_an_upheld_objection_declines_it(make, registrar):
    application = make(NATIONAL, S.ANNOUNCED, objections_until=timezone.localdate())
    assert take(application, A.DECLINE, registrar, "มีผู้คัดค้านโดยมีหลักฐาน").status == S.DECLINED
    assert application.decided_at is None
    application.refresh_from_db()
    assert application.decided_at


def test_an_organization_of_the_register_only_gains_the_membership(make, registrar):
    organization = OrganizationFactory(name="ตัวอย่าง สมาคมเดิม")
    application = make(NATIONAL, S.RECOMMENDED, organization=organization)
    take(application, A.APPROVE, registrar)
    assert Organization.objects.get() == organization
    assert organization.memberships.get().tier.kind == NATIONAL
    again = make(NATIONAL, S.RECOMMENDED, organization=organization)
    with pytest.raises(AlreadyAMember):
        take(again, A.APPROVE, registrar)
    again.refresh_from_db()
    assert again.status == S.RECOMMENDED


def test_the_apps_on_the_right_are_told_once_it_is_done(make, coordinator, django_capture_on_commit_callbacks):
    heard = []

    def listen(sender, membership, application, **kwargs):
        heard.append((membership.application, application))

    membership_approved.connect(listen)
    application = make()
    with django_capture_on_commit_callbacks(execute=True):
        take(application, A.APPROVE, coordinator)
    assert heard == [(application, application)]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 11, 24), 24, date(2028, 11, 23)),
        (date(2026, 1, 31), 1, date(2026, 2, 27)),
        (date(2024, 2, 29), 12, date(2025, 2, 27)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
        (date(2026, 12, 1), None, None),
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(start, months, end):
    assert term_end(start, months) == end
