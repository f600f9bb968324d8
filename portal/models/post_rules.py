from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="mail")
class PostRules(BaseGenericSetting):
    """How long mails are kept."""

    keep_text_days = models.PositiveSmallIntegerField(
        _("days that the text of a mail is kept"),
        default=180,
        validators=[MinValueValidator(1)],
        help_text=_("Then its text and attachments are deleted; that it was sent, when and to whom, stays."),
    )

    panels = [FieldPanel("keep_text_days")]

    class Meta:
        verbose_name = _("rules for mails")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
