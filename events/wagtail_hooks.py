"""Registers the pages' parts with Wagtail and the portal."""
