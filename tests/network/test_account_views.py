"""The account pages of an organization: own ones open, others' are 404, in both languages."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import send_profile, withdraw_profile
from network.enums import EntryStatus, ProfileStage, RepresentativeStatus
from network.exceptions import StillWaiting
from network.models import Organization, Representative
from network.models.profile import profile_state
from network.sections import my_organizations
from tests.factories.network import OrganizationFactory, RepresentativeFactory
from tests.factories.portal import UserFactory
from tests.network.conftest import bound_form, form_data, picture

LANGUAGES = ["th", "en"]
SECTION_QUERIES = 2
ORGANIZATION_QUERIES = 11


def url(name, organization, language="th"):
    with override(language):
        return reverse(f"network_account:{name}", args=[organization.pk])


def stage(organization):
    return profile_state(Organization.objects.get(pk=organization.pk)).stage


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_account_lists_my_organizations_only(client, organization, rep, language):
    other = OrganizationFactory(name="ตัวอย่าง ของคนอื่น", name_en="Sample of others")
    client.force_login(rep)
    with override(language):
        page = client.get(reverse("account")).text
        assert organization.display_name in page
        assert other.display_name not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_represents_nobody_reads_what_to_do(client, workflow, language):
    client.force_login(UserFactory())
    with override(language):
        assert gettext("You represent no organization yet") in client.get(reverse("account")).text


def test_staff_without_an_organization_see_no_empty_section(client, registrar):
    client.force_login(registrar)
    assert "my-organizations" not in client.get(reverse("account")).text


@pytest.mark.parametrize("count", [1, 4])
def test_my_organizations_ask_as_often_for_one_as_for_many(rf, rep, count, django_assert_num_queries):
    for _n in range(count - 1):
        made = RepresentativeFactory(user=rep)
        send_profile(made.organization, by=rep, form=bound_form(made.organization, name_en="New"))
    request = rf.get("/account/")
    request.user = rep
    with django_assert_num_queries(SECTION_QUERIES):
        section = my_organizations(request)
        render_to_string(section.template, {"section": section})
    assert len(section.context["rows"]) == count


@pytest.mark.parametrize("count", [1, 4])
def test_an_organization_page_asks_as_often_for_one_colleague_as_for_many(
    client, organization, rep, count, django_assert_num_queries
):
    RepresentativeFactory.create_batch(count, organization=organization)
    client.force_login(rep)
    client.get(url("organization", organization))
    with django_assert_num_queries(ORGANIZATION_QUERIES):
        client.get(url("organization", organization))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["organization", "profile"])
def test_own_pages_say_for_whom_one_acts(client, organization, rep, language, name):
    client.force_login(rep)
    response = client.get(url(name, organization, language))
    with override(language):
        assert organization.display_name in response.text
    assert response.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["organization", "profile", "logo"])
def test_another_organization_is_not_found(client, organization, outsider, language, name):
    client.force_login(outsider)
    assert client.get(url(name, organization, language)).status_code == 404


@pytest.mark.parametrize("name", ["profile", "withdraw", "discard"])
def test_posting_to_another_organization_is_not_found_and_changes_nothing(client, organization, rep, outsider, name):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Waiting"))
    client.force_login(outsider)
    assert client.post(url(name, organization), form_data(organization, name_en="Stolen")).status_code == 404
    now = Organization.objects.get(pk=organization.pk)
    assert now.get_latest_revision_as_object().name_en == "Waiting"
    assert stage(organization) == ProfileStage.WAITING


@pytest.mark.parametrize("name", ["organization", "profile", "logo"])
def test_who_is_not_signed_in_is_asked_to(client, organization, name):
    response = client.get(url(name, organization))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "ended",
    [
        {"status": RepresentativeStatus.ENDED},
        {"status": RepresentativeStatus.INVITED},
        {"mandate_until": "2020-01-01", "mandate_from": "2019-01-01"},
    ],
)
def test_a_mandate_that_does_not_run_opens_nothing(client, organization, rep, ended):
    Representative.objects.filter(user=rep).update(**ended)
    client.force_login(rep)
    assert client.get(url("organization", organization)).status_code == 404
    assert client.post(url("profile", organization), form_data(organization, name_en="No")).status_code == 404


def test_one_who_names_the_delegate_sees_but_does_not_edit(client, organization, delegate_maker):
    client.force_login(delegate_maker)
    page = client.get(url("organization", organization))
    assert page.status_code == 200
    assert url("profile", organization) not in page.text
    assert client.get(url("profile", organization)).status_code == 403
    assert client.post(url("profile", organization), form_data(organization)).status_code == 403


def test_a_closed_organization_is_read_only(client, organization, rep):
    organization.entry.status = EntryStatus.CLOSED
    organization.entry.save()
    client.force_login(rep)
    assert client.get(url("organization", organization)).status_code == 200
    assert client.get(url("profile", organization)).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
def test_sending_leads_to_the_difference_in_words(client, organization, rep, language):
    client.force_login(rep)
    sent = client.post(
        url("profile", organization, language), form_data(organization, phone="๐๘๑ ๒๓๔ ๕๖๗๘"), follow=True
    )
    assert sent.redirect_chain == [(url("organization", organization, language), 302)]
    assert "<del>032 400 000</del>" in sent.text
    assert "<ins>081 234 5678</ins>" in sent.text
    assert stage(organization) == ProfileStage.WAITING


def test_a_double_click_on_send_is_one_workflow(client, organization, rep):
    client.force_login(rep)
    data = form_data(organization, name_en="Twice")
    for _click in range(2):
        assert client.post(url("profile", organization), data).status_code == 302
    now = Organization.objects.get(pk=organization.pk)
    assert (now.revisions.count(), now.workflow_states.count()) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_comes_second_keeps_the_text_and_sees_what_differs(client, organization, rep, colleague, language):
    data = form_data(organization, phone="032 400 111")
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Faster"))
    client.force_login(colleague)
    refused = client.post(url("profile", organization, language), data)
    assert refused.status_code == 422
    assert "<del>Faster</del>" in refused.text
    assert 'value="032 400 111"' in refused.text
    again = dict(data, seen=refused.context["form"]["seen"].value())
    assert client.post(url("profile", organization, language), again).status_code == 302
    draft = Organization.objects.get(pk=organization.pk).get_latest_revision_as_object()
    assert draft.phone == "+6632400111"


def test_withdrawing_is_a_post(client, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Back"))
    client.force_login(rep)
    assert client.get(url("withdraw", organization)).status_code == 405
    assert stage(organization) == ProfileStage.WAITING
    for _click in range(2):
        assert client.post(url("withdraw", organization)).status_code == 302
    assert stage(organization) == ProfileStage.UNSENT


@pytest.mark.parametrize("language", LANGUAGES)
def test_dropping_the_changes_is_a_post_that_says_what_happened(client, organization, rep, language):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Dropped"))
    withdraw_profile(organization, by=rep)
    client.force_login(rep)
    page = url("organization", organization, language)
    assert url("discard", organization, language) in client.get(page).text
    assert client.get(url("discard", organization, language)).status_code == 405
    for _click in range(2):
        done = client.post(url("discard", organization, language), follow=True)
        with override(language):
            assert gettext("Your changes are dropped. The profile is again as everyone sees it.") in done.text
    assert stage(organization) == ProfileStage.PUBLISHED
    assert url("discard", organization, language) not in client.get(page).text


def test_dropping_what_waits_is_refused_in_words(client, organization, rep):
    send_profile(organization, by=rep, form=bound_form(organization, name_en="Waits"))
    client.force_login(rep)
    assert str(StillWaiting()) in client.post(url("discard", organization), follow=True).text
    assert stage(organization) == ProfileStage.WAITING


@pytest.mark.parametrize("name", ["profile", "withdraw", "discard"])
def test_a_post_without_the_csrf_token_is_refused_in_our_design(organization, rep, name):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(rep)
    response = strict.post(url(name, organization), form_data(organization, name_en="No"))
    assert response.status_code == 403
    assert 'href="#main"' in response.text
    assert Organization.objects.get(pk=organization.pk).revisions.count() == 0


BAD = [
    ({"name": "ก" * 10_000}, "name"),
    ({"name": ""}, "name"),
    ({"phone": "๐๘๑"}, "phone"),
    ({"email": "no address"}, "email"),
    ({"website": "not a site"}, "website"),
    ({"year_started": "2999"}, "year_started"),
    ({"year_started": "สองพัน"}, "year_started"),
    ({"current_work": "ก" * 10_000}, "current_work"),
    ({"phone_visibility": "the moon"}, "phone_visibility"),
    ({"issues": ["999999"]}, "issues"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "field"), BAD)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(client, organization, rep, typed, field, language):
    client.force_login(rep)
    response = client.post(
        url("profile", organization, language), form_data(organization, leader_name="นางตัวอย่าง ใจดี", **typed)
    )
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert 'value="นางตัวอย่าง ใจดี"' in response.text
    assert Organization.objects.get(pk=organization.pk).revisions.count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_no_picture_is_refused_and_nothing_is_stored(client, organization, rep, private_files, language):
    fake = picture()
    fake.file.seek(0)
    fake.file.write(b"not a picture at all")
    fake.file.truncate()
    fake.seek(0)
    client.force_login(rep)
    response = client.post(url("profile", organization, language), {**form_data(organization), "logo": fake})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["logo"]
    assert not private_files.exists()


def test_a_new_logo_waits_with_the_rest_and_only_own_people_see_it(client, organization, rep, outsider, registrar):
    client.force_login(rep)
    client.post(url("profile", organization), {**form_data(organization), "logo": picture()})
    now = Organization.objects.get(pk=organization.pk)
    assert now.logo.name == ""
    assert now.get_latest_revision_as_object().logo.name.startswith("logos/")
    for person, status in [(rep, 200), (registrar, 200), (outsider, 404)]:
        client.force_login(person)
        response = client.get(url("logo", organization))
        assert response.status_code == status
    client.logout()
    assert client.get(url("logo", organization)).status_code == 302


def test_a_logo_can_be_removed(client, organization, rep):
    client.force_login(rep)
    client.post(url("profile", organization), {**form_data(organization), "logo": picture()})
    assert "logo-clear" in client.get(url("profile", organization)).text
    client.post(url("profile", organization), {**form_data(organization), "logo-clear": "on"})
    assert client.get(url("logo", organization)).status_code == 404
