from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from events.blocks import AgendaBlock, PaperBlock, SpeakerBlock
from events.enums import EventKind, Window
from events.models.preview import PreviewInBothLanguages
from events.querysets import EventQuerySet
from portal.thai.dates import date_range


class AgendaDay(NamedTuple):
    date: date
    rows: list


# The page's own title is the h1, so text begins at h2 and needs no more levels.
RICH_TEXT = ["h2", "bold", "italic", "link", "ol", "ul"]


class Event(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewInBothLanguages,
    index.Indexed,
    ClusterableModel,
):
    """An assembly, meeting or training to which organizations send a delegate."""

    title = models.CharField(_("title (Thai)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind, default=EventKind.ASSEMBLY)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    venue = models.CharField(_("venue (Thai)"), max_length=250, blank=True, help_text=_("Empty: to be announced."))
    venue_en = models.CharField(_("venue (English)"), max_length=250, blank=True)
    summary = models.TextField(_("summary (Thai)"), blank=True)
    summary_en = models.TextField(_("summary (English)"), blank=True)
    body = RichTextField(_("text (Thai)"), blank=True, features=RICH_TEXT)
    body_en = RichTextField(_("text (English)"), blank=True, features=RICH_TEXT)
    opens_at = models.DateTimeField(_("registration opens"), null=True, blank=True)
    # Both empty: the event is announced here, and takes no delegates through the site.
    closes_at = models.DateTimeField(_("registration closes"), null=True, blank=True)
    provinces = ParentalManyToManyField(
        "network.Province",
        blank=True,
        related_name="+",
        verbose_name=_("only for these provinces"),
        help_text=_("Empty: organizations of every province may send a delegate."),
    )
    costs_covered = models.BooleanField(_("the council covers all costs"), default=False)
    costs = models.CharField(_("costs (Thai)"), max_length=250, blank=True, help_text=_("Who pays for what."))
    costs_en = models.CharField(_("costs (English)"), max_length=250, blank=True)
    speakers = StreamField([("speaker", SpeakerBlock())], verbose_name=_("speakers"), blank=True)
    agenda = StreamField([("item", AgendaBlock())], verbose_name=_("agenda"), blank=True)
    papers = StreamField([("paper", PaperBlock())], verbose_name=_("papers"), blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="event",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="event",
        for_concrete_model=False,
    )

    objects = EventQuerySet.as_manager()

    search_fields = [
        index.SearchField("title", boost=5),
        index.SearchField("title_en", boost=5),
        index.AutocompleteField("title"),
        # The CMS's filters must be indexed fields, or its search answers 500 (tried).
        index.FilterField("kind"),
        index.FilterField("starts_on"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The last day cannot come before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True) | Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="event_registration_closes_after_it_opens",
                violation_error_message=_("Registration cannot close before it opens."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_title

    def get_absolute_url(self) -> str:
        return reverse("events:event", args=[self.slug])

    @property
    def revisions(self):
        return self._revisions

    @property
    def display_title(self) -> str:
        return self.localized("title")

    @property
    def display_venue(self) -> str:
        """Empty while it is to be announced."""
        return self.localized("venue")

    @property
    def display_summary(self) -> str:
        return self.localized("summary")

    @property
    def display_body(self) -> str:
        return self.localized("body")

    @property
    def display_costs(self) -> str:
        if self.costs_covered and not self.costs:
            return str(_("The council bears all costs."))
        return self.localized("costs")

    @property
    def when(self) -> str:
        """Both days in one phrase, in the language being read."""
        return date_range(self.starts_on, self.ends_on, get_language() or "th")

    @property
    def agenda_days(self) -> list[AgendaDay]:
        """The agenda's rows by day, in the order the editor gave them within a day."""
        values = sorted((row.value for row in self.agenda), key=lambda value: value["day"])
        return [
            AgendaDay(self.starts_on + timedelta(days=number - 1), list(rows))
            for number, rows in groupby(values, key=lambda value: value["day"])
        ]

    def localized(self, field: str) -> str:
        """The English text on English pages when there is one, else the Thai."""
        english = getattr(self, f"{field}_en") if get_language() == "en" else ""
        return english or getattr(self, field)

    def window(self, now: datetime | None = None) -> Window:
        """Where registration stands; an event whose last day is over is closed whatever its window says."""
        now = now or timezone.now()
        if not (self.opens_at or self.closes_at):
            return Window.NONE
        # Bangkok's day, not the server's: an evening there is still the day before in UTC.
        if (self.closes_at and now >= self.closes_at) or timezone.localdate(now) > self.ends_on:
            return Window.CLOSED
        return Window.SOON if self.opens_at and now < self.opens_at else Window.OPEN
