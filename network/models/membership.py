import secrets
from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.enums import ApplicationKind, ClosedReason, Standing
from network.models.membership_queryset import MembershipQuerySet
from network.models.organization import Organization
from network.models.standing import Limits, standing_on


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


def new_token() -> str:
    return secrets.token_urlsafe(16)


class Membership(models.Model):
    """One term of an organization in one tier; a renewal is a new row that follows it."""

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
    # The organization's for life: a term that follows another one bears its number.
    number = models.PositiveIntegerField(_("membership number"))
    follows = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name=_("term before it"),
    )
    # From this day the row speaks for the organization: none while the fee is awaited, and earlier than `starts_on`
    # for a term that was paid ahead.
    begun_on = models.DateField(_("in force since"), null=True, blank=True, default=timezone.localdate)
    starts_on = models.DateField(_("from"), null=True, blank=True, default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    suspended_on = models.DateField(_("suspended on"), null=True, blank=True)
    suspended_reason = models.TextField(_("why it is suspended"), blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_reason = models.CharField(_("why it is closed"), max_length=12, choices=ClosedReason, blank=True)
    # The address at which its certificate is verified: to know it is the right to read.
    certificate_token = models.CharField(max_length=40, default=new_token, editable=False)

    objects = MembershipQuerySet.as_manager()

    # Of `with_standing`.
    standing: str

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
                # Only a first term takes a number of its own; the others bear that of the one they follow.
                condition=Q(follows__isnull=True),
                name="membership_numbers_are_unique",
                violation_error_message=_("This membership number is taken."),
            ),
            models.UniqueConstraint(
                fields=["certificate_token"],
                name="certificate_tokens_are_unique",
                violation_error_message=_("This address is taken."),
            ),
            models.CheckConstraint(
                condition=Q(begun_on__isnull=True, starts_on__isnull=True, ends_on__isnull=True)
                | Q(begun_on__isnull=False, starts_on__isnull=False),
                name="membership_has_days_once_it_began",
                violation_error_message=_("A membership has a first day once it has begun, and none before."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_reason="")
                | Q(closed_on__isnull=False, closed_reason__in=[reason.value for reason in ClosedReason]),
                name="membership_is_closed_for_a_reason",
                violation_error_message=_("A closed membership says why, and an open one does not."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
                violation_error_message=_("The membership cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} – {self.tier}"

    def standing_on(self, day: date | None = None, limits: Limits | None = None) -> Standing:
        """Where it stands on `day` (today). For many rows ask the database once: `with_standing`."""
        return standing_on(self, day or timezone.localdate(), limits or Limits.load())

    @property
    def standing_label(self) -> str:
        """In words, of a row fetched `with_standing`."""
        return str(Standing(self.standing).label)
