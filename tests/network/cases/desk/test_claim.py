"""A claim on the desk: who asks, how it can be checked, the decision."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from network.actions import accept_claim, make_claim, refuse_claim
from network.enums import ClaimStatus, Visibility
from network.models import Representative
from portal.models import OutgoingMail
from tests.factories.network import RepresentativeFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def claimant(workflow):
    return UserFactory(name="ตัวอย่าง ขอเป็นตัวแทน", title="นาย")


@pytest.fixture
def claim(organization, coordinator, claimant):
    return make_claim(organization, by=claimant, position="เลขานุการ", phone="+66812345678", message="โทรถามประธานได้")


def address(claim, language="th"):
    with override(language):
        return reverse("network_desk:claim", args=[claim.pk])


def letters_to(person):
    return list(OutgoingMail.objects.filter(email=person.email).values_list("kind", flat=True))


def decide(browser, claim, decision, reason=""):
    return browser.post(address(claim), {"decision": decision, "reason": reason})


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_tells_who_asks_and_how_it_can_be_checked(signed_in, coordinator, claim, language):
    page = signed_in(coordinator).get(address(claim, language)).text
    for text in ("ขอเป็นตัวแทน", "เลขานุการ", "โทรถามประธานได้", 'href="tel:+66812345678"'):
        assert text in page
    with override(language):
        assert gettext("Nobody represents the organization yet.") in page


def test_the_number_of_the_register_is_offered_beside_the_claimants(signed_in, coordinator, claim, organization):
    assert organization.phone_visibility == Visibility.PROVINCE
    assert f'href="tel:{organization.phone}"' in signed_in(coordinator).get(address(claim)).text


def test_a_number_that_the_centre_may_not_read_stays_hidden(signed_in, coordinator, claim, organization):
    organization.phone_visibility = Visibility.SECRETARIAT
    organization.save()
    page = signed_in(coordinator).get(address(claim)).text
    assert organization.phone not in page
    missing = "The register has no number of the organization. Please ask somebody whom you know there."
    assert gettext(missing) in page


def test_who_represents_it_already_is_named(signed_in, coordinator, claim, organization):
    colleague = RepresentativeFactory(organization=organization, user__name="ตัวอย่าง ตัวแทนเดิม").user
    assert colleague.get_full_name() in signed_in(coordinator).get(address(claim)).text


def test_accepting_makes_a_representative_and_writes_to_them(signed_in, coordinator, claim, claimant):
    browser = signed_in(coordinator)
    response = browser.post(address(claim), {"decision": "accept"}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("network_desk:board")
    claim.refresh_from_db()
    assert (claim.status, claim.decided_by) == (ClaimStatus.ACCEPTED, coordinator)
    assert Representative.objects.active().filter(user=claimant).exists()
    assert letters_to(claimant) == ["network.claim_accepted"]


def test_refusing_needs_a_reason(signed_in, coordinator, claim):
    response = decide(signed_in(coordinator), claim, "refuse")
    assert response.status_code == 422
    assert "error-summary" in response.text
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.OPEN


def test_the_reason_of_a_refusal_is_sent(signed_in, coordinator, claim, claimant):
    assert decide(signed_in(coordinator), claim, "refuse", "ประธานไม่รู้จัก").status_code == 302
    claim.refresh_from_db()
    assert (claim.status, claim.reason) == (ClaimStatus.REFUSED, "ประธานไม่รู้จัก")
    assert letters_to(claimant) == ["network.claim_refused"]
    assert not Representative.objects.filter(user=claimant).exists()


@pytest.mark.parametrize("decision", ["", "maybe", "withdraw"])
def test_another_decision_is_none(signed_in, coordinator, claim, decision):
    assert decide(signed_in(coordinator), claim, decision).status_code == 404


def test_who_comes_second_is_told_and_keeps_what_was_typed(signed_in, coordinator, second_coordinator, claim):
    refuse_claim(claim, by=second_coordinator, reason="โทรไปแล้วไม่ใช่")
    response = decide(signed_in(coordinator), claim, "accept", "รู้จักกันดี")
    assert response.status_code == 409
    assert "รู้จักกันดี" in response.text
    assert "โทรไปแล้วไม่ใช่" in response.text
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.REFUSED


def test_the_same_decision_twice_is_one(signed_in, coordinator, claim, claimant):
    for _again in range(2):
        assert decide(signed_in(coordinator), claim, "accept").status_code == 302
    assert letters_to(claimant) == ["network.claim_accepted"]


def test_nobody_decides_for_themselves(signed_in, coordinator, second_coordinator, organization):
    own = make_claim(organization, by=coordinator, position="กรรมการ")
    browser = signed_in(coordinator)
    page = browser.get(address(own)).text
    assert gettext("You act for this organization") in page
    assert 'name="decision"' not in page
    assert decide(browser, own, "accept").status_code == 403


def test_a_decided_claim_has_no_buttons(signed_in, coordinator, claim):
    accept_claim(claim, by=coordinator)
    page = signed_in(coordinator).get(address(claim)).text
    assert 'name="decision"' not in page
    assert gettext("Before you decide") not in page


def test_strangers_find_nothing(signed_in, claim, strangers, claimant):
    for somebody in [*strangers.values(), claimant]:
        browser = signed_in(somebody)
        assert browser.get(address(claim)).status_code == 404
        assert decide(browser, claim, "accept").status_code == 404
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.OPEN


def test_a_visitor_signs_in_first(client, claim):
    assert client.get(address(claim)).headers["Location"].startswith("/account/login/")


def test_other_methods_are_refused(signed_in, coordinator, claim):
    assert signed_in(coordinator).put(address(claim)).status_code == 405


def test_the_mail_to_the_centre_leads_to_the_claim(coordinator, claim):
    assert address(claim) in OutgoingMail.objects.get(kind="network.desk_claim").text
