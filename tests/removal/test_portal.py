"""Whatever plugins are installed, the portal stands: `make test-apps` runs these with fewer of them."""

from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from tests.crawler import get

HOMES = ["/", "/en/"]
OURS = ["portal", "home", "network", "events"]


def test_installed_apps_is_the_only_switch():
    installed = [config.name for config in apps.get_app_configs() if config.name in OURS]
    assert set(installed) == {"portal", *settings.PORTAL_APPS}


def test_checks_are_clean(db):
    call_command("check", fail_level="WARNING")


def test_migrations_are_complete(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_migration_leans_on_an_absent_app(db):
    call_command("migrate", check_unapplied=True, verbosity=0)


def test_setting_up_and_loading_again_doubles_nothing(demo):
    def rows():
        ours = [model for model in apps.get_models() if model._meta.app_label in {*OURS, "auth", "account"}]
        return Counter({model._meta.label: model._default_manager.count() for model in ours})

    before = rows()
    call_command("setup_portal", verbosity=0)
    call_command("load_demo", stdout=StringIO())
    assert rows() == before


@pytest.mark.parametrize("address", HOMES)
def test_no_link_of_the_home_page_is_dead(demo, client, address):
    home = get(client, address)
    assert home.status == 200
    answers = [get(client, link) for link in dict.fromkeys(home.links())]
    assert answers
    assert not {answer.path: answer.status for answer in answers if answer.status != 200}


@pytest.mark.parametrize("place", ["header", "footer"])
@pytest.mark.parametrize("address", HOMES)
def test_menus_lead_somewhere(demo, client, address, place):
    assert get(client, address).links(place)


@pytest.mark.parametrize("address", ["/account/", "/en/account/"])
def test_a_signed_in_person_has_an_account_page(demo, client, django_user_model, address):
    client.force_login(django_user_model.objects.get(email="editor@example.org"))
    account = get(client, address)
    dead = {link: answer.status for link in account.links() if (answer := get(client, link)).status != 200}
    assert account.status == 200
    assert not dead


@pytest.mark.parametrize("email", ["admin@example.org", "editor@example.org"])
def test_the_cms_opens(demo, client, django_user_model, email):
    client.force_login(django_user_model.objects.get(email=email))
    answer = get(client, "/admin/")
    assert (answer.status, answer.path) == (200, "/admin/")
