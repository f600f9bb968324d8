"""What belongs to a membership: its history, and which of the portal's letters about its end it has had."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from network.enums import TermAction, TermNotice
from network.models.membership import Membership


class MembershipEntry(models.Model):
    """One thing that happened to a membership: who, when, what, why. Written once, never changed."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="history")
    # Kept as a word, not as a number: exports and logs outlive the code that made them.
    action = models.CharField(_("action"), max_length=20, choices=TermAction)
    # Empty: the portal itself.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    # The organization reads it.
    message = models.TextField(_("message to the organization"), blank=True)

    class Meta:
        verbose_name = _("entry of a membership")
        verbose_name_plural = _("entries of memberships")
        # The actions alone write it.
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} – {self.membership}"


class TermReminder(models.Model):
    """A letter about the end of a term that has been written, so that it is written once."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="reminders")
    notice = models.CharField(_("letter"), max_length=12, choices=TermNotice)
    # 60, 30, 7 … for what is sent before the end; 0 for the others.
    days_before = models.PositiveSmallIntegerField(_("days before the end"), default=0)
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder of a membership")
        verbose_name_plural = _("reminders of memberships")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "notice", "days_before"],
                name="one_reminder_of_a_kind_per_term",
                violation_error_message=_("The organization has had this letter already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_notice_display()} – {self.membership}"
