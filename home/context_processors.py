"""Menus for the page shell."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home import menu


def menus(request: HttpRequest) -> dict:
    """`main_menu` and `footer_menu`: lists of {title, url, current}, made when a template asks."""
    # One query for both menus, and none where no template draws them.
    made = SimpleLazyObject(lambda: menu.menus(request))
    return {
        "main_menu": SimpleLazyObject(lambda: made["main_menu"]),
        "footer_menu": SimpleLazyObject(lambda: made["footer_menu"]),
    }
