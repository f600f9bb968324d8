from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="date")
class EventRules(BaseGenericSetting):
    """What the council decides once for all its events."""

    # Rule 9 of the domain page: health and faith show in what people eat, so it is kept no longer than it serves.
    keep_needs_days = models.PositiveSmallIntegerField(
        _("days that food and access needs are kept"),
        default=90,
        help_text=_("Counted from the last day of the event; then they are deleted."),
    )

    panels = [FieldPanel("keep_needs_days")]

    class Meta:
        verbose_name = _("event rules")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
