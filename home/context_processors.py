"""Menus for the page shell."""

from django.http import HttpRequest


def menus(request: HttpRequest) -> dict:
    """`main_menu` and `footer_menu`: lists of {title, url, current}."""
    return {"main_menu": [], "footer_menu": []}
