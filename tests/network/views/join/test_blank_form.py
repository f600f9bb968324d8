"""/join/form.pdf: the form to print."""

import pytest
from django.utils import translation

from network.models import PrivacyNotice
from network.views.join.blank_form import form_data
from portal.models import Identity

pytestmark = pytest.mark.usefixtures("ready")


def labels(data):
    return [
        label for part in data["parts"] for item in part["items"] for label in item.get("labels", [item.get("label")])
    ]


def test_it_is_a_pdf_in_both_languages(client, prefix):
    response = client.get(f"{prefix}/join/form.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"] == 'inline; filename="application-form.pdf"'


def test_the_first_part_asks_the_five_items():
    with translation.override("en"):
        first = form_data(Identity.load())["parts"][0]
    asked = labels({"parts": [first]})
    assert {"Name of the organization", "District", "Province", "Team leader", "Your present work"} <= set(asked)
    assert "Telephone number" in asked


def test_the_second_part_asks_what_members_add_and_no_id_card():
    with translation.override("en"):
        second = form_data(Identity.load())["parts"][1]
    asked = labels({"parts": [second]})
    assert {"Legal form", "Year of founding", "Issues you work on", "A recent activity"} <= set(asked)
    assert "no copy of anybody's ID card" in second["items"][-1]["text"]


def test_the_privacy_notice_is_printed_with_its_version():
    data = form_data(Identity.load())
    assert PrivacyNotice.objects.current().version in data["parts"][2]["note"]
    assert "".join(data["notice"]) == PrivacyNotice.objects.current().text.replace("\n\n", "")


def test_without_a_notice_there_is_still_a_form(client):
    PrivacyNotice.objects.all().delete()
    assert client.get("/join/form.pdf").content.startswith(b"%PDF-")


def test_the_council_and_its_phone_stand_on_it():
    identity = Identity.load()
    identity.phone = "02 000 0001"
    data = form_data(identity)
    assert data["council"] == identity.display_name
    assert "02 000 0001" in data["foot"]


def test_posting_is_refused(client):
    assert client.post("/join/form.pdf").status_code == 405
