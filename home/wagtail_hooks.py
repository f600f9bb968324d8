"""Registers the pages' parts with Wagtail and the portal."""

from django.contrib.sitemaps import Sitemap
from django.urls import URLPattern
from wagtail import hooks

from home import setup, sitemaps, urls
from home.demo import load
from portal.steps import Step


@hooks.register("register_portal_urls")
def portal_urls() -> list[URLPattern]:
    return urls.urlpatterns


@hooks.register("register_sitemaps")
def page_sitemap() -> dict[str, type[Sitemap]]:
    return {"pages": sitemaps.PageSitemap}


@hooks.register("register_setup_steps")
def languages_and_first_pages() -> Step:
    return Step(100, "languages and first pages", setup.make_first_pages)


@hooks.register("register_setup_steps")
def page_groups() -> Step:
    return Step(110, "editors and their workflow", setup.make_groups)


@hooks.register("register_demo_steps")
def demo_people() -> Step:
    return Step(100, "editor", load.load_people)


@hooks.register("register_demo_steps")
def demo_pages() -> Step:
    return Step(110, "pages in Thai and English", load.load_pages)
