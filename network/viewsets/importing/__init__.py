"""Lists of organizations in the CMS: bring one, settle its columns, look at its rows, import it; and take one out."""

from functools import cached_property

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from network.permissions import user_can_import
from network.viewsets.importing import columns, downloads, rows, start


class ForThoseWhoImport(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_can_import(request.user)


class ImportsViewSet(ViewSet):
    name = "network_imports"
    url_prefix = "network/imports"
    menu_label = _("Import and export")
    menu_icon = "upload"

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return ForThoseWhoImport

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", start.index, name="index"),
            path("template/", downloads.template, name="template"),
            path("sample/", downloads.sample, name="sample"),
            path("export/", downloads.export, name="export"),
            path("<row:pk>/columns/", columns.columns, name="columns"),
            path("<row:pk>/sheet/", columns.sheet, name="sheet"),
            path("<row:pk>/", rows.rows, name="rows"),
            path("<row:pk>/decide/", rows.decide_rows, name="decide"),
            path("<row:pk>/decide-rest/", rows.decide_others, name="decide_rest"),
            path("<row:pk>/import/", rows.carry, name="carry"),
            path("<row:pk>/delete/", start.delete, name="delete"),
            path("<row:pk>/file/", downloads.original, name="file"),
            path("<row:pk>/remaining/", downloads.remaining, name="remaining"),
        ]
