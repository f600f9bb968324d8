"""Begin, write, send, answer, withdraw, throw away."""

import pytest

from network.actions import (
    answer_question,
    begin_application,
    decide,
    discard_draft,
    save_answers,
    submit_application,
    withdraw_application,
)
from network.actions.decisions import Decision
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, DocumentKind, LegalForm
from network.exceptions import AlreadyAMember, AnswersMissing, CaseMoved, NotYourCase
from network.models import MembershipApplication, PrivacyNotice
from network.models.answers import missing_answers
from tests.factories.membership import ApplicationDocumentFactory, DistrictFactory
from tests.factories.network import ProvinceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def send(application, by=None):
    notice = PrivacyNotice.objects.current()
    return submit_application(application, by=by or application.applicant, accepted_by="ตัวอย่าง ผู้ยอมรับ", notice=notice)


def actions_of(application):
    return list(application.timeline.values_list("action", flat=True))


def test_a_draft_begins_empty_and_in_the_language_of_its_writer(workflow):
    person = UserFactory(language="en")
    application = begin_application(ApplicationKind.PROVINCIAL, by=person)
    assert (application.status, application.applicant, application.language) == (S.DRAFT, person, "en")
    assert missing_answers(application) == ["name", "province", "district", "leader_name", "current_work", "phone"]


def test_an_organization_of_the_register_brings_its_answers_along(organization, rep):
    application = begin_application(ApplicationKind.NATIONAL, by=rep, organization=organization)
    assert application.name == organization.name
    assert application.province == organization.entry.province


def test_it_has_only_one_application_of_a_kind_on_its_way(organization, rep, colleague):
    begin_application(ApplicationKind.NATIONAL, by=rep, organization=organization)
    with pytest.raises(AlreadyAMember):
        begin_application(ApplicationKind.NATIONAL, by=colleague, organization=organization)


def test_only_its_people_begin_one_for_an_organization(organization, outsider):
    with pytest.raises(NotYourCase):
        begin_application(ApplicationKind.NATIONAL, by=outsider, organization=organization)


def test_answers_are_kept_one_at_a_time(make):
    application = begin_application(ApplicationKind.PROVINCIAL, by=UserFactory())
    by = application.applicant
    save_answers(application, by=by, answers={"name": "ตัวอย่าง กลุ่มใหม่"})
    save_answers(application, by=by, answers={"province": ProvinceFactory(), "district": DistrictFactory()})
    application.refresh_from_db()
    assert missing_answers(application) == ["leader_name", "current_work", "phone"]


def test_no_other_column_is_written_as_an_answer(make):
    application = make(status=S.DRAFT)
    with pytest.raises(ValueError, match="status"):
        save_answers(application, by=application.applicant, answers={"status": S.APPROVED})


def test_a_stranger_writes_nothing(make, outsider):
    with pytest.raises(NotYourCase):
        save_answers(make(status=S.DRAFT), by=outsider, answers={"name": "x"})


def test_what_was_sent_is_written_no_more(make):
    application = make()
    with pytest.raises(CaseMoved):
        save_answers(application, by=application.applicant, answers={"name": "x"})


def test_sending_gives_it_to_the_centre_and_keeps_who_accepted_which_notice(make, coordinator):
    application = send(make(status=S.DRAFT))
    assert (application.status, application.handed_up_at) == (S.SUBMITTED, None)
    assert (application.accepted_by, application.notice) == ("ตัวอย่าง ผู้ยอมรับ", PrivacyNotice.objects.get())
    assert actions_of(application) == ["submit"]


def test_sending_twice_sends_once(make, coordinator):
    application = make(status=S.DRAFT)
    send(application)
    send(application)
    assert actions_of(application) == ["submit"]


def test_without_a_coordinator_the_secretariat_has_it_at_once(make):
    application = send(make(status=S.DRAFT))
    assert application.is_handed_up
    assert actions_of(application) == ["submit", "hand_up"]


def test_a_centre_whose_only_coordinator_applies_has_nobody(make, coordinator):
    application = make(status=S.DRAFT, applicant=coordinator)
    assert send(application).is_handed_up


def test_an_unfinished_one_is_not_sent_and_says_what_is_missing(make):
    application = make(status=S.DRAFT, phone="")
    with pytest.raises(AnswersMissing) as refused:
        send(application)
    assert refused.value.questions == ["phone"]
    application.refresh_from_db()
    assert application.status == S.DRAFT


@pytest.mark.parametrize(
    ("form", "kind", "enough"),
    [
        (LegalForm.FOUNDATION, DocumentKind.REGISTRATION, True),
        (LegalForm.FOUNDATION, DocumentKind.EXISTENCE, False),
        (LegalForm.CLUB_GROUP, DocumentKind.EXISTENCE, True),
        (LegalForm.CLUB_GROUP, DocumentKind.REGISTRATION, True),
        (LegalForm.CLUB_GROUP, DocumentKind.OTHER, False),
    ],
)
def test_each_legal_form_has_its_document(make, form, kind, enough):
    application = make(ApplicationKind.NATIONAL, S.DRAFT, legal_form=form)
    application.documents.all().delete()
    ApplicationDocumentFactory(application=application, kind=kind)
    assert missing_answers(application) == ([] if enough else ["documents"])


def test_an_answered_question_goes_back_to_whoever_asked(make, coordinator, registrar):
    of_centre = make()
    decide(of_centre, CaseAction.ASK, by=coordinator, decision=Decision("ขอเบอร์โทรเพิ่ม"))
    assert answer_question(of_centre, by=of_centre.applicant, message="เพิ่มแล้ว").status == S.SUBMITTED
    of_registrar = make(ApplicationKind.NATIONAL, S.RECOMMENDED)
    decide(of_registrar, CaseAction.ASK, by=registrar, decision=Decision("ขอเอกสารเพิ่ม"))
    assert answer_question(of_registrar, by=of_registrar.applicant).status == S.RECOMMENDED


def test_an_answer_that_leaves_a_question_open_is_not_sent(make, coordinator):
    application = make()
    decide(application, CaseAction.ASK, by=coordinator, decision=Decision("ขอเบอร์โทรใหม่"))
    save_answers(application, by=application.applicant, answers={"phone": ""})
    with pytest.raises(AnswersMissing):
        answer_question(application, by=application.applicant)


def test_it_is_taken_back_once_and_for_good(make, coordinator):
    application = make()
    assert withdraw_application(application, by=application.applicant).status == S.WITHDRAWN
    withdraw_application(application, by=application.applicant)
    assert actions_of(application) == ["withdraw"]
    with pytest.raises(CaseMoved):
        decide(application, CaseAction.APPROVE, by=coordinator, decision=Decision())


def test_a_draft_is_thrown_away_with_its_files(make, django_capture_on_commit_callbacks):
    application = make(ApplicationKind.NATIONAL, S.DRAFT)
    file = application.documents.get().file
    with django_capture_on_commit_callbacks(execute=True):
        discard_draft(application, by=application.applicant)
    assert not MembershipApplication.objects.exists()
    assert not file.storage.exists(file.name)
    discard_draft(application, by=application.applicant)


def test_only_its_writer_throws_a_draft_away_and_only_a_draft(make, outsider):
    with pytest.raises(NotYourCase):
        discard_draft(make(status=S.DRAFT), by=outsider)
    sent = make()
    with pytest.raises(CaseMoved):
        discard_draft(sent, by=sent.applicant)


def test_what_another_tab_threw_away_is_written_and_sent_no_more(make):
    application = make(status=S.DRAFT)
    discard_draft(application, by=application.applicant)
    with pytest.raises(NotYourCase):
        save_answers(application, by=application.applicant, answers={"name": "ชมรมตัวอย่าง"})
    with pytest.raises(NotYourCase):
        send(application)
