"""Parts of addresses that are our own."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class RowConverter(IntConverter):
    """A row's number: `<row:pk>`. A longer one is no row anywhere; SQLite breaks on it instead of finding none."""

    regex = "[0-9]{1,18}"


# With the module, which is read once: `ready` is called again by `isolate_apps`, and Django refuses a second one.
register_converter(RowConverter, "row")
