"""Lists that leave the CMS as a workbook: who took them, when, which rows and how many stays in the log."""

from django.apps import apps
from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.views.generic import IndexView

from portal.actions import log_export


class LoggedExport(IndexView):
    """Put before a list's view. Only .xlsx: a CSV is for open data, and no list of the CMS is that."""

    FORMATS = (IndexView.FORMAT_XLSX,)

    @cached_property
    def header_more_buttons(self) -> list:
        """Wagtail's buttons without the one for CSV."""
        # By address, since Wagtail gives its buttons no names.
        buttons = super().header_more_buttons
        return [button for button in buttons if button.url != self.csv_export_url]

    def render_to_response(self, context: dict, **kwargs) -> HttpResponse:
        if self.is_export:
            chosen = {name: value for name, value in self.request.GET.items() if value and name != "export"}
            log_export(self.model, by=self.request.user, rows=len(context["object_list"]), chosen=chosen)
        return super().render_to_response(context, **kwargs)


def exported_list(label: str) -> str:
    """The name of a model's list for the log; a model whose plugin has gone keeps its label."""
    try:
        return capfirst(apps.get_model(label)._meta.verbose_name_plural)
    except LookupError:
        return label
