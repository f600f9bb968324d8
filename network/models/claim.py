from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.enums import ClaimStatus
from network.models.coordinator import attended_provinces, provinces_served_by
from network.models.organization import Organization


class ClaimQuerySet(models.QuerySet["Claim"]):
    def visible_to(self, user) -> "ClaimQuerySet":
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("network.decide_membershipapplication"):
            return self
        return self.filter(Q(claimant=user) | Q(pk__in=self.model.objects.on_desk_of(user).values("pk")))

    def on_desk_of(self, user) -> "ClaimQuerySet":
        """Those on organizations of the provinces that `user` coordinates; no province means no rows."""
        return self.filter(organization__entry__province__in=provinces_served_by(user))

    def open(self) -> "ClaimQuerySet":
        return self.filter(status=ClaimStatus.OPEN)

    def with_the_centre(self) -> "ClaimQuerySet":
        return self.open().filter(handed_up_at=None)

    def silent_since(self, moment: datetime) -> "ClaimQuerySet":
        """With their centre since before `moment`."""
        return self.with_the_centre().filter(made_at__lt=moment)

    def unattended(self) -> "ClaimQuerySet":
        """With a centre at which nobody serves any more."""
        return self.with_the_centre().exclude(organization__entry__province__in=attended_provinces())


class Claim(models.Model):
    """A person says that they act for an organization of the register; its centre decides."""

    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="claims", verbose_name=_("organization")
    )
    claimant = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="claims", verbose_name=_("claimant")
    )
    position = models.CharField(_("position in the organization"), max_length=150)
    message = models.TextField(_("how the centre can check it"), blank=True)
    # The claimant's, for the centre's call; it is not shown to the organization.
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=ClaimStatus, default=ClaimStatus.OPEN)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    handed_up_at = models.DateTimeField(_("handed up"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "claimant"],
                # Only while it is open: after a refusal the same person may ask again, with better reasons.
                condition=Q(status=ClaimStatus.OPEN.value),
                name="one_open_claim_per_person_and_organization",
                violation_error_message=_("You have already asked for this organization."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.claimant} – {self.organization}"
