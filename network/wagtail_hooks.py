"""Registers the network's parts with Wagtail and the portal."""

from django.http import HttpRequest
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from network import sections, setup
from portal.sections import Section
from portal.steps import Step


@hooks.register("register_portal_urls")
def account_urls() -> list:
    return [path("account/organizations/", include("network.account_urls"))]


@hooks.register("register_account_sections")
def my_organizations(request: HttpRequest) -> Section | None:
    return sections.my_organizations(request)


@hooks.register("register_setup_steps")
def registrars() -> Step:
    return Step(205, "registrars and their workflow", setup.set_up)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("network.profile.send", _("Send profile"), _("Sent the profile for approval"))
    actions.register_action(
        "network.profile.replace", _("Replace profile"), _("Replaced the waiting profile with a newer version")
    )
    actions.register_action("network.profile.withdraw", _("Withdraw profile"), _("Took the waiting profile back"))
    actions.register_action(
        "network.representative.end", _("End representation"), _("Ended the representative's mandate")
    )
