"""The CMS shows whose portal it is, in words that its users read."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.admin.menu import help_menu

from portal.models import Identity
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def test_the_dashboard_is_headed_with_the_councils_name(desk):
    Identity.objects.update_or_create(pk=1, defaults={"name": "สมาคมตัวอย่าง"})
    assert re.search(r"<h1[^>]*>\s*สมาคมตัวอย่าง\s*</h1>", desk.get(reverse("wagtailadmin_home")).text)


def test_the_sidebar_carries_its_emblem(desk):
    page = desk.get(reverse("wagtailadmin_home")).text
    logo = re.search(r"<template data-wagtail-sidebar-branding-logo>(.*?)</template>", page, re.DOTALL)
    assert 'class="emblem"' in logo[1]


def test_help_offers_nothing_that_only_developers_read(rf, admin):
    request = rf.get("/admin/")
    request.user = admin
    assert [item.name for item in help_menu.menu_items_for_request(request)] == ["keyboard-shortcuts-trigger"]


@pytest.mark.parametrize(("language", "words"), [("th", {"ใช่", "ไม่ใช่"}), ("en", {"Yes", "No"})])
def test_the_list_of_people_says_yes_and_no_in_the_readers_language(client, language, words):
    client.force_login(UserFactory(is_superuser=True, language=language))
    UserFactory(is_active=False)
    page = client.get(reverse("wagtailusers_users:index")).text
    said = {text.strip() for text in re.findall(r">([^<>]+)<", page)}
    assert words <= said
    assert not {"True", "False"} & said


def test_nobody_chooses_another_zone_than_the_one_every_form_reads(desk):
    assert "current_time_zone" not in desk.get(reverse("wagtailadmin_account")).text


@pytest.mark.parametrize("right", ["Can lock", "Can unlock", "Can publish", "Can submit translations"])
def test_the_rights_of_a_group_are_named_in_thai(right):
    with override("th"):
        assert gettext(right) != right
