"""The smallest plugin: a Django app with a `wagtail_hooks.py`, as a stranger would publish it."""
