from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.enums import LIVE_DELEGATES, DelegateStatus
from events.models.event import Event
from events.querysets import DelegateQuerySet
from network.models import Organization
from portal.models.user import JOINED_TITLES, Language


class Delegate(models.Model):
    """The person an organization sends. The seat is the organization's: a closed row stays as history."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="delegates", verbose_name=_("event"))
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="delegates", verbose_name=_("organization")
    )
    title = models.CharField(pgettext_lazy("before a name", "title"), max_length=40, blank=True)
    name = models.CharField(_("first name and family name"), max_length=150)
    phone = models.CharField(_("phone"), max_length=60)
    email = models.EmailField(_("e-mail"), blank=True)
    position = models.CharField(_("position in the organization"), max_length=120)
    food = models.CharField(_("food needs"), max_length=250, blank=True)
    access = models.CharField(_("access needs"), max_length=250, blank=True)
    # The page's on which the name was entered: a delegate without an account has told us no other.
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.THAI)
    status = models.CharField(_("status"), max_length=12, choices=DelegateStatus, default=DelegateStatus.REGISTERED)
    # The mail to the delegate names this person; without it nobody could be asked.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        permissions = [("enter_delegate", _("Can enter delegates for every organization"))]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organization"],
                condition=Q(status__in=[s.value for s in LIVE_DELEGATES]),
                name="one_live_delegate_per_organization",
                violation_error_message=_("Your organization has already entered a delegate."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}{self.name}" if self.title in JOINED_TITLES else f"{self.title} {self.name}".strip()

    def get_seat_url(self) -> str:
        """Where the organization's people see and change the seat."""
        return reverse("events:delegate", args=[self.organization_id, self.event.slug])

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_DELEGATES
