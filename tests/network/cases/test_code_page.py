"""Taking a paper form over by its code."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from network.actions import file_paper
from network.codes import shown_code
from network.enums import ApplicationKind
from portal.thai.text import to_thai_digits
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
UNKNOWN = "This code is not known or no longer valid. Check the letters and figures, or call the centre."


@pytest.fixture
def paper(coordinator):
    application = file_paper(ApplicationKind.PROVINCIAL, by=coordinator)
    application.name, application.code = "ตัวอย่าง กลุ่มจากกระดาษ", "AB23EFGH"
    application.save()
    return application


@pytest.fixture
def person(client):
    user = UserFactory()
    client.force_login(user)
    return user


def address(code="", language="th"):
    with override(language):
        return reverse("network_cases:code_of", args=[code]) if code else reverse("network_cases:code")


def type_code(client, code):
    return client.post(address(), {"code": code})


@pytest.mark.parametrize("typed", ["AB23EFGH", "ab23-efgh", " ab๒๓ efgh ", to_thai_digits("AB23-EFGH")])
def test_the_code_makes_the_application_ones_own(client, person, paper, typed):
    response = type_code(client, typed)
    assert response.headers["Location"] == reverse("network_cases:track", args=[paper.token])
    paper.refresh_from_db()
    assert (paper.applicant, paper.code) == (person, None)
    assert client.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_qr_code_fills_in_the_form_and_does_nothing_else(client, person, paper, language):
    response = client.get(address(shown_code(paper.code), language))
    assert response.status_code == 200
    assert 'value="AB23-EFGH"' in response.text
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    paper.refresh_from_db()
    assert paper.applicant is None


@pytest.mark.parametrize("code", ["AB23-EFGH", "ZZZZ-9999", ""])
def test_a_visitor_reads_what_the_sheet_is_for_and_nothing_of_its_code(client, paper, code):
    response = client.get(address(code, "en"))
    assert response.status_code == 200
    assert "Take over your organization’s application" in response.text
    assert 'name="code"' not in response.text
    assert paper.name not in response.text


def test_a_visitor_signs_in_and_comes_back(client, paper):
    page = client.get(address(shown_code(paper.code))).text
    assert "/account/login/?next=/join/code/AB23-EFGH/" in page
    assert "/account/signup/?next=/join/code/AB23-EFGH/" in page
    assert client.post(address(), {"code": paper.code}).headers["Location"] == "/account/login/?next=/join/code/"
    paper.refresh_from_db()
    assert paper.applicant is None


@pytest.mark.parametrize("typed", ["AB23EFGX", "' OR 1=1 --", "๐๐๐๐๐๐๐๐"])
def test_another_code_is_said_and_kept(client, person, paper, typed):
    response = type_code(client, typed)
    assert response.status_code == 422
    assert gettext(UNKNOWN) in response.text
    assert 'value="' in response.text


@pytest.mark.parametrize("typed", ["", "A" * 10_000])
def test_no_code_at_all_is_said(client, person, paper, typed):
    response = type_code(client, typed)
    assert response.status_code == 422
    assert "error-summary" in response.text


def test_a_code_whose_days_are_over_takes_nothing(client, person, paper):
    paper.code_until = timezone.localdate() - timedelta(days=1)
    paper.save()
    assert type_code(client, paper.code).status_code == 422


def test_after_ten_tries_in_an_hour_one_waits(client, person, paper):
    for _try in range(10):
        assert type_code(client, "WRONG234").status_code == 422
    response = type_code(client, paper.code)
    assert response.status_code == 429
    assert gettext("Too many tries. Please wait an hour, or call the centre that gave you the sheet.") in response.text
    assert paper.code in response.text
    paper.refresh_from_db()
    assert paper.applicant is None


def test_another_person_at_the_same_address_waits_too(client, person, paper):
    for _try in range(10):
        type_code(client, "WRONG234")
    client.force_login(UserFactory())
    assert type_code(client, paper.code).status_code == 429


def test_the_same_person_at_another_address_waits_too(client, person, paper):
    for _try in range(10):
        type_code(client, "WRONG234")
    assert client.post(address(), {"code": paper.code}, REMOTE_ADDR="192.0.2.7").status_code == 429


def test_other_methods_are_refused(client, person):
    assert client.put(address()).status_code == 405
    assert client.post("/join/code/" + "x" * 3000 + "/", {"code": ""}).status_code == 422
