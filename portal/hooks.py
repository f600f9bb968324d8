"""The portal's hooks: each is asked in exactly one place. docs/hooks.md shows how to answer them."""

from collections.abc import Iterator

from wagtail import hooks


def answers(name: str, *args) -> Iterator:
    """What every registered function says to hook `name`, in Wagtail's order."""
    for answer in hooks.get_hooks(name):
        yield answer(*args)
