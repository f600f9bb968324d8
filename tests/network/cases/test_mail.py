"""Every step tells those who wait for it, in their own language, with a link and somebody to call."""

import re

import pytest

from network.actions import confirm_announced, decide
from network.actions.applications import answer_question, submit_application, withdraw_application
from network.actions.decisions import Decision
from network.actions.filing import file_paper, take_over
from network.enums import ApplicationKind, ApplicationStatus, CaseAction
from network.letters import KINDS
from network.mail.facts import FACTS
from network.models import MembershipApplication, MembershipSettings
from portal.enums import MailStatus
from portal.models import OutgoingMail
from tests.factories.membership import CoordinatorFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
A, S = CaseAction, ApplicationStatus
NATIONAL = ApplicationKind.NATIONAL


def take(application, action, by, message="", remark=""):
    return decide(application, action, by=by, decision=Decision(message, remark))


def send(application):
    return submit_application(application, by=application.applicant, accepted_by="ตัวอย่าง", notice=None)


def written() -> set[tuple[str, str]]:
    """What lies in the outbox: {(kind without its app, e-mail address)}."""
    return {(mail.kind.partition(".")[2], mail.email) for mail in OutgoingMail.objects.all()}


def letter(name: str) -> OutgoingMail:
    return OutgoingMail.objects.get(kind=f"network.{name}")


def test_sending_tells_the_applicant_and_the_centre_once(make, coordinator, elsewhere, registrar):
    application = make(status=S.DRAFT)
    send(application)
    send(application)
    mail = application.applicant.email
    assert written() == {("application_received", mail), ("desk_new", coordinator.email)}
    assert OutgoingMail.objects.count() == 2
    received = letter("application_received")
    assert f"/join/track/{application.token}/" in received.text
    assert application.reference in received.text
    assert f"ผู้ติดต่อสำหรับใบสมัครของ {application}" in received.text


def test_the_applicant_is_told_the_phone_of_the_centre(make, coordinator):
    application = make(status=S.DRAFT)
    centre = application.centre
    centre.phone = "032 000 000"
    centre.save()
    send(application)
    assert f"โปรดโทร {centre.name} หมายเลข 032 000 000" in letter("application_received").text


def test_a_vacant_centre_means_the_registrar_and_one_letter_to_the_applicant(make, registrar):
    application = make(status=S.DRAFT)
    send(application)
    assert written() == {
        ("application_received", application.applicant.email),
        ("registrar_waiting", registrar.email),
    }
    assert "สำนักงานเลขานุการ" in letter("application_received").text


def test_a_coordinator_of_the_organization_is_not_asked_to_decide(make, coordinator, second_coordinator):
    send(make(status=S.DRAFT, applicant=coordinator))
    assert written() == {("application_received", coordinator.email), ("desk_new", second_coordinator.email)}


@pytest.mark.parametrize(
    ("action", "name"),
    [
        (A.RECOMMEND, "with_the_registrar"),
        (A.ADVISE_AGAINST, "with_the_registrar"),
        (A.HAND_UP, "application_handed_up"),
    ],
)
def test_what_goes_up_is_told_to_applicant_and_registrar(make, coordinator, registrar, action, name):
    application = make(NATIONAL)
    take(application, action, coordinator, "ขอให้เตรียมเอกสาร", remark="เหตุผลภายใน")
    assert written() == {(name, application.applicant.email), ("registrar_waiting", registrar.email)}
    # What the centre remarks is for the registrar.
    assert "เหตุผลภายใน" not in letter(name).text


@pytest.mark.parametrize("kind", [NATIONAL, ApplicationKind.PROVINCIAL])
@pytest.mark.parametrize("words", ["ยินดีต้อนรับ ส่งตราองค์กรมาด้วย", ""])
def test_what_is_written_to_the_organization_reaches_it(make, coordinator, registrar, kind, words):
    """The form promises so at every step, also where no words are needed."""
    if kind == NATIONAL:
        application = take(make(NATIONAL), A.RECOMMEND, coordinator, words)
        told = [letter("with_the_registrar"), letter_of(take(application, A.APPROVE, registrar, words))]
    else:
        told = [letter_of(take(make(), A.APPROVE, coordinator, words))]
        take(make(), A.HAND_UP, coordinator, words)
        told.append(letter("application_handed_up"))
    assert [f"ข้อความถึงท่าน:\n\n> {words}\n" in mail.text for mail in told] == [bool(words)] * 2
    assert [">" in mail.text for mail in told] == [bool(words)] * 2


def letter_of(application) -> OutgoingMail:
    return OutgoingMail.objects.filter(email=application.applicant.email).order_by("pk").last()


def test_without_a_name_a_letter_speaks_of_an_organization(coordinator, person):
    take_over(file_paper(ApplicationKind.PROVINCIAL, by=coordinator).code, by=person)
    assert letter("taken_over").subject == "ใบสมัครของ องค์กรที่ยังไม่ได้ใส่ชื่อ มีผู้รับไปดูแลเองแล้ว"


def test_a_question_and_its_answer(make, coordinator, registrar):
    application = make()
    take(application, A.ASK, coordinator, "ขอเบอร์โทร")
    assert written() == {("question_asked", application.applicant.email)}
    assert "> ขอเบอร์โทร" in letter("question_asked").text
    answer_question(application, by=application.applicant, message="ส่งให้แล้ว")
    assert ("desk_answered", coordinator.email) in written()
    assert "> ส่งให้แล้ว" in letter("desk_answered").text


def test_an_answer_to_the_registrar_goes_to_the_registrar(make, coordinator, registrar):
    application = make(NATIONAL, S.RECOMMENDED)
    take(application, A.ASK, registrar, "ขอรายชื่อกรรมการ")
    answer_question(application, by=application.applicant)
    assert ("registrar_waiting", registrar.email) in written()
    assert "desk_answered" not in {name for name, _mail in written()}


def test_an_approval_says_what_comes_next(make, coordinator):
    application = take(make(), A.APPROVE, coordinator)
    assert written() == {("application_approved", application.applicant.email)}
    text = letter("application_approved").text
    assert f"/account/organizations/{application.organization_id}/" in text
    assert "เลขที่สมาชิก: 1" in text
    # A registration without an end says nothing of one.
    assert "ถึงวันที่" not in text


def test_a_refusal_says_why(make, coordinator):
    application = take(make(), A.DECLINE, coordinator, "ไม่ใช่องค์กรในจังหวัด")
    assert written() == {("application_declined", application.applicant.email)}
    assert "> ไม่ใช่องค์กรในจังหวัด" in letter("application_declined").text


def test_what_the_registrar_decides_the_centre_hears(make, coordinator, registrar):
    application = take(make(NATIONAL, S.RECOMMENDED), A.DECLINE, registrar, "เอกสารไม่ครบ")
    assert written() == {("application_declined", application.applicant.email), ("desk_decided", coordinator.email)}


def test_an_announcement_names_the_last_day_and_is_carried_out_later(make, coordinator, registrar):
    MembershipSettings.objects.update_or_create(pk=MembershipSettings.load().pk, defaults={"objection_days": 7})
    application = take(make(NATIONAL, S.RECOMMENDED), A.APPROVE, registrar)
    assert {name for name, _mail in written()} == {"application_announced", "desk_decided"}
    assert str(application.objections_until.year + 543) in letter("application_announced").text
    application.objections_until = application.objections_until.replace(year=2020)
    application.save()
    confirm_announced(application)
    confirm_announced(application)
    assert letter("application_approved").email == application.applicant.email


@pytest.mark.parametrize(
    ("status", "fields", "name"),
    [
        (S.SUBMITTED, {}, "desk_withdrawn"),
        (S.RETURNED, {"asked_in": S.SUBMITTED}, "desk_withdrawn"),
        (S.RETURNED, {"asked_in": S.RECOMMENDED}, "registrar_withdrawn"),
        (S.RECOMMENDED, {}, "registrar_withdrawn"),
    ],
)
def test_a_withdrawal_tells_whoever_had_it(make, coordinator, registrar, status, fields, name):
    application = make(NATIONAL, status, **fields)
    application.timeline.create(action=A.SUBMIT, role="applicant", status=status)
    withdraw_application(application, by=application.applicant, message="เปลี่ยนใจ")
    reader = coordinator if name == "desk_withdrawn" else registrar
    assert written() == {("application_withdrawn", application.applicant.email), (name, reader.email)}
    assert "> เปลี่ยนใจ" in letter(name).text


def test_a_correction_is_told(make, coordinator, registrar):
    application = take(make(status=S.APPROVED), A.CORRECT, registrar, "สะกดชื่อใหม่")
    assert written() == {("correction_added", application.applicant.email)}


def test_a_paper_form_writes_to_its_own_address_in_its_language(make, coordinator):
    paper = make(applicant=None, filed_by=coordinator, email="paper@example.org", language="en")
    take(paper, A.DECLINE, coordinator, "Not in this province")
    mail = letter("application_declined")
    assert (mail.email, mail.language, mail.name) == ("paper@example.org", "en", paper.leader_name)
    assert paper.name_en in mail.subject


def test_without_any_address_somebody_can_call(make, coordinator):
    nobody = UserFactory(email=None, phone="")
    take(make(applicant=nobody), A.ASK, coordinator, "ขอเบอร์โทร")
    mail = letter("question_asked")
    assert (mail.status, mail.phone) == (MailStatus.NO_ADDRESS, "+66812345678")


def test_the_address_in_the_application_serves_who_has_none(make, coordinator):
    take(make(applicant=UserFactory(email=None), email="group@example.org"), A.ASK, coordinator, "ขอเบอร์โทร")
    assert letter("question_asked").email == "group@example.org"


def test_the_primary_contacts_of_the_organization_are_told_too(make, coordinator, registrar, organization):
    contact = RepresentativeFactory(organization=organization).user
    application = make(NATIONAL, S.RECOMMENDED, organization=organization)
    take(application, A.ASK, registrar, "ขอรายชื่อกรรมการ")
    told = {mail for name, mail in written() if name == "question_asked"}
    assert {contact.email, application.applicant.email} <= told


def test_whoever_left_is_not_written_to(make, coordinator):
    application = make(email="")
    application.applicant.is_active = False
    application.applicant.save()
    take(application, A.DECLINE, coordinator, "เหตุผล")
    assert letter("application_declined").status == MailStatus.NO_ADDRESS


def test_whoever_entered_the_paper_form_hears_who_took_it_over(coordinator, person):
    paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    take_over(paper.code, by=person)
    assert written() == {("taken_over", coordinator.email)}
    assert str(person) in letter("taken_over").text


def test_every_variable_of_a_case_is_known():
    cases = [kind for kind in KINDS if "reference" in kind.variables]
    assert len(cases) >= 18
    assert not {name for kind in cases for name in kind.variables} - set(FACTS)


def test_the_council_sees_a_mail_of_each_kind_in_both_languages():
    for kind in KINDS:
        for language in ("th", "en"):
            words = kind.first_words(language)
            named = set(re.findall(r"\{(\w+)\}", words.subject + words.body))
            assert named <= set(kind.known), kind.code
            assert set(kind.links) <= named, kind.code


def test_every_coordinator_gets_their_own(make):
    people = CoordinatorFactory.create_batch(3)
    send(make(status=S.DRAFT))
    assert {mail for name, mail in written() if name == "desk_new"} == {row.user.email for row in people}
    assert MembershipApplication.objects.count() == 1
