"""Organizations in the CMS."""

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from network.forms.cms import NewOrganizationForm, OrganizationForm
from network.models import Organization
from network.models.profile import prefetched_profile_states, profile_state
from network.permissions import user_merges
from network.viewsets.filters import OrganizationFilterSet
from network.viewsets.guards import ChooseResultsView, ChooseView, GuardedChooserViewSet
from network.viewsets.history import OrganizationHistoryView
from network.viewsets.merging.doors import LeadsToItsMerge
from portal.thai.text import fold_terms
from portal.viewsets import DecideAsRead, EditAsRead, LoggedExport

CONTACTS = [
    ("leader_name", "leader_visibility"),
    ("phone", "phone_visibility"),
    ("email", "email_visibility"),
    ("line_id", "line_visibility"),
    ("website", "website_visibility"),
    ("facebook", "facebook_visibility"),
]
PROFILE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("name"),
            FieldPanel("name_en"),
            FieldPanel("other_names"),
            FieldPanel("year_started"),
            FieldPanel("logo"),
        ],
        heading=_("Names"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("current_work"),
            FieldPanel("current_work_en"),
            FieldPanel("issues"),
            FieldPanel("target_groups"),
            FieldPanel("target_groups_en"),
        ],
        heading=_("What it does"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel(field), FieldPanel(circle)]) for field, circle in CONTACTS], heading=_("Contacts")
    ),
    MultiFieldPanel(
        [FieldPanel("address"), FieldPanel("address_en"), FieldPanel("address_visibility")], heading=_("Address")
    ),
]
REGISTER_PANEL = MultiFieldPanel(
    [FieldPanel(name, required_on_save=True) for name in ("slug", "province", "legal_form")], heading=_("Register")
)


class OrganizationIndexView(LoggedExport, IndexView):
    """Searches like the public directory: inner words, both digits, missing tone marks."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        terms = fold_terms(self.search_query)
        # As a subquery, so that the list keeps its own order and its prefetched states.
        return queryset.filter(pk__in=Organization.objects.matching(terms).values("pk"))


class OrganizationEditView(LeadsToItsMerge, EditAsRead):
    """Leads to the register entry, which no approval touches, and to the room of those that stand twice."""

    @property
    def header_more_buttons(self) -> list:
        url = reverse("wagtailsnippets_network_registerentry:edit", args=[quote(self.live_object.entry.pk)])
        buttons = [*super().header_more_buttons, Button(_("Register entry"), url=url, icon_name="list-ul", priority=5)]
        if user_merges(self.request.user):
            choose = reverse("network_duplicates:choose", query={"one": self.live_object.pk})
            buttons.append(Button(_("Merge with another"), url=choose, icon_name="copy", priority=6))
        return buttons


class OnlyThoseStanding:
    """Nobody chooses an organization that is merged into another one."""

    def get_object_list(self) -> QuerySet[Organization]:
        return Organization.objects.standing()


class OrganizationChooseView(OnlyThoseStanding, ChooseView):
    pass


class OrganizationChooseResultsView(OnlyThoseStanding, ChooseResultsView):
    pass


class OrganizationChooserViewSet(GuardedChooserViewSet):
    choose_view_class = OrganizationChooseView
    choose_results_view_class = OrganizationChooseResultsView


class OrganizationViewSet(SnippetViewSet):
    model = Organization
    icon = "group"
    menu_label = _("Organizations")
    edit_handler = ObjectList(PROFILE_PANELS, base_form_class=OrganizationForm)
    index_view_class = OrganizationIndexView
    edit_view_class = OrganizationEditView
    history_view_class = OrganizationHistoryView
    workflow_action_view_class = DecideAsRead
    chooser_viewset_class = OrganizationChooserViewSet
    # A copy would be an organization without an entry.
    copy_view_enabled = False
    filterset_class = OrganizationFilterSet
    list_per_page = 50
    list_display = [
        "name",
        Column("province", label=_("Province"), accessor="entry.province", sort_key="entry__province__sort_key"),
        Column("legal_form", label=_("Legal form"), accessor="entry.get_legal_form_display"),
        Column("status", label=_("Status"), accessor="entry.get_status_display", sort_key="entry__status"),
        Column(
            "stage",
            label=_("Organization profile"),
            accessor=lambda organization: profile_state(organization).stage.label,
        ),
        UpdatedAtColumn(),
    ]
    list_export = [
        "name",
        "name_en",
        "entry.province.code",
        "entry.province.name",
        "entry.district",
        "entry.get_legal_form_display",
        "entry.registration_number",
        "entry.get_status_display",
        "entry.verified_on",
        "live",
        "last_published_at",
    ]
    export_headings = {
        "name": _("Name (Thai)"),
        "name_en": _("Name (English)"),
        "entry.province.code": _("Province code"),
        "entry.province.name": _("Province"),
        "entry.district": _("District"),
        "entry.get_legal_form_display": _("Legal form"),
        "entry.registration_number": _("Registration number"),
        "entry.get_status_display": _("Status"),
        "entry.verified_on": _("Verified on"),
        "live": _("Published"),
        "last_published_at": _("Last published"),
    }
    export_filename = "organizations"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organization]:
        rows = Organization.objects.visible_to(request.user).select_related("entry__province")
        return rows.prefetch_related(prefetched_profile_states()).in_thai_order()

    def get_add_view_kwargs(self, **kwargs) -> dict:
        # Only when it is added: afterwards the register's facts are edited on their own row.
        panel = ObjectList([REGISTER_PANEL, *PROFILE_PANELS], base_form_class=NewOrganizationForm)
        panel = panel.bind_to_model(Organization)
        return super().get_add_view_kwargs(**kwargs) | {"panel": panel, "form_class": panel.get_form_class()}

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(default_ordering=None, **kwargs)
