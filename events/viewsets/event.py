"""Events in the CMS."""

import django_filters
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from events.enums import LIVE_DELEGATES, EventKind
from events.forms import EventForm
from events.models import Event
from events.querysets import EventQuerySet
from network.models import Province
from network.viewsets.guards import GuardedChooserViewSet
from portal.viewsets import DecideAsRead, EditAsRead, LoggedExport


def pair(name: str) -> FieldRowPanel:
    """Thai and English side by side."""
    return FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])


def state_of(event: Event) -> Promise:
    """In words; Wagtail's own column asks the database twice for each row."""
    if not event.live:
        return _("Draft")
    return _("Published, newer draft") if event.has_unpublished_changes else _("Published")


PANELS = [
    MultiFieldPanel(
        [pair("title"), FieldRowPanel([FieldPanel("slug"), FieldPanel("kind")]), FieldPanel("is_sample")],
        heading=_("Title and address"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]), pair("venue")], heading=_("When and where")
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("provinces"),
            FieldPanel("costs_covered"),
            pair("costs"),
        ],
        heading=_("Delegates"),
    ),
    MultiFieldPanel([pair("summary"), FieldPanel("body"), FieldPanel("body_en")], heading=_("About the event")),
    FieldPanel("speakers"),
    FieldPanel("agenda"),
    FieldPanel("papers"),
    PublishingPanel(),
]


class EventFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(choices=EventKind, label=_("Kind"))
    province = django_filters.ModelChoiceFilter(
        field_name="provinces", queryset=Province.objects.all(), label=_("Only for these provinces")
    )
    live = django_filters.BooleanFilter(label=_("Published"))

    class Meta:
        model = Event
        fields: list[str] = []


class EventIndexView(LoggedExport, IndexView):
    pass


class EventViewSet(SnippetViewSet):
    """A copy of an event starts without delegates: they are rows of their own."""

    model = Event
    icon = "date"
    menu_label = _("Events")
    edit_handler = ObjectList(PANELS, base_form_class=EventForm)
    index_view_class = EventIndexView
    edit_view_class = EditAsRead
    workflow_action_view_class = DecideAsRead
    filterset_class = EventFilterSet
    chooser_viewset_class = GuardedChooserViewSet
    # The stock index finds no word inside a Thai run; the few events can be searched plainly.
    search_backend_name = None
    search_fields = ["title", "title_en", "slug", "venue", "venue_en"]
    list_display = [
        "title",
        Column("when", label=_("When"), accessor="when", sort_key="starts_on"),
        Column("window", label=_("Registration window"), accessor=lambda event: event.window().label),
        Column("seats", label=_("Delegates"), accessor="seats", sort_key="seats"),
        Column("state", label=_("Status"), accessor=state_of, sort_key="live"),
    ]
    list_export = [
        "title",
        "title_en",
        "slug",
        "kind",
        "starts_on",
        "ends_on",
        "venue",
        "opens_at",
        "closes_at",
        "seats",
    ]
    export_headings = {"seats": _("Delegates")}
    export_filename = "events"

    def get_queryset(self, request: HttpRequest) -> EventQuerySet:
        # Counted in the list's own query; a property would ask once a row.
        taken = Count("delegates", filter=Q(delegates__status__in=LIVE_DELEGATES))
        return Event.objects.visible_to(request.user).annotate(seats=taken).order_by("-starts_on", "pk")

    def get_index_view_kwargs(self, **kwargs) -> dict:
        return super().get_index_view_kwargs(default_ordering=None, **kwargs)
