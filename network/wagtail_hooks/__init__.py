"""Registers the network's parts with Wagtail and the portal; Wagtail imports this package, which imports the rest."""

from network.wagtail_hooks import cms, importing, merging, money, pages, people, steps, terms

__all__ = ["cms", "importing", "merging", "money", "pages", "people", "steps", "terms"]
