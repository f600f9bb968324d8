"""Sections: small parts of a page that plugins add through hooks."""

from dataclasses import dataclass, field

from wagtail.admin.ui.components import Component


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


class OpenCmsPanel(Component):
    """The loud word of a demo whose CMS asks for no second factor."""

    order = 1
    template_name = "portal/open_cms_panel.html"
