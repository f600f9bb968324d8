"""Columns of the CMS's lists in the reader's era."""

from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.snippets.views.snippets import IndexView

from portal.thai.dates import local_date, short_date


class ThaiDateColumn(Column):
    """A day as "6 ม.ค. 2565", in English "6 Jan 2022"; a moment as its day in Bangkok; nothing for no date."""

    def get_value(self, instance):
        value = super().get_value(instance)
        return short_date(local_date(value), get_language() or "th") if value else ""


class NothingToTick(IndexView):
    """Put before the view of a list for whose rows nothing is done together: its boxes would lead nowhere."""

    @cached_property
    def columns(self) -> list[Column]:
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]
