"""/join/new/<kind>/: an application begins with its first answer, or for an organization of the register."""

import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import begin_application, submit_application
from network.enums import ApplicationKind, ApplicationStatus, EntryStatus
from network.models import MembershipApplication, PrivacyNotice
from portal.templatetags.portal_thai import whole_words
from tests.factories.membership import ApplicationFactory, MembershipFactory, TierFactory
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.usefixtures("ready")
K = ApplicationKind
QUERIES = 7  # with the shell, the session and the mandates


def address(kind=K.PROVINCIAL, language="th"):
    with override(language):
        return reverse("network_join:begin", args=[kind])


def question(application, name):
    return reverse("network_join:question", args=[application.token, name])


@pytest.fixture
def mandate(person):
    return RepresentativeFactory(user=person)


@pytest.mark.parametrize("kind", K)
def test_the_join_page_leads_here(client, prefix, kind):
    language = "en" if prefix else "th"
    assert f'href="{address(kind, language)}"' in client.get(f"{prefix}/join/").text


@pytest.mark.parametrize("kind", K)
def test_whoever_is_not_signed_in_comes_back_to_the_same_choice(client, prefix, kind):
    where = address(kind, "en" if prefix else "th")
    assert client.get(where).headers["Location"] == f"/account/login/?next={where}".replace(
        "/account", f"{prefix}/account", 1
    )
    assert client.get(where, follow=True).status_code == 200


@pytest.mark.parametrize("kind", K)
@pytest.mark.parametrize("language", ["th", "en"])
def test_looking_begins_nothing(joining, kind, language):
    page = joining.get(address(kind, language))
    assert page.status_code == 200
    with override(language):
        assert whole_words(gettext("What is the organization called?")) in page.text
        assert f'progress value="1" max="{5 if kind == K.PROVINCIAL else 12}"' in page.text
    assert not MembershipApplication.objects.exists()


def test_the_first_answer_begins_and_leads_to_the_second_question(joining, person):
    page = joining.post(address(), {"name": " ตัวอย่าง  กลุ่มใหม่ ", "draft": uuid4()}, follow=True)
    application = MembershipApplication.objects.get()
    assert page.redirect_chain[-1][0] == question(application, "location")
    assert (application.name, application.applicant, application.kind) == ("ตัวอย่าง กลุ่มใหม่", person, K.PROVINCIAL)
    assert application.status == ApplicationStatus.DRAFT


def test_a_member_to_be_adds_an_english_name(joining):
    joining.post(address(K.NATIONAL), {"name": "ตัวอย่าง", "name_en": "Sample"})
    application = MembershipApplication.objects.get()
    assert (application.kind, application.name_en) == (K.NATIONAL, "Sample")


@pytest.mark.parametrize("name", ["", "   ", "ก" * 251])
def test_without_a_name_that_fits_nothing_begins_and_all_is_kept(joining, name):
    response = joining.post(address(K.NATIONAL), {"name": name, "name_en": "Sample"})
    assert response.status_code == 422
    assert 'value="Sample"' in response.text
    assert not MembershipApplication.objects.exists()


def test_a_double_click_begins_one(joining):
    typed = {"name": "ตัวอย่าง", "draft": str(uuid4())}
    assert [joining.post(address(), typed).status_code for _click in range(2)] == [302, 302]
    assert MembershipApplication.objects.count() == 1


def test_whoever_goes_back_and_corrects_the_name_has_one_draft(joining):
    token = str(uuid4())
    for name in ("ตัวอย่าง กลุ่มเกา", "ตัวอย่าง กลุ่มเก่า"):
        joining.post(address(), {"name": name, "draft": token})
    assert MembershipApplication.objects.get().name == "ตัวอย่าง กลุ่มเก่า"


def test_the_same_name_again_goes_on_with_the_same_draft(joining, person):
    for _ in range(2):
        joining.post(address(), {"name": "ตัวอย่าง กลุ่มเดิม", "draft": str(uuid4())})
    [draft] = MembershipApplication.objects.all()
    submit_application(
        ApplicationFactory(applicant=person, name="ตัวอย่าง ส่งแล้ว"), by=person, accepted_by="ก", notice=None
    )
    joining.post(address(), {"name": "ตัวอย่าง ส่งแล้ว", "draft": str(uuid4())})
    assert MembershipApplication.objects.exclude(pk=draft.pk).count() == 2


def test_every_look_at_the_form_may_begin_another_one(joining):
    for name in ("หนึ่ง", "สอง"):
        token = joining.get(address()).context["form"]["draft"].value()
        joining.post(address(), {"name": name, "draft": token})
    assert MembershipApplication.objects.count() == 2


def test_a_strangers_draft_is_not_opened_by_its_token(joining):
    other = ApplicationFactory()
    assert joining.post(address(), {"name": "x", "draft": str(other.token)}).status_code == 404
    other.refresh_from_db()
    assert other.name != "x"


def test_what_was_sent_meanwhile_is_not_written_again(joining, person):
    sent = ApplicationFactory(applicant=person)
    submit_application(sent, by=person, accepted_by="ก", notice=PrivacyNotice.objects.current())
    response = joining.post(address(), {"name": "x", "draft": str(sent.token)})
    assert response.headers["Location"] == reverse("network_cases:track", args=[sent.token])


def test_a_token_that_is_none_is_refused(joining):
    assert joining.post(address(), {"name": "x", "draft": "1"}).status_code == 422


def test_what_was_begun_before_is_offered(joining, person):
    begun = ApplicationFactory(applicant=person, name="ตัวอย่าง ค้างไว้")
    page = joining.get(address())
    assert reverse("network_join:summary", args=[begun.token]) in page.text
    assert reverse("network_join:summary", args=[begun.token]) not in joining.get(address(K.NATIONAL)).text


def test_a_representative_chooses_the_organization_first(joining, mandate, prefix):
    page = joining.get(address(language="en" if prefix else "th"))
    assert whole_words(mandate.organization.display_name) in page.text
    assert 'href="?another=1"' in page.text
    page = joining.get(address() + "?another=1")
    assert "form" in page.context


def test_its_answers_come_along(joining, mandate):
    response = joining.post(address(K.NATIONAL), {"organization": mandate.organization_id})
    application = MembershipApplication.objects.get()
    assert response.headers["Location"] == reverse("network_join:summary", args=[application.token])
    assert (application.organization, application.name) == (mandate.organization, mandate.organization.name)


def test_a_second_click_says_that_it_is_on_its_way(joining, mandate):
    for _click in range(2):
        response = joining.post(address(), {"organization": mandate.organization_id}, follow=True)
        assert response.status_code == 200
    assert MembershipApplication.objects.count() == 1
    assert gettext("The organization already has this membership, or an application for it is on its way.") in (
        response.text
    )


@pytest.mark.parametrize("wanted", ["", "0", "x", "9" * 40, "๑"])
def test_only_its_people_begin_for_an_organization(joining, wanted):
    other = RepresentativeFactory().organization
    for pk in (wanted, other.pk):
        assert joining.post(address(), {"organization": pk}).status_code == 404
    assert not MembershipApplication.objects.exists()


def test_a_member_is_not_offered_the_same_membership_again(joining, mandate):
    MembershipFactory(organization=mandate.organization, tier=TierFactory(kind=K.PROVINCIAL))
    assert "organizations" not in joining.get(address(K.PROVINCIAL)).context
    assert joining.get(address(K.NATIONAL)).context["organizations"] == [mandate.organization]
    joining.post(address(K.PROVINCIAL), {"organization": mandate.organization_id})
    assert not MembershipApplication.objects.exists()


def test_nor_is_who_is_on_the_way_or_closed(joining, person, mandate):
    begin_application(K.PROVINCIAL, by=person, organization=mandate.organization)
    closed = RepresentativeFactory(user=person).organization.entry
    closed.status = EntryStatus.CLOSED
    closed.save()
    assert "organizations" not in joining.get(address()).context


def test_somebody_signed_out_while_typing_finds_the_name_again(client, person):
    typed = {"name": "ตัวอย่าง ที่พิมพ์ไว้", "draft": str(uuid4())}
    assert "/account/login/" in client.post(address(), typed).headers["Location"]
    client.force_login(person)
    assert 'value="ตัวอย่าง ที่พิมพ์ไว้"' in client.get(address()).text
    assert not MembershipApplication.objects.exists()


def test_other_ways_and_methods_are_refused(joining):
    assert joining.get("/join/new/other/").status_code == 404
    assert joining.put(address()).status_code == 405
    assert joining.delete(address()).status_code == 405


def test_a_post_without_its_token_is_refused(person):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(person)
    assert careful.post(address(), {"name": "x"}).status_code == 403
    assert not MembershipApplication.objects.exists()


@pytest.mark.parametrize("count", [1, 12])
def test_questions_to_the_database(joining, person, count, django_assert_num_queries):
    for _ in range(count):
        RepresentativeFactory(user=person)
        ApplicationFactory(applicant=person)
    joining.get(address())
    with django_assert_num_queries(QUERIES):
        joining.get(address())


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_begin_one():
    person, token = UserFactory(), uuid4()
    start, found = threading.Barrier(2), []

    def click():
        start.wait()
        found.append(begin_application(K.PROVINCIAL, by=person, name="ตัวอย่าง", token=token).pk)
        connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert len(found) == 2
    assert len(set(found)) == 1
