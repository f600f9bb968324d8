"""Lists of organizations brought to the register: each with its file, and what was found and said row by row."""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.enums import EntryStatus, ImportDecision, ImportOutcome, ImportState
from network.models.organization import Organization, private_storage

# Twenty thousand rows take two minutes; an import that is at it for longer has died.
LONGEST = timedelta(minutes=15)


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def latest_first(self) -> "ImportRunQuerySet":
        return self.select_related("by", "done_by").order_by("-pk")

    def running(self) -> "ImportRunQuerySet":
        """The one that somebody imports at this moment."""
        return self.filter(state=ImportState.RUNNING, started_at__gt=timezone.now() - LONGEST)

    def given_up(self) -> "ImportRunQuerySet":
        """Those that were never finished: their process was ended, and nothing of them was written."""
        return self.filter(state=ImportState.RUNNING, started_at__lte=timezone.now() - LONGEST)

    def brought_before(self, moment) -> "ImportRunQuerySet":
        return self.filter(created_at__lt=moment)

    def with_content(self) -> "ImportRunQuerySet":
        """Those whose file is still kept."""
        return self.exclude(file="")


class ImportRun(models.Model):
    """One list: where its columns are, what a check found, and what was imported."""

    file = models.FileField(_("file"), upload_to="imports", storage=private_storage, blank=True)
    file_name = models.CharField(_("name of the file"), max_length=150)
    # Of the content: the same list a second time is told from another one of the same name.
    digest = models.CharField(max_length=64, editable=False)
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    heading_row = models.PositiveIntegerField(_("row of the headings"), default=1)
    # For each column its index from 0, its heading, the field it is used for, and some texts of it.
    columns = models.JSONField(default=list, editable=False)
    status = models.CharField(
        _("status of the new organizations"),
        max_length=12,
        choices=[(status.value, status.label) for status in (EntryStatus.LISTED, EntryStatus.PENDING)],
        default=EntryStatus.LISTED,
    )
    state = models.CharField(_("state"), max_length=12, choices=ImportState, default=ImportState.UPLOADED)
    # How many rows of each outcome the check found, and what the import made of them.
    counts = models.JSONField(default=dict, editable=False)
    result = models.JSONField(default=dict, editable=False)
    # Empty: the operator's command.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("brought by")
    )
    created_at = models.DateTimeField(_("brought"), auto_now_add=True)
    started_at = models.DateTimeField(_("import started"), null=True, editable=False)
    done_at = models.DateTimeField(_("imported"), null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("imported by")
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of organizations")
        verbose_name_plural = _("imports of organizations")
        default_permissions = ()
        permissions = [("import_organization", "Can import and export lists of organizations")]
        constraints = [
            models.UniqueConstraint(
                fields=["state"],
                condition=Q(state="running"),
                name="one_import_runs_at_a_time",
                violation_error_message=_("Another list is being imported at this moment."),
            )
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_running(self) -> bool:
        return self.state == ImportState.RUNNING and bool(
            self.started_at and self.started_at > timezone.now() - LONGEST
        )

    @property
    def fields(self) -> dict[int, str]:
        """The field of each column in use, by the column's index."""
        return {index: field for index, _heading, field, *_samples in self.columns if field}

    @property
    def headings(self) -> Mapping[str, str]:
        """What the list calls each field."""
        return {field: heading for _index, heading, field, *_samples in self.columns if field}


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def doubtful(self) -> "ImportRowQuerySet":
        return self.filter(outcome=ImportOutcome.DOUBTFUL)

    def undecided(self) -> "ImportRowQuerySet":
        """Those that a person has to say something to before the import."""
        return self.doubtful().filter(decision="")


class ImportRow(models.Model):
    """What the check found in one row, and what a person said to it."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("what comes of it"), max_length=10, choices=ImportOutcome)
    name = models.CharField(_("name"), max_length=250, blank=True)
    # ISO code; text, because a refused row may name what is no province.
    province = models.CharField(_("province"), max_length=6, blank=True)
    # As `network.importing.checking.Checked` has them; days as ISO dates.
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    remarks = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    # The one that is meant for certain; after the import the one that it became.
    organization = models.ForeignKey(Organization, on_delete=models.SET_NULL, null=True, related_name="import_rows")
    decision = models.CharField(_("decision"), max_length=10, choices=ImportDecision, blank=True)
    same_as = models.ForeignKey(
        Organization, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("the same as")
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        default_permissions = ()
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "number"],
                name="one_result_per_row_of_a_list",
                violation_error_message=_("This row was checked already."),
            )
        ]
        indexes = [models.Index(fields=["run", "outcome", "number"], name="import_rows_by_outcome")]

    def __str__(self) -> str:
        return f"{self.run}, {self.number}"
