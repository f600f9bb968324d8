"""Menus for the page shell."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home import menu


def menus(request: HttpRequest) -> dict:
    """`main_menu` and `footer_menu`: lists of {title, url, current}, made when a template asks."""
    made = SimpleLazyObject(lambda: menu.menus(request))
    return {name: SimpleLazyObject(lambda name=name: made[name]) for name in ("main_menu", "footer_menu")}
