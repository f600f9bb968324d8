"""Drafts are previewed as the public page, in both languages, and cannot be reached by the public."""

import pytest
from django.urls import reverse

from network.actions import send_profile
from network.models import Organization
from tests.network.conftest import bound_form, picture
from tests.network.test_registrar_review import opened_form


@pytest.fixture
def waiting(organization, rep):
    form = bound_form(organization, {"logo": picture()}, name="ตัวอย่าง ฉบับร่าง", name_en="Sample Draft")
    send_profile(organization, by=rep, form=form)
    return Organization.objects.get(pk=organization.pk)


@pytest.mark.parametrize(("mode", "name"), [("th", "ตัวอย่าง ฉบับร่าง"), ("en", "Sample Draft")])
def test_the_draft_is_previewed_with_its_logo_in_each_language(client, registrar, waiting, mode, name):
    client.force_login(registrar)
    preview = reverse("wagtailsnippets_network_organization:preview_on_edit", args=[waiting.pk])
    assert client.post(preview, opened_form(client, waiting)).json()["is_valid"]
    page = client.get(preview, {"mode": mode})
    assert page.status_code == 200
    assert f'<html lang="{mode}"' in page.text
    assert name in page.text
    assert reverse("network_account:logo", args=[waiting.pk]) in page.text


def test_the_version_under_review_is_previewed(client, registrar, waiting):
    client.force_login(registrar)
    task = waiting.current_workflow_task_state.task_id
    page = client.get(reverse("wagtailsnippets_network_organization:workflow_preview", args=[waiting.pk, task]))
    assert "ตัวอย่าง ฉบับร่าง" in page.text


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_word_of_the_draft_is_public_or_found(client, waiting, language):
    prefix = "/en" if language == "en" else ""
    for path in (waiting.get_absolute_url(), "/organizations/?q=ฉบับร่าง", "/organizations/?q=draft"):
        text = client.get(f"{prefix}{path}").text
        assert "ตัวอย่าง ฉบับร่าง" not in text
        assert "Sample Draft" not in text
    assert client.get(f"{prefix}{waiting.get_absolute_url()}logo/").status_code == 404
