"""Provinces, coordination centres and issues in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.models import CoordinationCentre, Issue, Province
from network.viewsets.guards import GuardedChooserViewSet
from portal.viewsets import LoggedExport


class ProvinceViewSet(SnippetViewSet):
    model = Province
    icon = "site"
    menu_label = _("Provinces")
    # Keys are codes such as TH-76.
    pk_path_converter = "str"
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    list_display = ["name", "name_en", Column("get_region_display", label=_("Region")), "code"]
    list_filter = ["region"]
    search_fields = ["name", "name_en", "aliases", "code"]
    search_backend_name = None
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldPanel("region"),
        FieldPanel("aliases", help_text=_("One a line: the directory finds the province by each of them.")),
    ]


class CentreIndexView(LoggedExport, IndexView):
    pass


class CoordinationCentreViewSet(SnippetViewSet):
    model = CoordinationCentre
    icon = "home"
    menu_label = _("Coordination centres")
    index_view_class = CentreIndexView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    list_display = ["name", "name_en", "phone", BooleanColumn("is_sample", label=_("Sample"))]
    list_filter = ["provinces", "is_sample"]
    list_export = ["name", "name_en", "host", "address", "phone", "email", "line_id"]
    search_fields = ["name", "name_en", "host", "host_en", "provinces__name", "provinces__name_en"]
    search_backend_name = None
    ordering = ["name"]
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                FieldPanel("slug"),
                FieldPanel("provinces"),
                FieldRowPanel([FieldPanel("host"), FieldPanel("host_en")]),
                FieldPanel("is_sample"),
            ],
            heading=_("Centre"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("line_id")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("address_en")]),
            ],
            heading=_("How to reach it"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("about"), FieldPanel("about_en")]),
                FieldRowPanel([FieldPanel("source"), FieldPanel("source_en")]),
            ],
            heading=_("More about it"),
        ),
    ]


class IssueViewSet(SnippetViewSet):
    model = Issue
    icon = "tag"
    menu_label = _("Issues")
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    list_display = ["name", "name_en", "slug"]
    search_fields = ["name", "name_en", "slug"]
    search_backend_name = None
    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]), FieldPanel("slug")]
