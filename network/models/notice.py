from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class PrivacyNoticeQuerySet(models.QuerySet["PrivacyNotice"]):
    def current(self) -> "PrivacyNotice | None":
        """The newest version; every application says which one its applicant accepted."""
        return self.order_by("-published_on", "-pk").first()


class PrivacyNotice(models.Model):
    """One version of what applicants are told about their data; kept for good, since people accepted it."""

    version = models.CharField(pgettext_lazy("a privacy notice", "version"), max_length=20, unique=True)
    published_on = models.DateField(_("published on"))
    text = models.TextField(_("text (Thai)"))
    text_en = models.TextField(_("text (English)"))

    objects = PrivacyNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("privacy notice for applicants")
        verbose_name_plural = _("privacy notices for applicants")
        ordering = ["-published_on", "-pk"]

    def __str__(self) -> str:
        return self.version

    @property
    def display_text(self) -> str:
        return self.text_en if get_language() == "en" else self.text
