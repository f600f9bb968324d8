from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.enums import ApplicationKind
from network.models.organization import Organization


class Tier(models.Model):
    """A kind of membership: data of the council, one row for each way of joining."""

    kind = models.CharField(_("way of joining"), max_length=12, choices=ApplicationKind, unique=True)
    name = models.CharField(_("name (Thai)"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=120)

    class Meta:
        verbose_name = _("tier")
        verbose_name_plural = _("tiers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def open(self) -> "MembershipQuerySet":
        """Not closed; the term itself may be over."""
        return self.filter(closed_on__isnull=True)

    def in_provinces(self, provinces) -> "MembershipQuerySet":
        return self.filter(organization__entry__province__in=provinces)

    def ending_by(self, day) -> "MembershipQuerySet":
        """Open ones whose term has ended or ends on `day` at the latest, the nearest first."""
        return self.open().filter(ends_on__lte=day).order_by("ends_on", "pk")


class Membership(models.Model):
    """One term of an organization in one tier; a renewal is a new row."""

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("organization")
    )
    tier = models.ForeignKey(Tier, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("tier"))
    application = models.OneToOneField(
        "network.MembershipApplication",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="membership",
        verbose_name=_("application"),
    )
    # Counted within a tier and never given twice, though its holder may leave.
    number = models.PositiveIntegerField(_("membership number"))
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "tier"],
                # A lapsed term that nobody has closed still blocks the next one: a renewal has to close it first.
                condition=Q(closed_on__isnull=True),
                name="one_open_membership_per_tier",
                violation_error_message=_("The organization already has this membership."),
            ),
            models.UniqueConstraint(
                fields=["tier", "number"],
                name="membership_numbers_are_unique",
                violation_error_message=_("This membership number is taken."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
                violation_error_message=_("The membership cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} – {self.tier}"
