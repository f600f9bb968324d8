"""What the account area refuses, it refuses in the reader's language, with everything typed still there."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Workflow

from network.enums import EntryStatus
from network.exceptions import NoWorkflow, ProfileLocked
from network.models import Organization, RegisterEntry
from tests.network.conftest import form_data

LANGUAGES = pytest.mark.parametrize("language", ["th", "en"])


def send(client, organization, language, **typed):
    with override(language):
        address = reverse("network_account:profile", args=[organization.pk])
        return client.post(address, form_data(organization, **typed))


def said(refusal, language):
    with override(language):
        return str(refusal())


@LANGUAGES
def test_a_locked_profile_is_not_sent_and_nothing_typed_is_lost(client, organization, rep, registrar, language):
    Organization.objects.filter(pk=organization.pk).update(locked=True, locked_by=registrar)
    client.force_login(rep)
    response = send(client, organization, language, name_en="Typed name")
    assert response.status_code == 422
    assert said(ProfileLocked, language) in response.text
    assert 'value="Typed name"' in response.text
    assert organization.revisions.count() == 0


@LANGUAGES
def test_without_a_workflow_nothing_is_sent_past_the_registrar(client, organization, rep, language):
    Workflow.objects.all().delete()
    client.force_login(rep)
    response = send(client, organization, language, name_en="Typed name")
    assert response.status_code == 422
    assert said(NoWorkflow, language) in response.text
    assert Organization.objects.get(pk=organization.pk).name_en != "Typed name"


@LANGUAGES
def test_a_closed_organization_is_read_but_not_changed(client, organization, rep, language):
    RegisterEntry.objects.filter(organization=organization).update(status=EntryStatus.CLOSED)
    client.force_login(rep)
    assert send(client, organization, language).status_code == 403
    with override(language):
        page = client.get(reverse("network_account:organization", args=[organization.pk]))
        assert page.status_code == 200
        assert gettext("Change the profile") not in page.text
