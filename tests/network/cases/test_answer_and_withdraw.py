"""Answering a question, taking an application back, fetching its documents."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import add_document, decide, save_answers, withdraw_application
from network.actions.decisions import Decision
from network.enums import ApplicationStatus, CaseAction
from tests.factories.membership import ApplicationDocumentFactory, ApplicationFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus


def address(name, application, *args):
    return reverse(f"network_cases:{name}", args=[application.token, *args])


@pytest.fixture
def asked(make, coordinator):
    application = make()
    decide(application, CaseAction.ASK, by=coordinator, decision=Decision(message="ขอชื่อหมู่บ้าน"))
    application.refresh_from_db()
    return application


@pytest.fixture
def applicant(client, asked):
    client.force_login(asked.applicant)
    return client


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_question_stands_above_the_answer(applicant, asked, language):
    with override(language):
        response = applicant.get(address("answer", asked))
    assert response.status_code == 200
    assert "ขอชื่อหมู่บ้าน" in response.text


def test_an_answer_goes_back_to_whoever_asked(applicant, asked):
    response = applicant.post(address("answer", asked), {"message": "บ้านโพธิ์"})
    assert response.headers["Location"] == address("track", asked)
    asked.refresh_from_db()
    assert asked.status == S.SUBMITTED
    assert asked.timeline.last().message == "บ้านโพธิ์"


@pytest.mark.parametrize("message", ["", "  \n "])
def test_an_empty_answer_to_an_unchanged_application_is_refused(applicant, asked, message):
    response = applicant.post(address("answer", asked), {"message": message})
    assert response.status_code == 422
    assert gettext("Please write an answer, or change the application first.") in response.text
    asked.refresh_from_db()
    assert asked.status == S.RETURNED


def test_a_changed_application_is_an_answer_by_itself(applicant, asked):
    save_answers(asked, by=asked.applicant, answers={"current_work": "บ้านโพธิ์"})
    assert applicant.post(address("answer", asked), {"message": ""}).status_code == 302
    asked.refresh_from_db()
    assert asked.status == S.SUBMITTED


def test_a_new_file_is_an_answer_by_itself(applicant, asked):
    add_document(asked, by=asked.applicant, kind="other", file=ContentFile(b"%PDF-1.4", name="a.pdf"))
    assert applicant.post(address("answer", asked), {"message": ""}).status_code == 302


def test_a_double_click_answers_once(applicant, asked):
    for _click in range(2):
        assert applicant.post(address("answer", asked), {"message": "บ้านโพธิ์"}).status_code == 302
    assert asked.timeline.filter(action=CaseAction.ANSWER).count() == 1


def test_an_answer_that_is_too_long_is_kept_and_refused(applicant, asked):
    response = applicant.post(address("answer", asked), {"message": "ก" * 2001})
    assert response.status_code == 422
    assert "ก" * 2001 in response.text
    asked.refresh_from_db()
    assert asked.status == S.RETURNED


def test_an_answer_with_an_empty_question_says_so(applicant, asked):
    asked.leader_name = ""
    asked.save()
    response = applicant.post(address("answer", asked), {"message": "บ้านโพธิ์"})
    assert response.status_code == 422
    assert gettext("Some questions still have no answer.") in response.text
    assert "บ้านโพธิ์" in response.text


def test_nothing_asked_leads_back_to_the_tracking_page(client, make):
    application = make()
    client.force_login(application.applicant)
    assert client.get(address("answer", application)).headers["Location"] == address("track", application)
    response = client.post(address("answer", application), {"message": "ไม่มีใครถาม"}, follow=True)
    assert response.status_code == 200
    application.refresh_from_db()
    assert application.status == S.SUBMITTED


def test_withdrawing_asks_first(applicant, asked):
    assert applicant.get(address("withdraw", asked)).status_code == 200
    asked.refresh_from_db()
    assert asked.status == S.RETURNED
    assert applicant.post(address("withdraw", asked), {"message": "เข้าใจผิด"}).status_code == 302
    asked.refresh_from_db()
    assert asked.status == S.WITHDRAWN


def test_withdrawing_twice_is_harmless(applicant, asked):
    withdraw_application(asked, by=asked.applicant)
    assert applicant.post(address("withdraw", asked), {"message": ""}).status_code == 302
    assert applicant.get(address("withdraw", asked)).status_code == 404
    assert asked.timeline.filter(action=CaseAction.WITHDRAW).count() == 1


@pytest.mark.parametrize("name", ["answer", "withdraw"])
def test_others_are_not_let_in(client, asked, coordinator, registrar, outsider, name):
    assert client.get(address(name, asked)).headers["Location"].startswith("/account/login/")
    for person in (coordinator, registrar, outsider):
        client.force_login(person)
        assert client.get(address(name, asked)).status_code == 404
        assert client.post(address(name, asked), {"message": "x"}).status_code == 404
    asked.refresh_from_db()
    assert asked.status == S.RETURNED


@pytest.mark.parametrize("name", ["answer", "withdraw"])
def test_other_methods_are_refused(applicant, asked, name):
    assert applicant.put(address(name, asked)).status_code == 405


@pytest.fixture
def document(asked):
    return ApplicationDocumentFactory(application=asked, file=ContentFile(b"%PDF-1.4", "a.pdf"), name="ทะเบียน.pdf")


def test_a_document_is_saved_and_never_opened_in_place(applicant, asked, document):
    response = applicant.get(address("document", asked, document.pk))
    assert b"".join(response.streaming_content) == b"%PDF-1.4"
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]


def test_a_document_is_for_those_who_may_see_the_application(client, asked, document, coordinator, registrar, outsider):
    address_of_it = address("document", asked, document.pk)
    assert client.get(address_of_it).headers["Location"].startswith("/account/login/")
    for person, status in ((coordinator, 200), (registrar, 200), (outsider, 404)):
        client.force_login(person)
        response = client.get(address_of_it)
        assert response.status_code == status
        assert b"".join(response) if status == 200 else True


def test_a_document_of_another_application_or_without_its_file_is_not_found(applicant, asked, document):
    other = ApplicationFactory(applicant=asked.applicant)
    assert applicant.get(address("document", other, document.pk)).status_code == 404
    document.file.storage.delete(document.file.name)
    assert applicant.get(address("document", asked, document.pk)).status_code == 404
    assert applicant.post(address("document", asked, document.pk)).status_code == 405
