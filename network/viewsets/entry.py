"""Register entries in the CMS: what the secretariat decides, apart from the profile and its approvals."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from network.enums import EntryStatus
from network.forms.cms import EntryForm
from network.models import RegisterEntry
from network.viewsets.guards import GuardedChooserViewSet
from network.viewsets.merging.doors import LeadsToItsMerge
from portal.viewsets import ThaiDateColumn

PANELS = [
    MultiFieldPanel(
        [FieldPanel("status"), FieldPanel("verified_on"), FieldPanel("is_protected")], heading=_("Standing")
    ),
    MultiFieldPanel(
        [FieldPanel("province"), FieldRowPanel([FieldPanel("district"), FieldPanel("district_en")])],
        heading=_("Place"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("legal_form"),
            FieldRowPanel([FieldPanel("registration_number"), FieldPanel("registered_on")]),
            FieldPanel("slug"),
        ],
        heading=_("Registration"),
    ),
]


class EntryEditView(LeadsToItsMerge, EditView):
    """Writes into the organization's history which facts changed, by whom and when."""

    loser = "loser__entry"

    def save_instance(self):
        entry = super().save_instance()
        if self.form.changed_data:
            labels = [str(self.form.fields[name].label) for name in self.form.changed_data]
            data = {"fields": self.form.changed_data, "labels": labels}
            # On the organization: its history is where people look for what happened to it.
            log(instance=entry.organization, action="network.entry.change", user=self.request.user, data=data)
        return entry


class RegisterEntryViewSet(SnippetViewSet):
    model = RegisterEntry
    icon = "list-ul"
    menu_label = _("Register")
    edit_view_class = EntryEditView
    chooser_viewset_class = GuardedChooserViewSet
    copy_view_enabled = False
    search_fields = ["organization__name", "organization__name_en", "slug"]
    search_backend_name = None
    list_filter = ["status", "province", "legal_form", "is_protected"]
    list_display = [
        "organization__name",
        "province",
        "legal_form",
        "status",
        ThaiDateColumn("verified_on", label=_("Verified on"), sort_key="verified_on"),
        BooleanColumn("is_protected", label=_("Protected")),
    ]
    edit_handler = ObjectList(PANELS, base_form_class=EntryForm)

    def get_queryset(self, request):
        rows = RegisterEntry.objects.select_related("organization", "province").order_by("sort_key", "pk")
        return rows.exclude(status=EntryStatus.MERGED)
