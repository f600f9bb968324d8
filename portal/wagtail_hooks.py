"""Registers the portal's own parts with Wagtail."""

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from portal import demo
from portal.sections import OpenCmsPanel
from portal.steps import Step


@hooks.register("register_demo_steps")
def people() -> Step:
    return Step(50, "people", demo.load_people)


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


@hooks.register("construct_homepage_panels")
def open_cms_panel(request: HttpRequest, panels: list) -> None:
    if not settings.CMS_SECOND_FACTOR:
        panels.append(OpenCmsPanel())
