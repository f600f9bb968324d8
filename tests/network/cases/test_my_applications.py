"""My applications, in the account: each with where it stands and what to do."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import file_paper
from network.enums import ApplicationKind, ApplicationStatus
from network.sections import my_applications
from tests.factories.membership import ApplicationFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
S = ApplicationStatus
SECTION_QUERIES = 2


def account(client, user, language="th"):
    client.force_login(user)
    with override(language):
        return client.get(reverse("account")).text


def track(application, language="th"):
    with override(language):
        return reverse("network_cases:track", args=[application.token])


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("status", [s for s in S if s != S.DRAFT])
def test_each_says_where_it_stands_and_leads_there(client, make, language, status):
    application = make(ApplicationKind.NATIONAL, status)
    page = account(client, application.applicant, language)
    with override(language):
        assert application.get_status_display() in page
    assert application.reference in page
    assert track(application, language) in page


def test_a_question_comes_with_what_to_do(client, make):
    application = make(status=S.RETURNED)
    assert gettext("Read the question and answer") in account(client, application.applicant)


def test_what_is_open_stands_before_what_is_closed(client, make):
    waiting, over = make(), make(status=S.DECLINED)
    over.applicant = waiting.applicant
    over.save()
    page = account(client, waiting.applicant)
    assert page.index(track(waiting)) < page.index(track(over))


def test_those_of_ones_organization_are_there_and_those_of_others_not(client, make, organization, rep, outsider):
    application = make(organization=organization)
    assert track(application) in account(client, rep)
    assert track(application) not in account(client, outsider)
    assert "my-applications" not in account(client, outsider)


def test_paper_forms_have_a_list_of_their_own(client, coordinator):
    paper = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    assert track(paper) not in account(client, coordinator)


@pytest.mark.parametrize("count", [1, 30])
def test_the_section_asks_as_often_for_one_as_for_many(rf, workflow, count, django_assert_num_queries):
    request = rf.get("/account/")
    request.user = UserFactory()
    mandate = RepresentativeFactory(user=request.user)
    ApplicationFactory.create_batch(count, applicant=request.user, sent=True)
    ApplicationFactory(organization=mandate.organization, status=S.APPROVED)
    with django_assert_num_queries(SECTION_QUERIES):
        section = my_applications(request)
        render_to_string(section.template, {"section": section})
    assert len(section.context["rows"]) == count + 1
