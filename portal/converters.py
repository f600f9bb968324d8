"""Parts of addresses that are our own."""

from django.urls.converters import IntConverter


class RowConverter(IntConverter):
    """A row's number: `<row:pk>`. A longer one is no row anywhere; SQLite breaks on it instead of finding none."""

    regex = "[0-9]{1,18}"
