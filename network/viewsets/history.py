"""An organization's history in the CMS, read along with that of the organizations that were merged into it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.history import ActionColumn
from wagtail.models import ModelLogEntry
from wagtail.snippets.views.snippets import HistoryView

from network.models import Merge, Organization


class ActionOfEither(ActionColumn):
    """Says which of them an entry is about; versions of the other are found in its own history."""

    def get_value(self, instance: ModelLogEntry) -> Any:
        words = super().get_value(instance)
        return words if self.is_own(instance) else f"{instance.label}: {words}"

    def get_actions(self, instance: ModelLogEntry, parent_context: dict) -> list:
        return super().get_actions(instance, parent_context) if self.is_own(instance) else []

    def is_own(self, instance: ModelLogEntry) -> bool:
        return instance.object_id == str(self.object.pk)


class OrganizationHistoryView(HistoryView):
    @property
    def columns(self) -> list[Column]:
        first, *others = super().columns
        options = {name: getattr(first, name) for name in ("label", "object", "url_names", "user_can_unschedule")}
        return [ActionOfEither(first.name, **options), *others]

    def get_base_queryset(self) -> QuerySet[ModelLogEntry]:
        pks = [self.object.pk, *Merge.objects.absorbed_by(self.object.pk)]
        kind = ContentType.objects.get_for_model(Organization)
        entries = ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(pk) for pk in pks])
        return self._annotate_queryset(entries.latest_by_uuid_and_action())
