"""Sections: small parts of a page that plugins add through hooks."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """One part of a page.

    Attributes:
        order: smaller comes first; the portal's own use hundreds.
        template: path of the template that draws it.
        context: what the template is given beside the page's own context.
    """

    order: int
    template: str
    context: dict = field(default_factory=dict)
