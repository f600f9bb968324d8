"""Who finds which room of the CMS: lists, add forms, settings and Wagtail's own rooms, asked by each role."""

import pytest
from django.contrib.auth.models import Group
from django.urls import get_resolver, reverse
from wagtail.contrib.settings.registry import registry
from wagtail.log_actions import log
from wagtail.snippets.models import get_snippet_models

from events.enums import EVENT_STAFF
from home.enums import AUTHORS, EDITORS
from network.enums import REGISTRARS, TREASURERS
from portal.hooks import answers
from tests.factories.network import OrganizationFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
GROUPS = {"author": AUTHORS, "editor": EDITORS, "registrar": REGISTRARS, "staff": EVENT_STAFF, "treasurer": TREASURERS}
NETWORK = {f"network.{name}" for name in ("CoordinationCentre", "Coordinator", "Fee", "Issue", "Organization")}
NETWORK |= {"network.Invitation", "network.PrivacyNotice", "network.RegisterEntry", "network.Representative"}
TO_READ = {f"network.{name}" for name in ("Claim", "District", "Membership", "MembershipApplication", "Province")}
TO_READ |= {"network.Payment", "network.Receipt"}
TO_READ |= {"network.Subdistrict", "network.Tier", "portal.LetterText", "portal.OutgoingMail"}
# role -> (lists that open, add forms that open, settings that open, Wagtail's own rooms that open)
PAGES = {"wagtailimages:index", "wagtaildocs:index", "wagtailadmin_explore_root", "wagtailadmin_reports:aging_pages"}
ROOMS = {
    "author": ({"events.Event"}, {"events.Event"}, set(), PAGES),
    "editor": (
        {"events.Event"},
        {"events.Event"},
        {"portal.Identity"},
        PAGES | {"wagtailadmin_reports:locked_pages"},
    ),
    "registrar": (
        NETWORK | TO_READ,
        NETWORK,
        {"network.MembershipSettings", "portal.PostRules"},
        {"network_people_chooser:choose", "network_imports:index"},
    ),
    "staff": ({"events.Event"}, {"events.Event"}, {"events.EventRules"}, {"delegate:index"}),
    "treasurer": ({f"network.{name}" for name in ("Fee", "Payment", "Receipt", "Tier")}, set(), set(), set()),
}
OTHER_ROOMS = [
    *sorted(PAGES),
    "wagtailadmin_reports:locked_pages",
    "network_people_chooser:choose",
    "network_imports:index",
    "delegate:index",
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "wagtailusers_groups:index",
    "wagtailsites:index",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:task_index",
    "wagtaillocales:index",
    "wagtailredirects:index",
    "wagtailadmin_collections:index",
]
# Plugins register their snippets when the addresses are first asked for.
assert get_resolver().url_patterns
SNIPPETS = {model._meta.label: model.snippet_viewset for model in get_snippet_models()}
EVERY_ROOM = [
    *(reverse(viewset.get_url_name(name)) for viewset in SNIPPETS.values() for name in ("list", "add")),
    *map(reverse, OTHER_ROOMS),
]


@pytest.fixture(autouse=True)
def groups(db):
    for step in sorted(answers("register_setup_steps"), key=lambda step: step.order):
        # The places of the country are 8,000 rows, and open no door.
        if "and their workflow" in step.name or "first pages" in step.name or step.name == "treasurers":
            step.run()


@pytest.fixture(params=sorted(GROUPS))
def role(request, client):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=GROUPS[request.param]))
    client.force_login(user)
    return request.param


def opens(client, address):
    """Whether the room opens; Wagtail leads those whom it refuses to the dashboard."""
    response = client.get(address, follow=True)
    return response.status_code == 200 and response.wsgi_request.path != reverse("wagtailadmin_home")


def test_each_role_finds_its_lists_and_no_other(client, role):
    found = {label for label, viewset in SNIPPETS.items() if opens(client, reverse(viewset.get_url_name("list")))}
    assert found == ROOMS[role][0]


def test_each_role_adds_only_where_it_may(client, role):
    found = {label for label, viewset in SNIPPETS.items() if opens(client, reverse(viewset.get_url_name("add")))}
    assert found == ROOMS[role][1]


def test_each_role_changes_only_its_settings(client, role):
    addresses = {m._meta.label: ("wagtailsettings:edit", m._meta.app_label, m._meta.model_name) for m in registry}
    found = {label for label, (name, *args) in addresses.items() if opens(client, reverse(name, args=args))}
    assert found == ROOMS[role][2]


def test_each_role_finds_its_rooms_of_wagtail_and_no_other(client, role):
    assert {name for name in OTHER_ROOMS if opens(client, reverse(name))} == ROOMS[role][3]


def test_a_member_finds_nothing_at_all(client):
    client.force_login(UserFactory())
    assert {client.get(address).status_code for address in EVERY_ROOM} == {404}


def test_a_stranger_is_asked_to_sign_in(client):
    for address in EVERY_ROOM:
        response = client.get(address)
        assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login")), address


def test_the_history_of_the_site_tells_each_role_only_of_what_it_may_see(client, role):
    log(instance=OrganizationFactory(name="องค์กรที่มีประวัติ"), action="wagtail.edit")
    page = client.get(reverse("wagtailadmin_reports:site_history")).text
    assert ("องค์กรที่มีประวัติ" in page) == (role == "registrar")
