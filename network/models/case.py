"""What belongs to an application: its timeline and its documents."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.enums import ApplicationStatus, CaseAction, CaseRole, DocumentKind
from network.models.application import MembershipApplication
from network.models.organization import private_storage


class TimelineEntry(models.Model):
    """One thing that happened to an application: who, when, what, why. Written once, never changed."""

    # Protected: `erase` alone takes a timeline away, and says so.
    application = models.ForeignKey(MembershipApplication, on_delete=models.PROTECT, related_name="timeline")
    # Kept as a word, not as a number: exports and logs outlive the code that made them.
    action = models.CharField(_("action"), max_length=20, choices=CaseAction)
    role = models.CharField(_("role"), max_length=20, choices=CaseRole)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    status = models.CharField(_("status after it"), max_length=20, choices=ApplicationStatus)
    # The applicant reads it: a question, or the reason of a decision.
    message = models.TextField(_("message to the applicant"), blank=True)
    # Only centre and secretariat read it.
    remark = models.TextField(_("remark for centre and secretariat"), blank=True)

    class Meta:
        verbose_name = _("timeline entry")
        verbose_name_plural = _("timeline entries")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} – {self.application}"


class ApplicationDocument(models.Model):
    """A file that an applicant showed; private, fetched through a view that asks who wants it."""

    application = models.ForeignKey(MembershipApplication, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind)
    # A callable, so that the migration does not freeze a folder of the machine it was made on.
    file = models.FileField(_("file"), upload_to="applications", storage=private_storage)
    name = models.CharField(_("name of the file"), max_length=200)
    is_paper_form = models.BooleanField(_("scan of the paper form"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("document of an application")
        verbose_name_plural = _("documents of applications")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
