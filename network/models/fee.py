from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from network.models.membership import Tier


class FeeQuerySet(models.QuerySet["Fee"]):
    def valid_on(self, day: date) -> "FeeQuerySet":
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)

    def overlapping(self, first: date, last: date | None) -> "FeeQuerySet":
        """Those that hold on at least one day from `first` to `last`; None is without an end."""
        rows = self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=first))
        return rows.filter(valid_from__lte=last) if last else rows

    def giving_way_to(self, first: date, last: date | None) -> "FeeQuerySet":
        """Those that a fee from `first` to `last` replaces for the rest of their days; it ends them on the day before.

        One that would go on after `last` is not among them: it would leave days on which nothing costs anything.
        """
        rest = self.overlapping(first, last).filter(valid_from__lt=first)
        return rest.filter(valid_until__lte=last) if last else rest

    def used(self) -> "FeeQuerySet":
        """Somebody was asked to pay by them."""
        return self.filter(payments__isnull=False).distinct()


class Fee(models.Model):
    """What a tier costs, for how many months, from one day until another. One that was used is never changed."""

    tier = models.ForeignKey(Tier, on_delete=models.PROTECT, related_name="fees", verbose_name=_("tier"))
    # Never a float: receipts are written from it.
    amount = models.DecimalField(
        _("fee in baht"),
        max_digits=10,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0, _("A fee is zero or more."))],
        help_text=_("0 for free of charge."),
    )
    months = models.PositiveSmallIntegerField(
        _("term in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1, _("Write a number of months from %(limit_value)s."))],
        help_text=_("Leave it empty for a membership without an end."),
    )
    valid_from = models.DateField(_("valid from"), default=timezone.localdate)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Leave it empty until another fee takes its place.")
    )

    objects = FeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("fee")
        verbose_name_plural = _("fees")
        ordering = ["tier", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["tier", "valid_from"],
                name="one_fee_of_a_tier_from_a_day",
                violation_error_message=_("Another fee of this tier begins on the same day."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="fee_ends_after_it_begins",
                violation_error_message=_("The fee cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="fee_is_not_negative",
                violation_error_message=_("A fee is zero or more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tier} – {self.amount:,.2f}"

    def clean(self) -> None:
        """No two fees of a tier hold on the same day; the one that gives way is ended by `set_fee`."""
        super().clean()
        if self.tier_id is None or self.valid_from is None:
            return
        others = Fee.objects.filter(tier=self.tier_id).exclude(pk=self.pk)
        standing = others.exclude(pk__in=others.giving_way_to(self.valid_from, self.valid_until).values("pk"))
        if standing.overlapping(self.valid_from, self.valid_until).exists():
            raise ValidationError({"valid_from": gettext("Another fee of this tier holds on some of these days.")})


def fee_on(tier: Tier, day: date) -> Fee | None:
    """What `tier` costs on `day`; None when no fee holds then, and nothing has to be paid."""
    return Fee.objects.filter(tier=tier).valid_on(day).first()


def priced_tiers(day: date) -> models.QuerySet[Tier]:
    """The tiers, each with `fees_of_the_day`: a list of the one fee that holds on `day`, or an empty one."""
    fees = models.Prefetch("fees", Fee.objects.valid_on(day), to_attr="fees_of_the_day")
    return Tier.objects.prefetch_related(fees).order_by("pk")
