"""Registers the network's parts with Wagtail and the portal."""

from urllib.parse import urlencode

from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter

from network import daily, reference, sections, setup, sitemaps
from network.demo.cases import load_cases
from network.demo.members import load_memberships, load_people
from network.demo.organizations import load_organizations
from network.demo.places import load_centres, load_membership_settings
from network.demo.representatives import load_representatives
from network.letters import KINDS
from network.models import Organization
from network.search.finding import find
from network.viewsets import DecideMany, NetworkViewSetGroup, people_chooser
from network.viewsets.summary import WaitingCases
from portal.letters import LetterKind
from portal.sections import Section
from portal.steps import DailyStep, Step


@hooks.register("register_portal_urls")
def account_urls() -> list:
    return [path("account/organizations/", include("network.account_urls"))]


@hooks.register("register_portal_urls")
def desk_urls() -> list:
    return [path("desk/", include("network.desk_urls"))]


@hooks.register("register_portal_urls")
def paper_urls() -> list:
    return [path("account/paper/", include("network.paper_urls"))]


@hooks.register("register_account_sections")
def my_organizations(request: HttpRequest) -> Section | None:
    return sections.my_organizations(request)


@hooks.register("register_setup_steps")
def registrars() -> Step:
    return Step(205, "registrars and their workflow", setup.set_up)


@hooks.register("register_demo_steps")
def demo_representatives() -> Step:
    return Step(250, "representatives", load_representatives)


@hooks.register("register_daily_steps")
def daily_steps() -> list[DailyStep]:
    return daily.STEPS


@hooks.register("register_demo_steps")
def demo_coordinators() -> Step:
    return Step(251, "coordinators and applicants", load_people)


@hooks.register("register_demo_steps")
def demo_memberships() -> Step:
    return Step(252, "memberships", load_memberships)


@hooks.register("register_demo_steps")
def demo_cases() -> Step:
    return Step(253, "applications and claims", load_cases)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    # Registered, so that Wagtail's history shows a sentence instead of a code.
    actions.register_action("network.profile.send", _("Send profile"), _("Sent the profile for approval"))
    actions.register_action(
        "network.profile.replace", _("Replace profile"), _("Replaced the waiting profile with a newer version")
    )
    actions.register_action("network.profile.withdraw", _("Withdraw profile"), _("Took the waiting profile back"))
    actions.register_action("network.profile.discard", _("Drop changes"), _("Went back to the public profile"))
    actions.register_action(
        "network.representative.end", _("End representation"), _("Ended the representative's mandate")
    )

    actions.register_action("network.coordinator.end", _("End service"), _("Ended the coordinator's service"))
    actions.register_action("network.membership.begin", _("Begin membership"), _("Began a membership"))
    actions.register_action("network.claim.make", _("Claim"), _("Asked to represent the organization"))
    actions.register_action("network.claim.accepted", _("Accept claim"), _("Accepted a claim to represent it"))
    actions.register_action("network.claim.refused", _("Refuse claim"), _("Refused a claim to represent it"))
    actions.register_action("network.claim.hand_up", _("Hand claim up"), _("Handed a claim up to the secretariat"))
    actions.register_action("network.application.forget", _("Delete application"), _("Deleted the application"))
    actions.register_action("network.claim.withdrawn", _("Withdraw claim"), _("Took a claim back"))

    @actions.register_action("network.entry.change")
    class EntryChanged(LogFormatter):
        label = _("Change register entry")

        def format_message(self, log_entry) -> str:
            return _("Changed in the register: %(fields)s") % {"fields": ", ".join(log_entry.data["labels"])}


@hooks.register("register_admin_viewset")
def network_menu() -> ViewSetGroup:
    return NetworkViewSetGroup()


@hooks.register("register_admin_viewset")
def choose_people() -> ChooserViewSet:
    return people_chooser


hooks.register("register_bulk_action", DecideMany)


@hooks.register("construct_homepage_summary_items")
def waiting_cases(request: HttpRequest, items: list) -> None:
    items.append(WaitingCases(request))


@hooks.register("register_portal_urls")
def public_urls() -> list:
    return [path("", include("network.case_urls")), path("", include("network.urls"))]


@hooks.register("register_portal_urls")
def join_urls() -> list:
    return [path("join/", include("network.join_urls"))]


@hooks.register("register_setup_steps")
def provinces() -> Step:
    return Step(200, "provinces", reference.load_provinces)


@hooks.register("register_setup_steps")
def districts() -> Step:
    return Step(202, "districts and subdistricts", reference.load_districts)


@hooks.register("register_setup_steps")
def issues() -> Step:
    return Step(201, "issues", reference.load_first_issues)


@hooks.register("register_setup_steps")
def search_texts() -> Step:
    return Step(206, "search texts of the register", setup.make_findable)


@hooks.register("register_demo_steps")
def demo_issues() -> Step:
    return Step(210, "issues", reference.load_issues)


@hooks.register("register_demo_steps")
def demo_centres() -> Step:
    return Step(211, "coordination centres", load_centres)


@hooks.register("register_demo_steps")
def demo_membership_settings() -> Step:
    return Step(213, "membership settings", load_membership_settings)


@hooks.register("register_demo_steps")
def demo_organizations() -> Step:
    return Step(212, "organizations", load_organizations)


@hooks.register("register_search_places")
def organizations_found(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """The organizations that have the words; nobody who types a name knows that they are no pages."""
    count = find(Organization.objects.visible_to(request.user).listed(), query).rows.count()
    words = ngettext("%(count)s organization for “%(query)s”", "%(count)s organizations for “%(query)s”", count)
    address = f"{reverse('network:organizations')}?{urlencode({'q': query})}"
    return [(words % {"count": count, "query": query}, address)] if count else []


@hooks.register("register_menu_items")
def menu_items(request: HttpRequest) -> list[tuple[int, str, str]]:
    return [
        (310, gettext("Organizations"), reverse("network:organizations")),
        (320, gettext("Coordination centres"), reverse("network:centres")),
        (330, gettext("Join"), reverse("network_join:start")),
    ]


@hooks.register("register_account_sections")
def my_desk(request: HttpRequest) -> Section | None:
    return sections.my_desk(request)


@hooks.register("register_account_sections")
def my_applications(request: HttpRequest) -> Section | None:
    return sections.my_applications(request)


@hooks.register("register_account_sections")
def paper_forms(request: HttpRequest) -> Section | None:
    return sections.paper_forms(request)


@hooks.register("register_account_sections")
def my_claims(request: HttpRequest) -> Section | None:
    return sections.my_claims(request)


@hooks.register("register_organization_sections")
def claim_it(request: HttpRequest, organization: Organization) -> Section | None:
    return sections.claim_it(request, organization)


@hooks.register("register_home_sections")
def members_by_region(request: HttpRequest) -> Section | None:
    return sections.members_by_region(request)


@hooks.register("register_sitemaps")
def network_sitemaps() -> dict[str, type[Sitemap]]:
    return {
        "network": sitemaps.ListSitemap,
        "organizations": sitemaps.OrganizationSitemap,
        "centres": sitemaps.CentreSitemap,
    }


@hooks.register("register_letter_kinds")
def letter_kinds() -> list[LetterKind]:
    return KINDS
