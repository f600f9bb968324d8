"""Asking to represent an organization of the register, from its public page."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import accept_claim, make_claim, refuse_claim
from network.enums import ClaimStatus
from network.models import Claim
from network.sections import my_claims
from portal.templatetags.portal_thai import whole_words
from tests.factories.membership import ClaimFactory
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
SECTION_QUERIES = 2
TYPED = {"position": "เลขานุการ", "phone": "๐๘๑ ๒๓๔ ๕๖๗๘", "message": "โทรถามประธานได้"}


def address(organization, language="th"):
    with override(language):
        return reverse("network_cases:claim", args=[organization.entry.slug])


@pytest.fixture
def person(client):
    user = UserFactory(phone="")
    client.force_login(user)
    return user


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_public_page_asks_whose_organization_it_is(client, organization, language):
    with override(language):
        page = client.get(organization.get_absolute_url()).text
    assert address(organization, language) in page


def test_its_own_people_are_not_asked(client, organization, rep):
    client.force_login(rep)
    assert address(organization) not in client.get(organization.get_absolute_url()).text


def test_a_visitor_signs_in_first(client, organization):
    response = client.get(address(organization))
    assert response.headers["Location"] == f"/account/login/?next={address(organization)}"


def test_a_claim_reaches_the_centre(client, person, organization, coordinator):
    response = client.post(address(organization), TYPED)
    assert response.headers["Location"] == reverse("account")
    claim = Claim.objects.visible_to(coordinator).get()
    assert (claim.claimant, claim.position, claim.phone) == (person, "เลขานุการ", "+66812345678")
    assert claim.message == TYPED["message"]


def test_a_double_click_asks_once(client, person, organization, coordinator):
    for _click in range(2):
        client.post(address(organization), TYPED)
    assert Claim.objects.count() == 1
    assert gettext("You have asked for this organization already. The centre has not decided yet.") in (
        client.get(address(organization)).text
    )


@pytest.mark.parametrize(("name", "value"), [("position", ""), ("phone", "๑๒"), ("position", "ก" * 10_000)])
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client, person, organization, name, value):
    response = client.post(address(organization), {**TYPED, name: value})
    assert response.status_code == 422
    assert "error-summary" in response.text
    assert TYPED["message"] in response.text
    assert value in response.text
    assert not Claim.objects.exists()


def test_an_empty_request_is_told_what_to_write(client, person, organization):
    text = client.post(address(organization), {}).text
    for sentence in ("Please write what you are in the organization.", "Please write a phone number."):
        assert gettext(sentence) in text


def test_who_represents_it_already_is_told(client, organization, rep):
    client.force_login(rep)
    sentence = gettext("You represent this organization already. You find it in your account.")
    assert sentence in client.get(address(organization)).text
    response = client.post(address(organization), TYPED)
    assert response.status_code == 409
    assert sentence in response.text
    assert not Claim.objects.exists()


@pytest.mark.parametrize("status", ["pending", "closed", "merged"])
def test_what_the_register_does_not_show_is_not_claimed(client, person, workflow, status):
    hidden = OrganizationFactory(entry__status=status)
    assert client.get(address(hidden)).status_code == 404
    assert client.post(address(hidden), TYPED).status_code == 404
    assert not Claim.objects.exists()


def test_other_methods_are_refused(client, person, organization):
    assert client.put(address(organization)).status_code == 405


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_account_shows_the_claim_and_whom_to_call(client, person, organization, coordinator, language):
    make_claim(organization, by=person, position="กรรมการ")
    centre = coordinator.coordinations.get().centre
    centre.phone = "+6632400123"
    centre.save()
    with override(language):
        page = client.get(reverse("account")).text
        assert str(ClaimStatus.OPEN.label) in page
        assert whole_words(str(centre)) in page
    assert 'href="tel:+6632400123"' in page


def test_the_account_says_how_it_ended(client, person, organization, coordinator):
    refuse_claim(make_claim(organization, by=person, position="เพื่อน"), by=coordinator, reason="ประธานไม่รู้จัก")
    page = client.get(reverse("account")).text
    assert "ประธานไม่รู้จัก" in page
    accept_claim(make_claim(organization, by=person, position="กรรมการ"), by=coordinator)
    assert gettext("You represent this organization now.") in client.get(reverse("account")).text


def test_a_claim_is_taken_back_by_post(client, person, organization, coordinator):
    claim = make_claim(organization, by=person, position="กรรมการ")
    withdraw = reverse("network_cases:claim_withdraw", args=[claim.pk])
    assert client.get(withdraw).status_code == 405
    assert client.post(withdraw).headers["Location"] == reverse("account")
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.WITHDRAWN


def test_what_is_decided_is_not_taken_back(client, person, organization, coordinator):
    claim = accept_claim(make_claim(organization, by=person, position="กรรมการ"), by=coordinator)
    response = client.post(reverse("network_cases:claim_withdraw", args=[claim.pk]), follow=True)
    assert gettext("The centre has decided on this request already.") in response.text
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.ACCEPTED


def test_nobody_takes_back_what_another_asked(client, organization, coordinator, registrar, outsider):
    claim = make_claim(organization, by=UserFactory(), position="กรรมการ")
    withdraw = reverse("network_cases:claim_withdraw", args=[claim.pk])
    assert client.post(withdraw).headers["Location"].startswith("/account/login/")
    for somebody in (coordinator, registrar, outsider):
        client.force_login(somebody)
        assert client.post(withdraw).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_section_asks_as_often_for_one_as_for_many(rf, workflow, count, django_assert_num_queries):
    request = rf.get("/account/")
    request.user = UserFactory()
    ClaimFactory.create_batch(count, claimant=request.user)
    with django_assert_num_queries(SECTION_QUERIES):
        section = my_claims(request)
        render_to_string(section.template, {"section": section})
    assert len(section.context["rows"]) == count
