"""/join/<token>/: every answer, what is missing, and the button that sends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext, ngettext, override

from network.actions import decide, submit_application
from network.actions.decisions import Decision
from network.enums import ApplicationKind, ApplicationStatus, CaseAction, LegalForm
from network.forms.answers import questions_for
from network.models import MembershipApplication, PrivacyNotice
from tests.factories.membership import ApplicationDocumentFactory, ApplicationFactory, CoordinatorFactory
from tests.factories.network import IssueFactory, RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.usefixtures("ready")
K, S = ApplicationKind, ApplicationStatus
QUERIES = 11  # with the shell and the session


@pytest.fixture
def draft(person):
    return ApplicationFactory(applicant=person, address_line="เลขที่ 89")


@pytest.fixture
def national(person):
    application = ApplicationFactory(applicant=person, national=True, issues=[IssueFactory()])
    ApplicationDocumentFactory(application=application, name="ทะเบียน.pdf")
    return application


def address(application, name="summary", language="th"):
    with override(language):
        return reverse(f"network_join:{name}", args=[application.token])


def track(application):
    return reverse("network_cases:track", args=[application.token])


def accepted(**changed):
    return {"accepted_by": "ตัวอย่าง ผู้ยอมรับ", "accepts": "on", "notice": PrivacyNotice.objects.current().pk, **changed}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_answer_stands_there_with_its_way_to_change_it(joining, national, language):
    page = joining.get(address(national, language=language))
    with override(language):
        for question in questions_for(national):
            where = reverse("network_join:question", args=[national.token, question.name])
            assert f'href="{where}?then=summary"' in page.text
            assert str(question.title) in page.text
        assert national.get_legal_form_display() in page.text
    for answer in (national.name, national.leader_name, national.area, "ทะเบียน.pdf", "081"):
        assert answer in page.text
    assert gettext("Not answered yet") not in page.text


def test_the_address_is_one_line(joining, draft):
    assert "เลขที่ 89 อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี" in joining.get(address(draft)).text


def test_what_is_missing_is_named_and_the_way_there_is_the_button(joining, draft):
    draft.leader_name = draft.phone = ""
    draft.save()
    page = joining.get(address(draft))
    missing = ngettext("One answer is still missing", "%(count)s answers are still missing", 2) % {"count": 2}
    assert missing in page.text
    assert f'href="{reverse("network_join:question", args=[draft.token, "leader"])}">' in page.text
    assert 'name="accepts"' not in page.text


def test_the_privacy_notice_can_be_read_and_says_its_version(joining, draft, prefix):
    notice = PrivacyNotice.objects.current()
    page = joining.get(address(draft, language="en" if prefix else "th")).text
    with override("en" if prefix else "th"):
        assert escape(notice.display_text.splitlines()[0]) in page
    assert notice.version in page


def test_sending_leads_to_the_tracking_page_and_keeps_who_accepted_what(joining, draft):
    response = joining.post(address(draft), accepted())
    assert response.headers["Location"] == track(draft)
    draft.refresh_from_db()
    assert (draft.status, draft.accepted_by) == (S.SUBMITTED, "ตัวอย่าง ผู้ยอมรับ")
    assert draft.notice == PrivacyNotice.objects.current()
    assert gettext("The application is sent. This page shows you how it goes on.") in joining.get(track(draft)).text


def test_a_double_click_sends_once(joining, draft):
    for _click in range(2):
        assert joining.post(address(draft), accepted()).headers["Location"] == track(draft)
    assert draft.timeline.filter(action=CaseAction.SUBMIT).count() == 1


@pytest.mark.parametrize("changed", [{"accepts": ""}, {"accepted_by": "  "}, {"accepted_by": "ก" * 151}])
def test_without_a_name_and_a_yes_nothing_is_sent(joining, draft, changed):
    response = joining.post(address(draft), accepted(**changed))
    assert response.status_code == 422
    assert gettext("Please check these points") in response.text
    draft.refresh_from_db()
    assert draft.status == S.DRAFT


def test_a_notice_that_changed_meanwhile_is_read_again(joining, draft):
    typed = accepted()
    newer = PrivacyNotice.objects.create(
        version="9", published_on=timezone.localdate() + timedelta(1), text="ใหม่", text_en="New"
    )
    response = joining.post(address(draft), typed)
    assert response.status_code == 422
    assert "ใหม่" in response.text
    assert f'name="notice" value="{newer.pk}"' in response.text
    assert " checked" not in response.text
    assert joining.post(address(draft), accepted()).status_code == 302


def test_without_a_notice_the_name_alone_is_kept(joining, draft):
    PrivacyNotice.objects.all().delete()
    response = joining.post(address(draft), {"accepted_by": "ก", "accepts": "on", "notice": ""})
    assert response.status_code == 302
    draft.refresh_from_db()
    assert (draft.status, draft.notice) == (S.SUBMITTED, None)


def test_an_unfinished_one_is_not_sent(joining, national):
    national.documents.all().delete()
    response = joining.post(address(national), accepted())
    assert response.status_code == 422
    national.refresh_from_db()
    assert national.status == S.DRAFT


def test_sent_on_another_device_leads_to_the_tracking_page(joining, draft):
    submit_application(draft, by=draft.applicant, accepted_by="ก", notice=None)
    page = joining.get(address(draft), follow=True)
    assert page.redirect_chain[-1][0] == track(draft)
    sentence = "This application has been sent, so its answers cannot be changed. You see here how it stands."
    assert gettext(sentence) in page.text


def test_a_returned_case_is_answered_from_here(joining, draft):
    coordinator = CoordinatorFactory().user
    submit_application(draft, by=draft.applicant, accepted_by="ก", notice=None)
    decide(draft, CaseAction.ASK, by=coordinator, decision=Decision(message="ขอชื่อเต็ม"))
    page = joining.get(address(draft))
    assert "ขอชื่อเต็ม" in page.text
    assert f'href="{reverse("network_cases:answer", args=[draft.token])}"' in page.text
    assert 'name="accepts"' not in page.text
    assert joining.post(address(draft), accepted()).status_code == 200
    draft.refresh_from_db()
    assert draft.status == S.RETURNED


def test_whoever_entered_a_paper_form_is_not_named_as_accepting(client, person):
    paper = ApplicationFactory(applicant=None, filed_by=person)
    client.force_login(person)
    page = client.get(address(paper))
    assert page.context["form"].initial["accepted_by"] == ""
    assert client.post(address(paper), accepted()).status_code == 302


def test_the_account_leads_here(joining, draft):
    assert f'href="{address(draft)}"' in joining.get("/account/").text


def test_a_draft_is_thrown_away_after_a_question(joining, draft):
    assert f'href="{address(draft, "discard")}"' in joining.get(address(draft)).text
    assert joining.get(address(draft, "discard")).status_code == 200
    assert MembershipApplication.objects.exists()
    assert joining.post(address(draft, "discard")).headers["Location"] == "/account/"
    assert not MembershipApplication.objects.exists()
    assert joining.post(address(draft, "discard")).status_code == 404


def test_what_was_sent_is_not_thrown_away(joining, draft):
    submit_application(draft, by=draft.applicant, accepted_by="ก", notice=None)
    for method in (joining.get, joining.post):
        assert method(address(draft, "discard")).headers["Location"] == track(draft)
    assert MembershipApplication.objects.exists()


@pytest.mark.parametrize("name", ["summary", "discard"])
def test_others_are_not_let_in(client, draft, name):
    assert client.get(address(draft, name)).headers["Location"].startswith("/account/login/")
    for stranger in (UserFactory(), RepresentativeFactory().user, CoordinatorFactory().user):
        client.force_login(stranger)
        assert client.get(address(draft, name)).status_code == 404
        assert client.post(address(draft, name), accepted()).status_code == 404
    draft.refresh_from_db()
    assert draft.status == S.DRAFT


@pytest.mark.parametrize("name", ["summary", "discard"])
def test_other_methods_and_posts_without_a_token_are_refused(joining, draft, person, name):
    assert joining.put(address(draft, name)).status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(person)
    assert careful.post(address(draft, name), accepted()).status_code == 403


@pytest.mark.parametrize("count", [1, 9])
def test_questions_to_the_database(joining, person, count, django_assert_num_queries):
    application = ApplicationFactory(
        applicant=person, national=True, legal_form=LegalForm.CLUB_GROUP, issues=[IssueFactory() for _ in range(count)]
    )
    for _ in range(count):
        ApplicationDocumentFactory(application=application)
    joining.get(address(application))
    with django_assert_num_queries(QUERIES):
        joining.get(address(application))
