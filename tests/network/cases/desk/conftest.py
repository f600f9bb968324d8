"""The desk's cast beside the cases': who signs in, and what they see."""

import pytest
from django.test import Client

from tests.factories.portal import UserFactory


@pytest.fixture
def signed_in():
    """A browser in which somebody has signed in; None is nobody."""

    def browser(user) -> Client:
        client = Client()
        if user:
            client.force_login(user)
        return client

    return browser


@pytest.fixture
def applicant(make):
    return UserFactory(name="ตัวอย่าง ผู้สมัคร")


@pytest.fixture
def strangers(elsewhere, registrar, applicant, outsider):
    """Everybody who has no business at the desk of Phetchaburi, by name."""
    return {"elsewhere": elsewhere, "registrar": registrar, "applicant": applicant, "outsider": outsider}
