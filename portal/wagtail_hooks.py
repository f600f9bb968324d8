"""Registers the portal's own parts with Wagtail."""

from wagtail import hooks

from portal import demo
from portal.steps import Step


@hooks.register("register_demo_steps")
def people() -> Step:
    return Step(50, "people", demo.load_people)
