"""The tracking page: anyone with the address sees where an application stands, and nothing private."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import decide, submit_application
from network.actions.decisions import Decision
from network.enums import ApplicationKind, ApplicationStatus, CaseAction
from network.models import MembershipSettings, PrivacyNotice
from network.views.cases.standing import holder, next_words, status_words
from portal.models import Identity
from portal.templatetags.portal_thai import thai_date, whole_words
from portal.thai.phones import format_phone
from tests.factories.membership import ApplicationDocumentFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus
QUERIES = 6  # with the shell: site, identity and menu
PRIVATE = ("+66812345678", format_phone("+66812345678"), "ตัวอย่าง หัวหน้าทีม", "งานตัวอย่าง")


def address(application, language="th"):
    with override(language):
        return reverse("network_cases:track", args=[application.token])


def page(client, application, language="th"):
    response = client.get(address(application, language))
    assert response.status_code == 200
    return response.text


@pytest.fixture
def asked(make, coordinator):
    """Returned with a question by the centre."""
    application = make()
    decide(application, CaseAction.ASK, by=coordinator, decision=Decision(message="ขอชื่อหมู่บ้าน", remark="โทรแล้วสองครั้ง"))
    application.refresh_from_db()
    return application


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("status", [s for s in S if s != S.DRAFT])
def test_a_stranger_sees_where_it_stands_and_nothing_private(client, make, coordinator, language, status):
    application = make(ApplicationKind.NATIONAL, status)
    text = page(client, application, language)
    with override(language):
        assert status_words(application) in text
        assert application.get_kind_display() in text
        assert str(application) in text
    assert application.reference in text
    assert not [word for word in PRIVATE if word in text]
    assert str(application.applicant) not in text


@pytest.mark.parametrize("language", ["th", "en"])
def test_search_engines_and_caches_keep_away(client, make, language):
    response = client.get(address(make(), language))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in response.text
    assert "no-store" in response["Cache-Control"]


def test_a_draft_is_there_for_its_writer_only(client, make, coordinator, registrar, outsider):
    draft = make(status=S.DRAFT)
    for stranger in (None, coordinator, registrar, outsider):
        if stranger:
            client.force_login(stranger)
        assert client.get(address(draft)).status_code == 404
    client.force_login(draft.applicant)
    assert draft.name in page(client, draft)


def test_an_unknown_address_is_not_found(client, workflow):
    assert client.get(reverse("network_cases:track", args=[uuid4()])).status_code == 404
    assert client.get("/join/track/not-a-token/").status_code == 404


def test_it_is_only_read(client, make):
    assert client.post(address(make())).status_code == 405


def test_the_centre_has_it_until_a_day(client, make, coordinator):
    application = make()
    centre = application.centre
    centre.phone = "+6632400123"
    centre.save()
    text = page(client, application)
    assert whole_words(centre.name) in text
    assert 'href="tel:+6632400123"' in text
    last = timezone.localdate() + timedelta(days=MembershipSettings.load().silent_days)
    assert thai_date(last) in text


def test_a_centre_without_a_phone_leaves_the_secretariats(client, make, coordinator):
    identity = Identity.load()
    identity.phone = "02 000 0000"
    identity.save()
    assert 'href="tel:020000000"' in page(client, make())


def test_what_was_handed_up_is_with_the_secretariat(client, make, coordinator):
    application = make(handed_up_at=timezone.now())
    assert holder(application).who == "secretariat"
    with override("en"):
        assert status_words(application) == "With the secretariat"


def test_the_question_is_shown_and_no_remark(client, asked):
    text = page(client, asked)
    assert "ขอชื่อหมู่บ้าน" in text
    assert "โทรแล้วสองครั้ง" not in text


def test_an_answered_question_is_gone(client, asked):
    asked.status = S.SUBMITTED
    asked.save()
    assert "ขอชื่อหมู่บ้าน" not in page(client, asked)


def test_the_timeline_names_capacities_and_never_people(client, make, coordinator):
    application = make(status=S.DRAFT)
    notice = PrivacyNotice.objects.current()
    submit_application(application, by=application.applicant, accepted_by="ตัวอย่าง ผู้ยอมรับ", notice=notice)
    decide(application, CaseAction.ASK, by=coordinator, decision=Decision(message="ขอชื่อหมู่บ้าน"))
    with override("en"):
        text = page(client, application, "en")
    for words in ("Sent the application", "Asked a question", "Coordinator of the province"):
        assert words in text
    assert coordinator.name not in text
    assert "ตัวอย่าง ผู้ยอมรับ" not in text


def test_why_it_was_declined_is_for_those_who_may_see_it(client, make, coordinator, outsider):
    application = make()
    decide(application, CaseAction.DECLINE, by=coordinator, decision=Decision(message="ยังไม่มีที่ตั้ง"))
    assert "ยังไม่มีที่ตั้ง" not in page(client, application)
    client.force_login(outsider)
    assert "ยังไม่มีที่ตั้ง" not in page(client, application)
    for person in (application.applicant, coordinator):
        client.force_login(person)
        assert "ยังไม่มีที่ตั้ง" in page(client, application)


def test_an_announced_approval_says_until_when_one_may_object(client, make):
    until = timezone.localdate() + timedelta(days=9)
    assert thai_date(until) in page(client, make(ApplicationKind.NATIONAL, S.ANNOUNCED, objections_until=until))


@pytest.mark.parametrize("status", S)
def test_every_status_says_what_comes_next(make, status):
    for language in ("th", "en"):
        with override(language):
            assert next_words(make(ApplicationKind.NATIONAL, status), MembershipSettings.load())


def test_only_the_writer_gets_buttons_and_documents(client, asked, coordinator):
    ApplicationDocumentFactory(application=asked, name="ทะเบียน.pdf")
    own = (reverse("network_cases:answer", args=[asked.token]), reverse("network_cases:withdraw", args=[asked.token]))
    for person in (None, coordinator, UserFactory()):
        if person:
            client.force_login(person)
        text = page(client, asked)
        assert not [link for link in own if link in text]
        assert "ทะเบียน.pdf" not in text
    client.force_login(asked.applicant)
    text = page(client, asked)
    assert all(link in text for link in own)
    assert "ทะเบียน.pdf" in text
    assert "social-plugins.line.me" in text


@pytest.mark.parametrize("status", [S.DECLINED, S.WITHDRAWN])
def test_a_closed_case_leads_its_writer_to_a_new_application(client, make, status):
    application = make(status=status)
    assert application.is_closed
    again = f'href="{reverse("network_join:start")}">{gettext("Apply again")}<'
    assert again not in page(client, application)
    client.force_login(application.applicant)
    assert again in page(client, application)


def test_a_case_on_its_way_offers_no_second_application_and_no_empty_list(client, make):
    application = make()
    client.force_login(application.applicant)
    text = page(client, application)
    assert gettext("Apply again") not in text
    assert 'id="documents"' not in text


def test_after_the_approval_the_organization_is_one_step_away(client, make, coordinator):
    application = make()
    decide(application, CaseAction.APPROVE, by=coordinator, decision=Decision())
    application.refresh_from_db()
    public = application.organization.get_absolute_url()
    profile = reverse("network_account:organization", args=[application.organization_id])
    text = page(client, application)
    assert public in text
    assert profile not in text
    client.force_login(application.applicant)
    text = page(client, application)
    assert public in text
    assert profile in text


def test_it_asks_few_questions(client, asked, django_assert_num_queries):
    page(client, asked)
    with django_assert_num_queries(QUERIES):
        page(client, asked)
