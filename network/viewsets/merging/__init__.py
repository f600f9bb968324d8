"""Organizations that stand in the register twice, in the CMS: likely pairs, side by side, merges and their undo."""

from functools import cached_property

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from network.permissions import user_merges
from network.viewsets.merging import compare, lists, merges


class ForThoseWhoMerge(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return user_merges(request.user)


class DuplicatesViewSet(ViewSet):
    name = "network_duplicates"
    url_prefix = "network/duplicates"
    menu_label = _("Duplicates")
    menu_icon = "copy"

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        return ForThoseWhoMerge

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", lists.likely, name="index"),
            path("choose/", compare.choose, name="choose"),
            path("<row:winner>/<row:loser>/", compare.compare, name="compare"),
            path("<row:one>/<row:other>/apart/", compare.apart, name="apart"),
            path("apart/", lists.told_apart, name="told_apart"),
            path("apart/<row:pk>/again/", lists.again, name="again"),
            path("merges/", merges.merged, name="merges"),
            path("merges/<row:pk>/", merges.merge, name="merge"),
            path("merges/<row:pk>/undo/", merges.undo, name="undo"),
        ]
