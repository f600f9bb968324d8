from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail import hooks

from portal.steps import Step


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("สวัสดี")


@hooks.register("register_portal_urls")
def urls() -> list:
    return [path("sample/", hello, name="sample")]


@hooks.register("register_menu_items")
def menu(request: HttpRequest) -> list:
    return [(900, "Sample", "/sample/")]


@hooks.register("register_setup_steps")
def step() -> Step:
    return Step(900, "sample", lambda: None)
