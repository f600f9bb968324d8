"""Delegates in the CMS: a list to read, search and export; what changes a seat is the organization's own form."""

from datetime import datetime

import django_filters
from django.db.models import Field, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from events.enums import DelegateStatus
from events.models import Delegate, Event
from network.models import Province
from portal.thai.dates import datetime_long
from portal.viewsets import LoggedExport, ThaiDateColumn


# Every change must pass the actions: they lock the seat, write the log and tell the people.
class ReadOnly(ModelPermissionPolicy):
    """Nobody adds, changes or deletes a delegate past the actions, superusers included."""

    def user_has_permission(self, user, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


class DelegateFilterSet(WagtailFilterSet):
    event = django_filters.ModelChoiceFilter(queryset=Event.objects.order_by("-starts_on"), label=_("Event"))
    province = django_filters.ModelChoiceFilter(
        field_name="organization__entry__province", queryset=Province.objects.all(), label=_("Province")
    )
    status = django_filters.ChoiceFilter(choices=DelegateStatus, label=_("Status"))

    class Meta:
        model = Delegate
        fields: list[str] = []


class DelegateIndexView(LoggedExport):
    def get_base_queryset(self) -> QuerySet[Delegate]:
        known = Delegate.objects.visible_to(self.request.user)
        return known.select_related("event", "organization__entry__province", "entered_by").order_by("-entered_at")

    def get_list_more_buttons(self, instance: Delegate) -> list[Button]:
        seat = Button(_("The organization's seat"), url=instance.get_seat_url(), icon_name="link-external", priority=5)
        return [*super().get_list_more_buttons(instance), seat]


class DelegateInspectView(InspectView):
    """Moments in the reader's era; nothing where there is nothing."""

    def get_field_display_value(self, field_name: str, field: Field | None) -> object:
        value = super().get_field_display_value(field_name, field)
        if moment := getattr(self.object, field_name, None):
            return datetime_long(moment, get_language() or "th") if isinstance(moment, datetime) else value
        return "–"


class DelegateViewSet(ModelViewSet):
    model = Delegate
    icon = "group"
    menu_label = _("Delegates")
    url_prefix = "events/delegates"
    index_view_class = DelegateIndexView
    inspect_view_class = DelegateInspectView
    # Nothing is edited here, so the form has no fields.
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        "event", "organization", "title", "name", "position", "phone", "email", "food", "access", "status",
        "entered_by", "entered_at", "changed_at", "closed_by", "closed_at", "reason",
    ]  # fmt: skip
    filterset_class = DelegateFilterSet
    search_backend_name = None
    search_fields = ["name", "phone", "email", "organization__name", "organization__name_en"]
    list_per_page = 50
    list_display = [
        "name",
        Column("organization", label=_("Organization"), accessor="organization", sort_key="organization__name"),
        Column("province", label=_("Province"), accessor="organization.entry.province"),
        Column("event", label=_("Event"), accessor="event", sort_key="event__starts_on"),
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        ThaiDateColumn("entered_at", label=_("Entered"), sort_key="entered_at"),
    ]
    list_export = [
        "event.title", "organization.name", "organization.entry.province.name", "title", "name", "position",
        "phone", "email", "food", "access", "get_status_display", "entered_by", "entered_at",
    ]  # fmt: skip
    export_headings = {
        "event.title": _("Event"),
        "organization.name": _("Organization"),
        "organization.entry.province.name": _("Province"),
        "get_status_display": _("Status"),
    }
    export_filename = "delegates"
