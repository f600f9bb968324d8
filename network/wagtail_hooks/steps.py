"""What the network does when a portal is set up, when its demo is loaded, and every day."""

from wagtail import hooks

from network import daily, reference, setup
from network.demo.cases import load_cases
from network.demo.members import load_people
from network.demo.memberships import load_memberships
from network.demo.organizations import load_organizations
from network.demo.people import load_invitations
from network.demo.places import load_centres, load_membership_settings
from network.demo.representatives import load_representatives
from portal.steps import DailyStep, Step


@hooks.register("register_daily_steps")
def daily_steps() -> list[DailyStep]:
    return daily.STEPS


@hooks.register("register_demo_steps")
def demo_representatives() -> Step:
    return Step(250, "representatives", load_representatives)


@hooks.register("register_demo_steps")
def demo_coordinators() -> Step:
    return Step(251, "coordinators and applicants", load_people)


@hooks.register("register_demo_steps")
def demo_memberships() -> Step:
    return Step(252, "memberships", load_memberships)


@hooks.register("register_demo_steps")
def demo_cases() -> Step:
    return Step(253, "applications and claims", load_cases)


@hooks.register("register_demo_steps")
def demo_invitations() -> Step:
    return Step(255, "invitations and hand-overs", load_invitations)


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


@hooks.register("register_setup_steps")
def registrars() -> Step:
    return Step(205, "registrars and their workflow", setup.set_up)


@hooks.register("register_setup_steps")
def treasurers() -> Step:
    return Step(207, "treasurers", setup.set_up_treasurers)


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
