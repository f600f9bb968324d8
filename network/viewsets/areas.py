"""Districts and subdistricts in the CMS: to be read, never edited."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from network.models import District, Subdistrict
from network.viewsets.guards import GuardedChooserViewSet


class AreaViewSet(SnippetViewSet):
    icon = "site"
    pk_path_converter = "str"
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    inspect_view_enabled = True
    # The stock index finds no word inside a Thai run; plain columns do.
    search_backend_name = None
    ordering = ["sort_key"]
    # Wagtail builds an edit form for every snippet; no one is let into this one.
    panels = [FieldPanel("name", read_only=True)]


class DistrictViewSet(AreaViewSet):
    model = District
    menu_label = _("Districts")
    list_display = [
        "name",
        "name_en",
        Column("province", label=_("Province"), sort_key="province__sort_key"),
        "code",
        BooleanColumn("is_abolished", label=_("Abolished")),
    ]
    list_filter = ["province", "is_abolished"]
    search_fields = ["name", "name_en", "code", "province__name", "province__name_en"]
    inspect_view_fields = ["name", "name_en", "code", "province", "is_abolished"]

    def get_queryset(self, request):
        return District.objects.select_related("province")


class SubdistrictViewSet(AreaViewSet):
    model = Subdistrict
    menu_label = _("Subdistricts")
    list_display = [
        "name",
        "name_en",
        Column("district", label=_("District"), sort_key="district__sort_key"),
        Column("province", label=_("Province"), accessor="district.province", sort_key="district__province__sort_key"),
        "postal_code",
        "code",
        BooleanColumn("is_abolished", label=_("Abolished")),
    ]
    list_filter = ["district__province", "is_abolished"]
    search_fields = ["name", "name_en", "code", "postal_code", "other_postal_codes", "district__name"]
    inspect_view_fields = [
        "name",
        "name_en",
        "code",
        "district",
        "postal_code",
        "other_postal_codes",
        "is_abolished",
    ]

    def get_queryset(self, request):
        return Subdistrict.objects.select_related("district__province")
