"""The page of one application on the desk."""

from datetime import date

import pytest
from django.utils import timezone

from network.actions import Decision, decide
from network.enums import ApplicationKind, ApplicationStatus, CaseAction
from tests.factories.membership import SubdistrictFactory
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

A, S = CaseAction, ApplicationStatus
QUERIES = 15


def page_of(case, language="th"):
    return f"{'/en' if language == 'en' else ''}/desk/applications/{case.token}/"


@pytest.fixture
def desk(coordinator, signed_in):
    return signed_in(coordinator)


def test_every_answer_is_there_with_its_question(desk, make):
    case = make(
        ApplicationKind.NATIONAL,
        subdistrict=SubdistrictFactory(),
        village_number="4",
        address_line="89",
        postal_code="76000",
        registered_on=date(2018, 8, 15),
    )
    shown = desk.get(page_of(case)).text
    for words in (
        "89 หมู่ที่ 4 ตำบลโพไร่หวาน อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี 76000",
        "15 สิงหาคม 2561",
        "พ.ศ. 2553",
        "081 234 5678",
        "ผู้สูงอายุ",
        "กิจกรรมตัวอย่างอีกครั้ง",
        str(case.issues.get()),
        case.get_legal_form_display(),
        case.reference,
    ):
        assert words in shown


def test_in_english_it_reads_english(desk, make):
    case = make(ApplicationKind.NATIONAL, registered_on=date(2018, 8, 15))
    shown = desk.get(page_of(case, "en")).text
    assert "15 August 2018" in shown
    assert "Mueang Phetchaburi District" in shown


def test_leader_and_applicant_are_one_tap_away(desk, make):
    case = make(applicant=UserFactory(phone="+66899998888"))
    shown = desk.get(page_of(case)).text
    assert 'href="tel:+66812345678"' in shown
    assert 'href="tel:+66899998888"' in shown


def test_the_timeline_says_who_when_and_why(desk, make, coordinator):
    case = make()
    decide(case, A.ASK, by=coordinator, decision=Decision(message="ขอชื่อตำบล", remark="รู้จักกันดี"))
    shown = desk.get(page_of(case)).text
    for words in (str(A.ASK.label), str(coordinator), "ขอชื่อตำบล", "รู้จักกันดี"):
        assert words in shown


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ApplicationKind.NATIONAL, ["recommend", "ask", "advise_against", "hand_up"]),
        (ApplicationKind.PROVINCIAL, ["approve", "ask", "decline", "hand_up"]),
    ],
)
def test_only_what_the_table_allows_is_offered(desk, make, kind, expected):
    steps = desk.get(page_of(make(kind))).context["steps"]
    assert [step["action"] for step in steps] == expected


@pytest.mark.parametrize("fields", [{"status": S.RETURNED}, {"status": S.APPROVED}, {"handed_up_at": timezone.now()}])
def test_nothing_is_offered_where_nothing_is_possible(desk, make, fields):
    assert desk.get(page_of(make(**fields))).context["steps"] == []


def test_who_acts_for_the_organization_reads_why_nothing_can_be_done(desk, make, coordinator):
    organization = OrganizationFactory()
    RepresentativeFactory(user=coordinator, organization=organization)
    shown = desk.get(page_of(make(organization=organization)))
    assert "ท่านเป็นตัวแทนขององค์กรนี้" in shown.text
    assert shown.context["steps"] == []


def test_what_has_gone_up_leaves_the_recused_nothing_to_wait_for_at_the_centre(desk, make, coordinator):
    shown = desk.get(page_of(make(applicant=coordinator, handed_up_at=timezone.now()))).text
    assert "ตอนนี้เรื่องอยู่ที่สำนักงานเลขานุการ" in shown
    assert "เพื่อนร่วมงานในศูนย์" not in shown


def test_a_closed_case_warns_nobody_and_ones_own_organization_needs_no_message(desk, make, coordinator):
    shown = desk.get(page_of(make(applicant=coordinator, status=S.APPROVED))).text
    assert "ท่านเป็นตัวแทนขององค์กรนี้" not in shown
    assert 'id="message"' not in shown


def test_the_colleague_still_can(signed_in, second_coordinator, make, coordinator):
    case = make(applicant=coordinator)
    assert signed_in(second_coordinator).get(page_of(case)).context["steps"]


@pytest.mark.parametrize("who", ["elsewhere", "registrar", "applicant", "outsider"])
def test_nobody_else_finds_it(signed_in, coordinator, strangers, make, who):
    case = make(applicant=strangers["applicant"])
    assert signed_in(strangers[who]).get(page_of(case)).status_code == 404


def test_who_is_not_signed_in_is_asked_to(signed_in, make):
    assert signed_in(None).get(page_of(make())).status_code == 302


def test_a_draft_is_on_nobodys_desk(desk, make):
    assert desk.get(page_of(make(status=S.DRAFT))).status_code == 404


def test_it_is_only_read(desk, make):
    assert desk.post(page_of(make())).status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_thirty_entries_ask_as_often_as_one(desk, make, count, django_assert_num_queries):
    case = make(ApplicationKind.NATIONAL)
    for _n in range(count):
        case.timeline.create(action=A.REMIND, role="clock", by=UserFactory(), status=case.status)
        case.documents.create(kind="other", name="x", added_by=case.applicant)
    desk.get(page_of(case))
    with django_assert_num_queries(QUERIES):
        desk.get(page_of(case))


class TestWordsForTheOrganization:
    def words(self, desk, case):
        return desk.get(page_of(case)).context["message"]

    def test_they_say_where_it_stands_and_whom_to_call(self, desk, make, settings):
        case = make()
        centre = case.centre
        centre.phone = "+6632400111"
        centre.save()
        words = self.words(desk, case)
        assert case.name in words
        assert "เราได้รับใบสมัครของท่านแล้ว" in words
        assert f"{settings.BASE_URL}/join/track/{case.token}/" in words
        assert "032 400 111" in words

    def test_they_repeat_the_question_but_never_the_remark(self, desk, make, coordinator):
        case = make()
        decide(case, A.ASK, by=coordinator, decision=Decision(message="ขอชื่อตำบล", remark="ลับ"))
        words = self.words(desk, case)
        assert "ขอชื่อตำบล" in words
        assert "ลับ" not in words

    def test_they_speak_the_language_of_the_application(self, desk, make):
        words = self.words(desk, make(language="en"))
        assert "We have received your application" in words
        assert "/en/join/track/" in words

    @pytest.mark.parametrize("status", [s for s in S if s != S.DRAFT])
    def test_every_status_has_words(self, desk, make, status):
        words = self.words(desk, make(ApplicationKind.NATIONAL, status, objections_until=date(2026, 1, 6)))
        assert len(words.splitlines()) >= 5
        assert "None" not in words

    def test_an_organizations_name_is_not_escaped(self, desk, make):
        assert 'กลุ่ม "รักษ์" & เพื่อน' in self.words(desk, make(name='กลุ่ม "รักษ์" & เพื่อน'))
